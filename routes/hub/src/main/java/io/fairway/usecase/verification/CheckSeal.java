package io.fairway.usecase.verification;

import io.fairway.signing.Certificates;
import io.fairway.signing.JwsVerifier;
import io.fairway.signing.PadesVerifier;
import io.fairway.signing.SignatureFault;
import io.fairway.signing.Verdict;
import io.fairway.signing.XadesVerifier;
import io.fairway.usecase.evidence.HubKeys;
import io.fairway.usecase.view.CheckView;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The signature or seal within a presented file: PDF, XML, or JSON as compact JWS. */
public final class CheckSeal {
    private static final String XML_SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

    private final HubKeys keys;

    /** @param keys whom the hub believes */
    public CheckSeal(HubKeys keys) {
        this.keys = keys;
    }

    /** @param content what the signature covers, to be read in place of the file; empty when there is none that holds */
    record Sealed(CheckView answer, Optional<byte[]> content) {
    }

    Sealed check(byte[] file, Instant now) {
        if (begins(file, "%PDF")) {
            return sealed(new PadesVerifier(keys.trust()).verify(file, now));
        }
        if (begins(file, "eyJ")) {
            return sealed(new JwsVerifier(keys.trust()).verify(new String(file, StandardCharsets.US_ASCII).strip(), now));
        }
        if (new String(file, StandardCharsets.ISO_8859_1).contains(XML_SIGNATURE)) {
            return sealed(new XadesVerifier(keys.trust()).verifyEnveloped(file, now));
        }
        return new Sealed(Answers.notAvailable(Check.SIGNATURE, "The presented file has no signature within it.", "所提交文件内无签名。"),
                Optional.empty());
    }

    private static Sealed sealed(Verdict verdict) {
        return switch (verdict) {
            case Verdict.TotalPassed passed -> new Sealed(Answers.match(Check.SIGNATURE, "The signature of " + Certificates.owner(passed.signer())
                    + " holds and covers the whole file.", Certificates.owner(passed.signer()) + " 的签名有效并覆盖整个文件。", List.of()),
                    Optional.of(passed.content().bytes()));
            case Verdict.TotalFailed(SignatureFault fault, String _, List<String> _) when fault == SignatureFault.MISSING -> missing();
            case Verdict.TotalFailed failed -> new Sealed(Answers.mismatch(Check.SIGNATURE, "The signature does not hold: " + failed.fault().code()
                    + ' ' + failed.fault().text(), "签名无效：" + failed.fault().code() + "。", List.of()), Optional.empty());
            case Verdict.Indeterminate(SignatureFault fault, String _, List<String> _) when fault == SignatureFault.MISSING -> missing();
            case Verdict.Indeterminate open -> new Sealed(Answers.notAvailable(Check.SIGNATURE, "It cannot be said whether the signature holds: "
                    + open.fault().code() + ' ' + open.fault().text(), "无法判断签名是否有效：" + open.fault().code() + "。"), Optional.empty());
        };
    }

    private static Sealed missing() {
        return new Sealed(Answers.notAvailable(Check.SIGNATURE, "The presented file is not signed.", "所提交文件未签名。"), Optional.empty());
    }

    private static boolean begins(byte[] file, String letters) {
        byte[] expected = letters.getBytes(StandardCharsets.US_ASCII);
        return file.length >= expected.length && Arrays.mismatch(file, 0, expected.length, expected, 0, expected.length) < 0;
    }
}
