package io.fairway.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Intent;
import io.fairway.contract.intent.PublicKey256;
import io.fairway.contract.intent.RefusedException;
import io.fairway.contract.intent.Refusal;
import io.fairway.contract.intent.Signed;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntentTest {
    private final Harbour harbour = Harbour.open();

    @Test
    void isSignedAsDomainLineAndCanonicalJson() {
        Intent intent = harbour.order("shipper", "bill.cancelIntents", Harbour.bill(1, 1)).intent();

        assertThat(new String(intent.signedBytes(), UTF_8)).isEqualTo("fairway-intent/1\n{\"action\":\"bill.cancelIntents\",\"actor\":\"shipper\",\"event\":\""
                + intent.event() + "\",\"expiry\":\"2026-11-21T09:00:00Z\",\"ledger\":\"trade\",\"subject\":\"" + Harbour.bill(1, 1) + "\",\"version\":\"0\"}");
    }

    @Test
    void isVerifiedWhenAnotherToolSignedIt() {
        // OpenSSL 3 made key and signature: openssl dgst -sha256 -sign, its DER written as r and s
        PublicKey256 key = new PublicKey256("MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEcNqsCYU7xhWuDHIuY9A6Pda6K/UgL/CTiJPXsOVPNJLNYqrHokOBmPtSDd3R"
                + "CxsRuNp2XT5E4ptcJC5wbuiu6g==");
        Signed signed = Signed.parse("fe4162314f1e16d242de1ce34b4186e1fafed134f22f6b87344bb5d10b5b9aef."
                + "UlvwvNUmNzM39OaOaiRFFtillF0qE34I2Edx3LejdjfS2q6TJJ6MYGytx5k75Lp_ZrZLOqrv7lre1dNFmBNTDw");
        Intent intent = harbour.order("shipper", "bill.cancelIntents", "bill/ocean-line/" + Harbour.DIGEST + "/1").with("event", "event-vector")
                .with("expiry", "2026-11-21T09:00:00Z").atVersion(7).intent();

        assertThat(intent.digest()).isEqualTo("d023186619bd765f4e0c08cdde92effd56202820a647c379689083c394b5ce12");
        assertThatCode(() -> signed.check(key, intent)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"b\":\"1\",\"a\":\"2\"}", "{\"a\":\"1\",\"a\":\"2\"}", "{\"a\": \"1\"}", "{\"a\":1}", "{\"a\":\"\"}",
            "{\"a\":\"\\u0041\"}",
        "{\"a\":\"é\"}", "{\"a\":\"1\"}\n", " {\"a\":\"1\"}", "{\"A\":\"1\"}", "{\"a\":\"1\",}", "{\"a\":{\"b\":\"1\"}}", "{\"a\":\"x\ty\"}",
                "{\"a\":\"1\"\"b\":\"2\"}"})
    void isRefusedUnlessCanonical(String json) {
        assertThatThrownBy(() -> Fields.parse(json)).isInstanceOf(RefusedException.class).hasMessageStartingWith("FW-INTENT-FORM: ");
    }

    @Test
    void isReadBackAsItWasWritten() {
        Fields fields = Fields.none().with("b", "2 and {,}:[]").with("a", "1");

        assertThat(Fields.parse(fields.json())).isEqualTo(fields);
        assertThat(fields.json()).isEqualTo("{\"a\":\"1\",\"b\":\"2 and {,}:[]\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"action", "actor", "event", "expiry", "ledger", "subject", "version", "recipient", "deadline"})
    void isRefusedWithoutAnyOfItsMembers(String member) {
        offer().without(member).isRefused(Refusal.INTENT_FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"expiry=2026-02-30T00:00:00Z", "expiry=tomorrow", "version=01", "version=-1", "event=short", "actor=Shipper", "actor=@",
            "subject=bill/x",
        "subject=cargo/1", "recipient=Nobody Ltd", "deadline=2026-11-21T12:00:00.5Z", "pin=1234"})
    void isRefusedWhenAMemberIsBadlyWritten(String member) {
        String[] parts = member.split("=", 2);

        offer().with(parts[0], parts[1]).isRefused(Refusal.INTENT_FORM);
    }

    @Test
    void isRefusedAboutASubjectOfAnotherKind() {
        offer().with("subject", "party/shipper").isRefused(Refusal.INTENT_FORM);
    }

    @Test
    void isRefusedWithASignatureThatDoesNotStand() {
        Order offer = offer();
        String signature = offer.arguments().get(2);
        String id = harbour.key("shipper").id();
        offer.withSignatures(id + "." + "A".repeat(86)).isRefused(Refusal.SIGNATURE);
        offer.withSignatures(id + ".AAAA").isRefused(Refusal.SIGNATURE);
        offer.withSignatures("shipper." + signature.split("\\.", 2)[1]).isRefused(Refusal.SIGNATURE);
        offer.withSignatures(harbour.key("buyer").id() + "." + signature.split("\\.", 2)[1]).isRefused(Refusal.SIGNATURE);
        offer.withSignatures(harbour.key("shipper").sign(offer.intent().fields().bytes())).isRefused(Refusal.SIGNATURE);
    }

    @Test
    void isRefusedWithAnotherSpellingOfASignatureThatStands() {
        Order offer = offer();
        String signature = offer.arguments().get(2);
        String start = signature.substring(0, signature.length() - 1);
        String spellings = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        char next = spellings.charAt(spellings.indexOf(signature.charAt(signature.length() - 1)) + 1);

        assertThat(Base64.getUrlDecoder().decode((start + next).split("\\.", 2)[1]))
                .isEqualTo(Base64.getUrlDecoder().decode(signature.split("\\.", 2)[1]));
        offer.withSignatures(start + next).isRefused(Refusal.SIGNATURE);
    }

    @Test
    void isRefusedWithMoreSignaturesThanAnybodyNeeds() {
        String signature = offer().arguments().get(2);

        offer().withSignatures(signature, signature, signature, signature, signature, signature, signature, signature, signature).isRefused(Refusal.ARGUMENTS);
    }

    @Test
    void isRefusedWhenAnyStrangeSignatureIsAmongThem() {
        offer().signedBy(TestKey.create()).isRefused(Refusal.KEY_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64"})
    void takesNoOtherThingForAKey(String text) {
        assertThatThrownBy(() -> new PublicKey256(text)).isInstanceOf(RefusedException.class).hasMessageStartingWith("FW-KEY-FORM: ");
    }

    @Test
    void takesNoKeyOfAnotherCurveAndNoPointAtInfinity() {
        byte[] encoded = Base64.getDecoder().decode(TestKey.create().spki());
        byte[] otherCurve = encoded.clone();
        otherCurve[22] = 6;
        byte[] zero = encoded.clone();
        Arrays.fill(zero, 27, 91, (byte) 0);

        assertThatThrownBy(() -> new PublicKey256(Base64.getEncoder().encodeToString(otherCurve))).hasMessageStartingWith("FW-KEY-FORM");
        assertThatThrownBy(() -> new PublicKey256(Base64.getEncoder().encodeToString(zero))).hasMessageStartingWith("FW-KEY-FORM");
    }

    @Test
    void isAnsweredInTextOnly() {
        MemoryLedger.Proposal refused = offer().atVersion(9).propose();

        assertThat(refused.response().getMessage()).isEqualTo("FW-VERSION: the subject is at another version: expected 0, found 9");
        assertThat(refused.response().getPayload()).isNullOrEmpty();
    }

    private Order offer() {
        return harbour.order("shipper", "bill.offer", Harbour.bill(1, 1)).to("buyer").with("deadline", "2026-11-22T08:00:00Z");
    }
}
