package io.fairway.signing;

import static io.fairway.signing.Pki.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.signing.DevelopmentAuthority.Purpose;
import io.fairway.signing.Verdict.Indeterminate;
import io.fairway.signing.Verdict.TotalFailed;
import io.fairway.signing.Verdict.TotalPassed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CadesTest {
    private static final byte[] CONTENT = "UNA:+.? 'UNB+UNOA:2+BLUE+PORT+260302:0115+1'UNZ+0+1'".getBytes(StandardCharsets.US_ASCII);
    private final Pki pki = Pki.SHARED;

    @ParameterizedTest
    @EnumSource
    void passesAtLevelBInEverySuite(Suite suite) {
        byte[] signature = Cades.sign(CONTENT, pki.carrier(suite), NOW);

        Verdict verdict = new CadesVerifier(pki.policy(suite)).verify(CONTENT, signature, NOW.plusSeconds(60));

        assertThat(verdict).isInstanceOfSatisfying(TotalPassed.class, passed -> {
            assertThat(passed.content().bytes()).isEqualTo(CONTENT);
            assertThat(passed.signer()).isEqualTo(pki.carrier(suite).certificate());
            assertThat(passed.signedAt()).contains(NOW);
            assertThat(passed.provenAt()).isEqualTo(NOW.plusSeconds(60));
        });
    }

    @Test
    void findsEveryFlippedByteOfTheContent() {
        byte[] signature = Cades.sign(CONTENT, pki.carrier(), NOW);

        for (int i = 0; i < CONTENT.length; i++) {
            byte[] changed = CONTENT.clone();
            changed[i] ^= 0x20;
            assertThat(fault(new CadesVerifier(pki.policy()).verify(changed, signature, NOW))).isEqualTo(SignatureFault.CONTENT_CHANGED);
        }
    }

    @Test
    void neverPassesOtherBytesWhateverByteOfTheSignatureIsFlipped() {
        byte[] signature = Cades.sign(CONTENT, pki.carrier(), NOW);
        int passed = 0;

        for (int i = 0; i < signature.length; i++) {
            byte[] changed = signature.clone();
            changed[i] ^= 0x01;
            if (new CadesVerifier(pki.policy()).verify(CONTENT, changed, NOW) instanceof TotalPassed same) {
                passed++;
                assertThat(same.content().bytes()).isEqualTo(CONTENT);
                assertThat(same.signer()).isEqualTo(pki.carrier().certificate());
            }
        }
        assertThat(passed).as("flips in the root's copy that is sent along are harmless, others are found").isLessThan(signature.length / 2);
    }

    @Test
    void saysThatAnotherPartySigned() throws Exception {
        byte[] signature = Cades.sign(CONTENT, pki.other(), NOW);

        Verdict verdict = new CadesVerifier(pki.policy().expecting(TrustPolicy.exactly(pki.carrier().certificate()))).verify(CONTENT, signature, NOW);

        assertThat(verdict).isInstanceOfSatisfying(TotalFailed.class, failed -> {
            assertThat(failed.fault()).isEqualTo(SignatureFault.WRONG_PARTY);
            assertThat(failed.detail()).contains("Red Carrier");
        });
    }

    @Test
    void doesNotTrustAStranger() throws Exception {
        var stranger = DevelopmentAuthority.create("CN=Root ECDSA_P256_SHA256,O=Fairway development", Suite.ECDSA_P256_SHA256, NOW.minusSeconds(60));
        SigningKey key = stranger.issue("CN=Blue Carrier,C=NL", Suite.ECDSA_P256_SHA256, Purpose.SIGNING, NOW.minusSeconds(60), Period.ofYears(1));

        assertThat(fault(new CadesVerifier(pki.policy()).verify(CONTENT, Cades.sign(CONTENT, key, NOW), NOW))).isEqualTo(SignatureFault.UNTRUSTED);
    }

    @Test
    void failsForARevokedSignerOnlyWhenTheSignatureIsNotProvenOlder() throws Exception {
        byte[] plain = Cades.sign(CONTENT, pki.carrier(), NOW);
        byte[] stamped = CadesLevels.timestamp(plain, pki.timeAt(NOW.plusSeconds(5)));
        var list = pki.list(NOW.plusSeconds(7200), Map.of(pki.carrier().certificate(), NOW.plusSeconds(3600)));
        TrustPolicy policy = pki.policy().withLists(List.of(list)).demandingRevocation();
        Instant later = NOW.plusSeconds(8000);

        assertThat(fault(new CadesVerifier(policy).verify(CONTENT, plain, later))).isEqualTo(SignatureFault.REVOKED);
        assertThat(new CadesVerifier(policy).verify(CONTENT, stamped, later)).isInstanceOfSatisfying(TotalPassed.class,
                passed -> assertThat(passed.provenAt()).isEqualTo(NOW.plusSeconds(5)));
    }

    @Test
    void leavesItOpenWithoutARevocationListWhereOneIsDemanded() {
        byte[] signature = Cades.sign(CONTENT, pki.carrier(), NOW);

        assertThat(new CadesVerifier(pki.policy().demandingRevocation()).verify(CONTENT, signature, NOW)).isInstanceOfSatisfying(
                Indeterminate.class, open -> assertThat(open.fault()).isEqualTo(SignatureFault.REVOCATION_UNKNOWN));
    }

    @Test
    void verifiesNineYearsOnFromWhatIsInside() throws Exception {
        byte[] signature = longTerm();
        Instant nineYearsOn = NOW.plusSeconds(9 * 365 * 86_400L);

        assertThat(new CadesVerifier(pki.policy().demandingRevocation().demandingTimestamp()).verify(CONTENT, signature, nineYearsOn))
                .isInstanceOfSatisfying(TotalPassed.class, passed -> assertThat(passed.provenAt()).isEqualTo(NOW.plusSeconds(5)));
    }

    @Test
    void outlivesItsTimestampAuthorityWhenTheArchiveWasRenewedAndOnlyThen() throws Exception {
        byte[] signature = longTerm();
        Instant fifteenYearsOn = NOW.plusSeconds(15 * 365 * 86_400L);
        byte[] renewed = CadesLevels.archive(signature, CONTENT, pki.laterTimeAt(NOW.plusSeconds(9 * 365 * 86_400L)));
        var verifier = new CadesVerifier(pki.policy().demandingTimestamp());

        assertThat(verifier.verify(CONTENT, renewed, fifteenYearsOn)).isInstanceOf(TotalPassed.class);
        assertThat(fault(verifier.verify(CONTENT, signature, fifteenYearsOn))).isEqualTo(SignatureFault.NOT_VALID_THEN);
    }

    @Test
    void refusesATimestampMovedFromAnotherSignature() throws Exception {
        byte[] first = Cades.sign(CONTENT, pki.carrier(), NOW);
        byte[] second = Cades.sign(CONTENT, pki.carrier(), NOW);
        byte[] firstToken = pki.timeAt(NOW).stamp(Algorithms.digest("SHA-256").digest(signatureValue(first)));

        byte[] moved = CadesLevels.timestamp(second, digest -> firstToken);
        assertThat(fault(new CadesVerifier(pki.policy()).verify(CONTENT, moved, NOW))).isEqualTo(SignatureFault.TIMESTAMP_INVALID);
    }

    @Test
    void asksForATimestampWhereOneIsDemanded() {
        byte[] signature = Cades.sign(CONTENT, pki.carrier(), NOW);

        assertThat(fault(new CadesVerifier(pki.policy().demandingTimestamp()).verify(CONTENT, signature, NOW)))
                .isEqualTo(SignatureFault.TIMESTAMP_MISSING);
    }

    @Test
    void refusesACmsThatDoesNotBindItsCertificate() throws Exception {
        var generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", pki.carrier().key(),
                pki.carrier().certificate()));
        generator.addCertificates(new JcaCertStore(pki.carrier().chain()));
        byte[] signature = generator.generate(new CMSProcessableByteArray(CONTENT), false).getEncoded();

        assertThat(fault(new CadesVerifier(pki.policy()).verify(CONTENT, signature, NOW))).isEqualTo(SignatureFault.SIGNER_NOT_NAMED);
    }

    @Test
    void refusesContentInsideTwoSignersTrailingBytesAndRubbish() throws Exception {
        var verifier = new CadesVerifier(pki.policy());
        byte[] good = Cades.sign(CONTENT, pki.carrier(), NOW);
        byte[] trailing = Arrays.copyOf(good, good.length + 1);

        assertThat(fault(verifier.verify(CONTENT, generic(true, 1), NOW))).isEqualTo(SignatureFault.BRINGS_CONTENT);
        assertThat(fault(verifier.verify(CONTENT, generic(false, 2), NOW))).isEqualTo(SignatureFault.SIGNER_COUNT);
        assertThat(fault(verifier.verify(CONTENT, trailing, NOW))).isEqualTo(SignatureFault.MALFORMED);
        assertThat(fault(verifier.verify(CONTENT, new byte[0], NOW))).isEqualTo(SignatureFault.MALFORMED);
        assertThat(fault(verifier.verify(CONTENT, new byte[] {0x30, 0x03, 1, 2, 3}, NOW))).isEqualTo(SignatureFault.MALFORMED);
        assertThat(fault(verifier.verify(CONTENT, CONTENT, NOW))).isEqualTo(SignatureFault.MALFORMED);
    }

    @Test
    void refusesASuiteThatThisCounterpartDoesNotUse() {
        byte[] signature = Cades.sign(CONTENT, pki.carrier(), NOW);

        assertThat(fault(new CadesVerifier(pki.policy().withSuites(Set.of(Suite.SM2_SM3))).verify(CONTENT, signature, NOW)))
                .isEqualTo(SignatureFault.WEAK_ALGORITHM);
    }

    @Test
    void signsNothingWithAnEndedCertificate() {
        assertThatThrownBy(() -> Cades.sign(CONTENT, pki.carrier(), NOW.plusSeconds(3 * 365 * 86_400L))).isInstanceOf(NoUsableKeyException.class);
    }

    private byte[] longTerm() throws Exception {
        byte[] stamped = CadesLevels.timestamp(Cades.sign(CONTENT, pki.carrier(), NOW), pki.timeAt(NOW.plusSeconds(5)));
        byte[] material = CadesLevels.withValidationMaterial(stamped, pki.chainCertificates(), List.of(pki.list(NOW.plusSeconds(60), Map.of()),
                pki.list(NOW.plusSeconds(9 * 365 * 86_400L - 60), Map.of())));
        return CadesLevels.archive(material, CONTENT, pki.timeAt(NOW.plusSeconds(120)));
    }

    private static byte[] signatureValue(byte[] signature) throws Exception {
        return new CMSSignedData(signature).getSignerInfos().getSigners().iterator().next().getSignature();
    }

    private byte[] generic(boolean attached, int signers) throws Exception {
        var generator = new CMSSignedDataGenerator();
        for (int i = 0; i < signers; i++) {
            generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", pki.carrier().key(),
                    pki.carrier().certificate()));
        }
        generator.addCertificates(new JcaCertStore(pki.carrier().chain()));
        return generator.generate(new CMSProcessableByteArray(CONTENT), attached).getEncoded();
    }

    private static SignatureFault fault(Verdict verdict) {
        return switch (verdict) {
            case TotalPassed passed -> throw new AssertionError("passed");
            case TotalFailed failed -> failed.fault();
            case Indeterminate open -> open.fault();
        };
    }
}
