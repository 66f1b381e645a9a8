package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import io.fairway.fixture.Voyages;
import io.fairway.hub.As2Relay.Sent;
import io.fairway.signing.SignedEntity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub tells a party by AS2, and is that party itself: its own entrance takes what its own exit sends. */
class As2OutTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final As2Relay RELAY = HUB.as2Relay();
    private static final TestParty PEER = HUB.party("AS2PEER");
    private static final Duration PATIENTLY = Duration.ofSeconds(60);

    @TempDir
    private Path folder;
    private final long seed = HUB.freshSeed();

    @Test
    void sendsTheSameBytesUnderOneNameUntilTheReceiptIsSignedByAnEnrolledKey() throws JOSEException, IOException {
        String interchange = PEER.submit(Voyages.cuscar(Voyages.shipments(1, seed), "P" + seed)).at("/interchanges/0/interchange/id").asText();
        await().atMost(PATIENTLY).until(() -> attempts(interchange) > 1);
        JsonNode waiting = answer(interchange);
        assertThat(waiting.path("state").asText()).isEqualTo("waiting");
        assertThat(waiting.path("cause").asText()).isNotEmpty();

        enrol(RELAY.sent().getLast());

        await().atMost(PATIENTLY).until(() -> answer(interchange).path("state").asText().equals("delivered"));
        List<Sent> sent = RELAY.sent().stream().filter(each -> text(each.body()).contains("UCI+P" + seed + "+")).toList();
        assertThat(sent).hasSizeGreaterThan(1);
        assertThat(sent).allMatch(each -> each.messageId().equals(sent.getFirst().messageId())
                && each.contentType().equals(sent.getFirst().contentType()) && Arrays.equals(each.body(), sent.getFirst().body()));

        byte[] entity = OpenSsl.in(folder).verified(sent.getFirst().contentType(), sent.getFirst().body());
        assertThat(text(entity)).startsWith("Content-Type: ").contains("\r\nContent-Transfer-Encoding: binary\r\n\r\n", "UCI+P" + seed + "+");
        assertEvidenceHolds(sent.getFirst().messageId().replaceAll("[<>]|@.*", ""), entity);
        await().atMost(PATIENTLY).untilAsserted(() -> assertThat(PEER.list("/api/interchanges?direction=received"))
                .as("what came in again").anyMatch(received -> received.path("sender").asText().equals("FAIRWAY")));
    }

    @Test
    void isSeenByTheOperatorAmongTheCounterparts() {
        List<JsonNode> counterparts = HUB.party("HUBOPS").list("/api/counterparts?limit=200");

        assertThat(counterparts).extracting(each -> each.path("party").asText()).isSorted().contains("CNCUSTOMS", "AS2PEER");
        JsonNode peer = counterparts.stream().filter(each -> each.path("party").asText().equals("AS2PEER")).findFirst().orElseThrow();
        assertThat(peer.path("channel").asText()).isEqualTo("as2");
        assertThat(peer.path("address").asText()).startsWith("http://127.0.0.1:").endsWith("/in");
        assertThat(peer.at("/dialects/SyntaxReport").asText()).isEqualTo("CONTRL:D:3:UN");
        assertThat(HUB.party("HUBOPS").read("/api/counterparts?limit=1").path("next").asText()).startsWith("/api/counterparts?limit=1&cursor=");
    }

    /** The evidence of a message that went by AS2 holds it as openssl reads it. */
    private void assertEvidenceHolds(String delivery, byte[] entity) throws IOException {
        byte[] container = PEER.get("/api/interchanges/" + delivery + "/evidence").body();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(container))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && !entry.getName().endsWith("/image.eml")) {
                entry = zip.getNextEntry();
            }
            assertThat(entry).as("image.eml").isNotNull();
            assertThat(OpenSsl.in(folder).verified(zip.readAllBytes())).isEqualTo(entity);
        }
    }

    private static JsonNode answer(String interchange) {
        return PEER.list("/api/interchanges/" + interchange + "/deliveries").stream()
                .filter(delivery -> delivery.path("recipient").asText().equals("AS2PEER")).findFirst().orElseThrow();
    }

    private static int attempts(String interchange) {
        return PEER.list("/api/interchanges/" + interchange + "/deliveries").stream().mapToInt(delivery -> delivery.path("attempts").asInt()).sum();
    }

    /** The key that the hub signed with, as one of the party: it is both. */
    private static void enrol(Sent sent) throws JOSEException {
        var signed = (SignedEntity.Signed) SignedEntity.verify(sent.contentType(), sent.body());
        String until = Instant.now().plus(Duration.ofDays(10)).toString();
        JsonNode act = HUB.party("AS2PEER.anna").create("/api/parties/AS2PEER/keys",
                Map.of("jwk", ECKey.parse(signed.signer()).toPublicJWK().toJSONString(), "purpose", "signing", "validUntil", until));
        HUB.party("AS2PEER.bo").create("/api/approvals/" + act.path("id").asText() + "/confirmation", Map.of());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
