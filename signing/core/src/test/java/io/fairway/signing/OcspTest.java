package io.fairway.signing;

import static io.fairway.signing.Pki.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.signing.Verdict.Indeterminate;
import io.fairway.signing.Verdict.TotalFailed;
import io.fairway.signing.Verdict.TotalPassed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.junit.jupiter.api.Test;

/** Answers of an OCSP responder stand in the signature beside or in place of revocation lists, and are believed offline. */
class OcspTest {
    private static final byte[] CONTENT = "UNB+UNOC:3+HUBLINE".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] XML = "<report><goods>pumps</goods></report>".getBytes(StandardCharsets.US_ASCII);
    private static final Instant LATER = NOW.plusSeconds(200);

    private final Pki pki = Pki.SHARED;
    private final TrustPolicy demanding = pki.policy().demandingTimestamp().demandingRevocation();

    @Test
    void countInsteadOfListsInEveryForm() throws Exception {
        assertThat(new CadesVerifier(demanding).verify(CONTENT, cades(good()), LATER)).isInstanceOf(TotalPassed.class);
        assertThat(new XadesVerifier(demanding).verifyEnveloped(xades(good()), LATER)).isInstanceOf(TotalPassed.class);
        assertThat(new PadesVerifier(demanding).verify(pades(good()), LATER)).isInstanceOf(TotalPassed.class);
    }

    @Test
    void refuseWhatTheySayIsRevokedInEveryForm() throws Exception {
        Revocations revoked = data(about(pki.carrier().certificate(), Optional.of(NOW.minusSeconds(1))), aboutTheStamper());

        assertThat(fault(new CadesVerifier(demanding).verify(CONTENT, cades(revoked), LATER))).isEqualTo(SignatureFault.REVOKED);
        assertThat(fault(new XadesVerifier(demanding).verifyEnveloped(xades(revoked), LATER))).isEqualTo(SignatureFault.REVOKED);
        assertThat(fault(new PadesVerifier(demanding).verify(pades(revoked), LATER))).isEqualTo(SignatureFault.REVOKED);
    }

    @Test
    void doNotTouchWhatWasSignedBeforeTheRevocation() throws Exception {
        Revocations later = data(about(pki.carrier().certificate(), Optional.of(NOW.plusSeconds(60))), aboutTheStamper());

        assertThat(new CadesVerifier(demanding).verify(CONTENT, cades(later), LATER)).isInstanceOf(TotalPassed.class);
    }

    @Test
    void ofOneSourceAreNotOutvotedByAnother() throws Exception {
        Revocations both = new Revocations(List.of(pki.list(NOW.plusSeconds(60), Map.of())),
                List.of(about(pki.carrier().certificate(), Optional.of(NOW.minusSeconds(1)))));

        assertThat(fault(new CadesVerifier(demanding).verify(CONTENT, cades(both), LATER))).isEqualTo(SignatureFault.REVOKED);
    }

    @Test
    void areBelievedFromAResponderThatTheIssuerNamedForThisAlone() throws Exception {
        Responder named = Responder.named(pki.authority().root(), KeyPurposeId.id_kp_OCSPSigning);
        Responder other = Responder.named(pki.authority().root(), KeyPurposeId.id_kp_timeStamping);

        assertThat(new CadesVerifier(demanding).verify(CONTENT, cades(data(answer(named), aboutTheStamper())), LATER)).isInstanceOf(TotalPassed.class);
        assertThat(fault(new CadesVerifier(demanding).verify(CONTENT, cades(data(answer(other), aboutTheStamper())), LATER)))
                .isEqualTo(SignatureFault.REVOCATION_UNKNOWN);
    }

    @Test
    void areNotBelievedFromAnotherAuthorityOrWhenTheyAreOld() throws Exception {
        var stranger = DevelopmentAuthority.create("CN=Root " + Suite.ECDSA_P256_SHA256 + ",O=Fairway development", Suite.ECDSA_P256_SHA256,
                NOW.minusSeconds(60));
        var foreign = new Responder(stranger.root().key(), Responder.of(stranger.root()).certificate(), pki.authority().root().certificate());
        OcspAnswer old = Responder.of(pki.authority().root()).about(pki.carrier().certificate(), NOW.minusSeconds(3 * 86_400), Optional.empty());

        assertThat(fault(new CadesVerifier(demanding).verify(CONTENT, cades(data(answer(foreign), aboutTheStamper())), LATER)))
                .isEqualTo(SignatureFault.REVOCATION_UNKNOWN);
        assertThat(fault(new CadesVerifier(demanding).verify(CONTENT, cades(data(old, aboutTheStamper())), LATER)))
                .isEqualTo(SignatureFault.REVOCATION_UNKNOWN);
    }

    @Test
    void areCoveredByTheArchiveTimestamp() throws Exception {
        byte[] archived = CadesLevels.archive(cades(good()), CONTENT, pki.timeAt(NOW.plusSeconds(120)));

        assertThat(new CadesVerifier(demanding).verify(CONTENT, archived, LATER)).isInstanceOf(TotalPassed.class);
        byte[] without = CadesLevels.archive(cades(Revocations.NONE), CONTENT, pki.timeAt(NOW.plusSeconds(120)));
        assertThat(fault(new CadesVerifier(demanding).verify(CONTENT, without, LATER))).isEqualTo(SignatureFault.REVOCATION_UNKNOWN);
    }

    @Test
    void areRefusedWhenTheyAreNone() throws Exception {
        byte[] answer = about(pki.carrier().certificate(), Optional.empty()).encoded();
        byte[] tryLater = new OCSPRespBuilder().build(OCSPRespBuilder.TRY_LATER, null).getEncoded();

        for (byte[] none : List.of(new byte[0], CONTENT, Arrays.copyOf(answer, answer.length / 2), tryLater, new byte[70_000])) {
            assertThatThrownBy(() -> OcspAnswer.read(none)).isInstanceOf(GeneralSecurityException.class);
        }
    }

    private Revocations good() throws GeneralSecurityException {
        return data(about(pki.carrier().certificate(), Optional.empty()), aboutTheStamper());
    }

    private OcspAnswer aboutTheStamper() throws GeneralSecurityException {
        return about(pki.chainCertificates().get(1), Optional.empty());
    }

    private OcspAnswer about(X509Certificate certificate, Optional<Instant> revokedAt) throws GeneralSecurityException {
        return Responder.of(pki.authority().root()).about(certificate, NOW.plusSeconds(100), revokedAt);
    }

    private OcspAnswer answer(Responder responder) throws GeneralSecurityException {
        return responder.about(pki.carrier().certificate(), NOW.plusSeconds(100), Optional.empty());
    }

    private static Revocations data(OcspAnswer... answers) {
        return new Revocations(List.of(), List.of(answers));
    }

    private byte[] cades(Revocations revocation) throws Exception {
        byte[] stamped = CadesLevels.timestamp(Cades.sign(CONTENT, pki.carrier(), NOW), pki.timeAt(NOW.plusSeconds(5)));
        return CadesLevels.withValidationMaterial(stamped, pki.chainCertificates(), revocation);
    }

    private byte[] xades(Revocations revocation) throws Exception {
        byte[] stamped = XadesLevels.timestamp(Xades.signEnveloped(XML, pki.carrier(), NOW), pki.timeAt(NOW.plusSeconds(5)));
        return XadesLevels.withValidationMaterial(stamped, pki.chainCertificates(), revocation);
    }

    private byte[] pades(Revocations revocation) throws Exception {
        var paper = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(paper);
        }
        byte[] stamped = Pades.sign(paper.toByteArray(), pki.carrier(), Optional.empty(), NOW, Optional.of(pki.timeAt(NOW.plusSeconds(5))));
        return PadesLevels.withValidationMaterial(stamped, pki.chainCertificates(), revocation);
    }

    private static SignatureFault fault(Verdict verdict) {
        return switch (verdict) {
            case TotalPassed passed -> throw new AssertionError("passed: " + passed.checks());
            case TotalFailed failed -> failed.fault();
            case Indeterminate open -> open.fault();
        };
    }
}
