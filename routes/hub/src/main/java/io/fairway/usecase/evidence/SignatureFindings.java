package io.fairway.usecase.evidence;

import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Quality;
import io.fairway.document.finding.Severity;
import io.fairway.document.finding.Text;
import io.fairway.signing.SignatureFault;
import java.util.Optional;

/** What is wrong with a signature, as a finding about the transmission as a whole; the codes are those of the verifier. */
final class SignatureFindings {
    private static final int MOST_CHARACTERS = 70;

    private SignatureFindings() {
    }

    static Finding of(SignatureFault fault, String detail) {
        String found = detail.replaceAll("\\p{C}", " ");
        return new Finding(fault.code(), Severity.ERROR, Optional.empty(), Place.NOWHERE,
                found.substring(0, Math.min(found.length(), MOST_CHARACTERS)), "a valid signature of the sender over all that is read",
                new Text(fault.text() + " Nothing was read.", chinese(fault) + "未读取任何内容。"), "ETSI EN 319 102-1 " + fault.subIndication(),
                Optional.empty(), fault == SignatureFault.MISSING ? Quality.COMPLETENESS : Quality.CONFORMITY);
    }

    private static String chinese(SignatureFault fault) {
        return switch (fault) {
            case MISSING -> "要求签名，但未找到签名。";
            case CONTENT_CHANGED, CHANGED_AFTER_SIGNING -> "内容与签名时不一致。";
            case SIGNATURE_INVALID -> "签名值与签名者的密钥不符。";
            case WRONG_PARTY -> "签名有效，但属于另一方。";
            case UNTRUSTED -> "签名者的证书不可追溯至受信任的根证书。";
            case NOT_VALID_THEN -> "证书在可证明的时间点无效。";
            case REVOKED -> "证书已被吊销。";
            case REVOCATION_UNKNOWN -> "没有覆盖该时间的吊销列表。";
            case WEAK_ALGORITHM, ALGORITHM_CONFUSED -> "签名算法或密钥不被接受。";
            case TIMESTAMP_INVALID, TIMESTAMP_MISSING -> "时间戳缺失或无效。";
            case COVERS_OTHER_CONTENT, OUTSIDE_REFERENCE, DUPLICATE_ID, TRANSFORM_REFUSED -> "签名未准确覆盖将要读取的内容。";
            case MALFORMED, SIGNER_COUNT, BRINGS_CONTENT, SIGNER_NOT_NAMED, KEY_NOT_FOR_SIGNING, FOREIGN_KEY, BYTE_RANGE, ACTIVE_CONTENT,
                 ENCRYPTED, UNKNOWN_CRITICAL -> "签名的形式不被接受。";
        };
    }
}
