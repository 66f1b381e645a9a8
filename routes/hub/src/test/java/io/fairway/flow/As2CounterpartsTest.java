package io.fairway.flow;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.fairway.connector.As2Delivery;
import io.fairway.fixture.Fixtures;
import io.fairway.signing.Digest;
import io.fairway.signing.SignedEntity;
import io.fairway.signing.SigningKey;
import io.fairway.usecase.Counterparts.SendOutcome;
import io.fairway.usecase.Digests;
import io.fairway.usecase.Endpoint;
import io.fairway.usecase.OutboundId;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.SignedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is taken as proof that an AS2 counterpart has a message, and what is not. */
class As2CounterpartsTest {
    private static final PartyId TERMINAL = new PartyId("HUBTERM");
    private static final Instant NOW = Instant.parse("2026-03-12T08:00:00Z");
    private static final SigningKey HUB_KEY = As2Keys.validAt(NOW);
    private static final SigningKey TERMINAL_KEY = As2Keys.validAt(NOW);
    private static final SigningKey EXPIRED_KEY = As2Keys.validAt(NOW.minus(Duration.ofDays(400)));
    private static final OutboundId ID = new OutboundId(UUID.fromString("0195a000-0000-7000-8000-000000000001"));
    private static final String MESSAGE_ID = "<" + ID + "@fairway>";
    private static final byte[] DOCUMENT = Fixtures.bytes("edifact/coreor_d00b_release_order.edi");
    private static final SignedEntity.Travelling SIGNED = SignedEntity.signDocument(DOCUMENT, "application/edifact", HUB_KEY, NOW);
    private static final SignedImage IMAGE = new SignedImage(SIGNED.body(), SIGNED.contentType(), Digests.of(SIGNED.body()), new byte[0]);

