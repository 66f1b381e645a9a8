package io.fairway.signing;

import static io.fairway.signing.Pki.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.signing.Jws.Naming;
import io.fairway.signing.Verdict.Indeterminate;
import io.fairway.signing.Verdict.TotalFailed;
import io.fairway.signing.Verdict.TotalPassed;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JwsTest {
    private static final byte[] PAYLOAD = "{\"container\":\"MSKU1234565\"}".getBytes(StandardCharsets.US_ASCII);
    private final Pki pki = Pki.SHARED;

    @ParameterizedTest
    @EnumSource(names = {"ECDSA_P256_SHA256", "RSA_PSS_SHA256"})
    void passesWithItsChain(Suite suite) {
        String jws = Jws.sign(PAYLOAD, pki.carrier(suite), Naming.CHAIN, NOW);

        assertThat(new JwsVerifier(pki.policy(suite)).verify(jws, NOW)).isInstanceOfSatisfying(TotalPassed.class, passed -> {
            assertThat(passed.content().bytes()).isEqualTo(PAYLOAD);
            assertThat(passed.signedAt()).contains(NOW);
        });
    }

    @Test
    void passesByDigestOnlyForAVerifierThatKnowsTheCertificate() {
        String jws = Jws.sign(PAYLOAD, pki.carrier(), Naming.DIGEST, NOW);

        assertThat(new JwsVerifier(TrustPolicy.of(Set.of(pki.carrier().certificate()))).verify(jws, NOW)).isInstanceOf(TotalPassed.class);
        assertThat(fault(jws)).isEqualTo(SignatureFault.UNTRUSTED);
    }

    @Test
    void signsEveryPayloadInShortAndLongSignatureNumbers() {
        for (int i = 0; i < 300; i++) {
            byte[] payload = {(byte) i, (byte) (i >> 8)};
            assertThat(new JwsVerifier(pki.policy()).verify(Jws.sign(payload, pki.carrier(), Naming.CHAIN, NOW), NOW))
                    .isInstanceOf(TotalPassed.class);
        }
    }

    @Test
    void findsEveryChangedCharacter() {
        String jws = Jws.sign(PAYLOAD, pki.carrier(), Naming.DIGEST, NOW);
        var verifier = new JwsVerifier(TrustPolicy.of(Set.of(pki.carrier().certificate())));

        for (int i = 0; i < jws.length(); i++) {
            char other = jws.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(verifier.verify(jws.substring(0, i) + other + jws.substring(i + 1), NOW)).isNotInstanceOf(TotalPassed.class);
        }
    }

    @Test
    void refusesTheKnownTricks() throws Exception {
        String good = Jws.sign(PAYLOAD, pki.carrier(), Naming.CHAIN, NOW);

        assertThat(fault(withHeader(good, "\"ES256\"", "\"none\""))).isEqualTo(SignatureFault.ALGORITHM_CONFUSED);
        assertThat(fault(withHeader(good, "\"ES256\"", "\"none\"").replaceAll("[^.]*$", ""))).isEqualTo(SignatureFault.ALGORITHM_CONFUSED);
        assertThat(fault(signedWithThePublicKeyAsSecret(good))).isEqualTo(SignatureFault.ALGORITHM_CONFUSED);
        assertThat(fault(withHeader(good, "{", "{\"crit\":[\"x\"],"))).isEqualTo(SignatureFault.UNKNOWN_CRITICAL);
        assertThat(fault(withHeader(good, "{", "{\"b64\":false,"))).isEqualTo(SignatureFault.UNKNOWN_CRITICAL);
        assertThat(fault(withHeader(good, "{", "{\"jwk\":{},"))).isEqualTo(SignatureFault.FOREIGN_KEY);
        assertThat(fault(withHeader(good, "{", "{\"alg\":\"ES256\","))).isEqualTo(SignatureFault.MALFORMED);
        assertThat(fault(good.replace(".", "=."))).isEqualTo(SignatureFault.MALFORMED);
        assertThat(fault(good + ".x")).isEqualTo(SignatureFault.MALFORMED);
        assertThat(fault("")).isEqualTo(SignatureFault.MALFORMED);
        assertThat(fault(good.replaceAll("[^.]*$", ""))).isEqualTo(SignatureFault.SIGNATURE_INVALID);
    }

    @Test
    void refusesTheChainOfAnother() throws Exception {
        String own = Jws.sign(PAYLOAD, pki.other(), Naming.CHAIN, NOW);
        String carriers = Base64.getEncoder().encodeToString(pki.carrier().certificate().getEncoded());
        String header = new String(Base64.getUrlDecoder().decode(own.split("\\.")[0]), StandardCharsets.UTF_8);

        String swapped = withHeader(own, header, header.replaceFirst("\"x5c\":\\[\"[^\"]*\"", "\"x5c\":[\"" + carriers + '"'));

        assertThat(fault(swapped)).isEqualTo(SignatureFault.FOREIGN_KEY);
    }

    @Test
    void hasNoFormForSm2() {
        assertThatThrownBy(() -> Jws.sign(PAYLOAD, pki.carrier(Suite.SM2_SM3), Naming.CHAIN, NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String withHeader(String jws, String old, String replacement) {
        String[] parts = jws.split("\\.", -1);
        String header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
        int at = header.indexOf(old);
        String changed = header.substring(0, at) + replacement + header.substring(at + old.length());
        return encode(changed.getBytes(StandardCharsets.UTF_8)) + '.' + parts[1] + '.' + parts[2];
    }

    private String signedWithThePublicKeyAsSecret(String good) throws Exception {
        String[] parts = withHeader(good, "\"ES256\"", "\"HS256\"").split("\\.");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(pki.carrier().certificate().getPublicKey().getEncoded(), "HmacSHA256"));
        return parts[0] + '.' + parts[1] + '.' + encode(mac.doFinal((parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private SignatureFault fault(String jws) {
        return switch (new JwsVerifier(pki.policy()).verify(jws, NOW)) {
            case TotalPassed passed -> throw new AssertionError("passed");
            case TotalFailed failed -> failed.fault();
            case Indeterminate open -> open.fault();
        };
    }
}
