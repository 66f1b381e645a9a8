package io.fairway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntentSignatureTest {

    @Test
    void writesAnIntentInOneWay() {
        assertThat(IntentSignature.canonical(" { \"b\" : \"2 {x}, [y]\" ,\n \"a.c\":\"1\" } ")).isEqualTo("{\"a.c\":\"1\",\"b\":\"2 {x}, [y]\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "{\"a\":1}", "{\"a\":\"\"}", "{\"a\":\"1\",}", "{\"a\":\"1\"}x", "{\"a\":\"1\",\"a\":\"2\"}",
            "{\"a\":\"\\u0041\"}", "{\"A\":\"1\"}", "{\"a\":\"\u8239\"}", "{\"a\":{\"b\":\"1\"}}"})
    void refusesWhatIsNotAFlatObjectOfPlainTexts(String json) {
        assertThatThrownBy(() -> IntentSignature.canonical(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void signsTheDomainAndTheIntent() throws GeneralSecurityException {
        var keys = keys("secp256r1");
        var intent = "{\"a\":\"1\"}";

        var signature = IntentSignature.sign(intent, keys.getPrivate(), keys.getPublic());

        var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(keys.getPublic());
        verifier.update(("fairway-intent/1\n" + intent).getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.verify(Base64.getUrlDecoder().decode(signature.substring(65)))).isTrue();
        assertThat(signature).startsWith(IntentSignature.keyId(keys.getPublic()) + ".");
    }

    @Test
    void refusesOtherKeysAndOtherForms() throws GeneralSecurityException {
        var keys = keys("secp256r1");
        var large = keys("secp384r1");

        assertThatThrownBy(() -> IntentSignature.sign("{\"a\":\"1\"}", keys.getPrivate(), keys("secp256r1").getPublic())).hasMessageContaining("belong");
        assertThatThrownBy(() -> IntentSignature.sign("{\"a\":\"1\"}", large.getPrivate(), large.getPublic())).hasMessageContaining("P-256");
        assertThatThrownBy(() -> IntentSignature.sign("{ \"a\":\"1\"}", keys.getPrivate(), keys.getPublic())).hasMessageContaining("canonical");
    }

    private static KeyPair keys(String curve) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }
}