    @RegisterExtension
    static final WireMockExtension COUNTERPART = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort()).build();

    private final As2Counterparts counterparts = new As2Counterparts(
            new As2Delivery(Duration.ofSeconds(2), new TlsServers(Path.of("target")).believed()), (party, certificate) ->
            party.equals(TERMINAL) && (certificate.equals(TERMINAL_KEY.certificate()) || certificate.equals(EXPIRED_KEY.certificate())),
            "FAIRWAY", InstantSource.fixed(NOW));

    @Test
    void takesASignedReceiptOverTheSameBytesAsProofAndKeepsItVerifiable() {
        SendOutcome outcome = answered(signed(receipt(MESSAGE_ID, mic(), "processed"), TERMINAL_KEY));

        assertThat(outcome).isInstanceOfSatisfying(SendOutcome.Receipted.class, receipted -> assertThat(receipted.receipt())
                .asString(StandardCharsets.ISO_8859_1).contains("multipart/signed", "boundary=\"r\"", MESSAGE_ID));
        assertThat(answered(signed(receipt(MESSAGE_ID, mic(), "processed/Warning: duplicate-document"), TERMINAL_KEY)))
                .as("it has it already").isInstanceOf(SendOutcome.Receipted.class);
    }

    @Test
    void sendsTheKeptBytesUnderTheSameNameEachTime() {
        answered(aResponse().withStatus(503));
        answered(signed(receipt(MESSAGE_ID, mic(), "processed"), TERMINAL_KEY));

        COUNTERPART.verify(2, postRequestedFor(urlEqualTo("/as2?way=in"))
                .withHeader("Message-ID", equalTo(MESSAGE_ID)).withHeader("AS2-From", equalTo("FAIRWAY"))
                .withHeader("AS2-To", equalTo("TERMINAL-ONE")).withHeader("AS2-Version", equalTo("1.2"))
                .withHeader("Content-Type", equalTo(IMAGE.contentType()))
                .withHeader("Disposition-Notification-To", equalTo("FAIRWAY"))
                .withHeader("Disposition-Notification-Options", equalTo(
                        "signed-receipt-protocol=required, pkcs7-signature; signed-receipt-micalg=required, sha-256"))
                .withRequestBody(binaryEqualTo(IMAGE.bytes())));
    }

    @Test
    void takesNoReceiptThatIsUnsignedChangedOrSignedBySomebodyElse() {
        byte[] receipt = receipt(MESSAGE_ID, mic(), "processed");
        String text = new String(receipt, StandardCharsets.US_ASCII);
        int end = text.indexOf("\r\n\r\n");
        assertNoProof(aResponse().withHeader("Content-Type", text.substring("Content-Type: ".length(), end).replaceAll("\r\n\\s", " "))
                .withBody(text.substring(end + 4)), "No signed receipt");
        byte[] whole = SignedEntity.sign(receipt, "r", TERMINAL_KEY, NOW);
        byte[] changed = new String(whole, StandardCharsets.ISO_8859_1).replace("not yet read", "read already").getBytes(StandardCharsets.ISO_8859_1);
        assertNoProof(aResponse().withHeader("Content-Type", SignedEntity.contentType("r")).withBody(changed), "No signed receipt");
        assertNoProof(signed(receipt, HUB_KEY), "did not enrol");
        assertNoProof(signed(receipt, EXPIRED_KEY, NOW.minus(Duration.ofDays(400))), "past its certificate's days");
    }

    @Test
    void takesNoReceiptForAnotherMessageOrOtherBytes() {
        assertNoProof(signed(receipt("<another@fairway>", mic(), "processed"), TERMINAL_KEY), "for another message");
        String other = Base64.getEncoder().encodeToString(Digest.sha256(DOCUMENT)) + ", sha-256";
        assertNoProof(signed(receipt(MESSAGE_ID, other, "processed"), TERMINAL_KEY), "for other bytes");
        assertNoProof(signed(receipt(MESSAGE_ID, mic().replace("sha-256", "sha1"), "processed"), TERMINAL_KEY), "for other bytes");
        assertNoProof(signed(receipt(MESSAGE_ID, "", "processed"), TERMINAL_KEY), "does not say for which");
    }

    @Test
    void takesARefusalForGoodOnlyWhereTheSameBytesWillBeRefusedAgain() {
        for (String words : List.of("failed/failure: sender-equals-receiver", "processed/error: decryption-failed",
                "processed/error: insufficient-message-security", "processed/error: duplicate-document")) {
            assertThat(answered(signed(receipt(MESSAGE_ID, mic(), words), TERMINAL_KEY))).isEqualTo(new SendOutcome.Refused("The receipt says: " + words));
        }
        for (String words : List.of("processed/error: authentication-failed", "processed/error: integrity-check-failed",
                "processed/error: unexpected-processing-error")) {
            assertNoProof(signed(receipt(MESSAGE_ID, mic(), words), TERMINAL_KEY), words);
        }
        assertNoProof(signed(receipt(MESSAGE_ID, mic(), "failed/failure: unsupported format"), HUB_KEY), "did not enrol");
        assertNoProof(signed(receipt("<another@fairway>", mic(), "failed/failure: unsupported format"), TERMINAL_KEY), "for another message");
    }

    @Test
    void takesRubbishForNoProof() {
        assertNoProof(aResponse().withStatus(200), "No signed receipt");
        assertNoProof(aResponse().withHeader("Content-Type", "text/html").withBody("<html>all fine</html>"), "No signed receipt");
        assertNoProof(aResponse().withHeader("Content-Type", "multipart/signed").withBody("--r"), "No signed receipt");
        assertNoProof(signed("Content-Type: text/plain\r\n\r\nfine".getBytes(StandardCharsets.US_ASCII), TERMINAL_KEY), "not a receipt");
        assertNoProof(signed("Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n".getBytes(StandardCharsets.US_ASCII), TERMINAL_KEY), "not a receipt");
        assertNoProof(signed(receipt(MESSAGE_ID, mic(), "processed"), TERMINAL_KEY).withStatus(500), "Status 500");
        assertNoProof(aResponse().withStatus(302).withHeader("Location", "/elsewhere"), "Status 302");
    }

    @Test
    void livesWithSilenceAndResets() {
        assertNoProof(signed(receipt(MESSAGE_ID, mic(), "processed"), TERMINAL_KEY).withFixedDelay(10_000), "No answer within");
        assertNoProof(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), "");
        assertNoProof(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "");
    }

    @Test
    void sendsNothingThatWasSealedForAnotherChannel() {
        var other = new SignedImage(DOCUMENT, "application/edifact", Digests.of(DOCUMENT), new byte[] {1});

        assertThat(counterparts.send(TERMINAL, endpoint(), ID, other, "0".repeat(32))).isInstanceOf(SendOutcome.NotReceipted.class);
        COUNTERPART.verify(0, postRequestedFor(urlEqualTo("/as2?way=in")));
    }

    private static String mic() {
        byte[] entity = ((SignedEntity.Signed) SignedEntity.verify(IMAGE.contentType(), IMAGE.bytes())).entity();
        return Base64.getEncoder().encodeToString(Digest.sha256(entity)) + ", sha-256";
    }

    private static byte[] receipt(String messageId, String mic, String outcome) {
        return Fixtures.text("as2/receipt.txt").replace("\n", "\r\n").replace("@ID@", messageId).replace("@MIC@", mic)
                .replace("@OUTCOME@", outcome).getBytes(StandardCharsets.US_ASCII);
    }

    private static ResponseDefinitionBuilder signed(byte[] entity, SigningKey key) {
        return signed(entity, key, NOW);
    }

    private static ResponseDefinitionBuilder signed(byte[] entity, SigningKey key, Instant at) {
        return aResponse().withHeader("Content-Type", SignedEntity.contentType("r")).withBody(SignedEntity.sign(entity, "r", key, at));
    }

    private void assertNoProof(ResponseDefinitionBuilder answer, String why) {
        assertThat(answered(answer)).isInstanceOfSatisfying(SendOutcome.NotReceipted.class, failed -> assertThat(failed.cause()).contains(why));
    }

    private SendOutcome answered(ResponseDefinitionBuilder answer) {
        COUNTERPART.stubFor(post("/as2?way=in").willReturn(answer));
        return counterparts.send(TERMINAL, endpoint(), ID, IMAGE, "0123456789abcdef0123456789abcdef");
    }

    private static Endpoint.As2 endpoint() {
        return (Endpoint.As2) Endpoint.read(COUNTERPART.baseUrl().replace("http://", "as2+http://TERMINAL-ONE@") + "/as2?way=in");
    }
}
