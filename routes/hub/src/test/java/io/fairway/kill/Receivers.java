package io.fairway.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.fixture.simulator.CustomsSimulator;
import io.fairway.fixture.simulator.PartyInbox;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The counterparts, which live on while the hub is killed, and what reached them. */
final class Receivers implements AutoCloseable {
    static final String CUSTOMS = "CNCUSTOMS";
    static final String TERMINAL = "HUBTERM";
    static final String CARRIER = "HUBLINE";
    static final String FORWARDER = "HUBFWD";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CustomsSimulator customs;
    private final Map<String, PartyInbox> inboxes;

    private Receivers(CustomsSimulator customs, Map<String, PartyInbox> inboxes) {
        this.customs = customs;
        this.inboxes = inboxes;
    }

    static Receivers start() throws IOException {
        Clock clock = Clock.systemUTC();
        return new Receivers(CustomsSimulator.start(CUSTOMS, 0, clock), Map.of(TERMINAL, PartyInbox.start(0, clock),
                CARRIER, PartyInbox.start(0, clock), FORWARDER, PartyInbox.start(0, clock)));
    }

    /** Writes the file that tells the hub where they are. */
    Path writeCounterparts(Path file) throws IOException {
        StringBuilder text = new StringBuilder("counterparts:\n");
        Map<String, String> dialects = Map.of(CUSTOMS, "{Manifest: MT1101, GoodsDeclaration: WCO-DEC}",
                TERMINAL, "{ContainerReleaseOrder: 'COREOR:D:00B:UN:SMDG20', CustomsResponse: 'CUSRES:D:96B:UN'}",
                CARRIER, "{CustomsResponse: 'CUSRES:D:96B:UN', SyntaxReport: 'CONTRL:D:3:UN'}",
                FORWARDER, "{CustomsResponse: 'CUSRES:D:96B:UN', SyntaxReport: 'CONTRL:D:3:UN'}");
        dialects.forEach((party, spoken) -> text.append("""
                  - party: %s
                    environment: live
                    endpoint: http://127.0.0.1:%d/messages
                    dialects: %s
                """.formatted(party, port(party), spoken)));
        return Files.writeString(file, text);
    }

    private int port(String party) {
        return party.equals(CUSTOMS) ? customs.port() : inboxes.get(party).port();
    }

    List<String> parties() {
        return List.of(CUSTOMS, TERMINAL, CARRIER, FORWARDER);
    }

    void pointTo(URI hub, String customsSecret) {
        customs.pointTo(hub, customsSecret);
    }

    /**
     * One message as it reached a counterpart.
     *
     * @param conflicts how often other bytes came under its id
     * @param place order of first arrival
     */
    record Arrived(String messageId, String sha256, int times, int conflicts, int place) {
    }

    List<Arrived> arrivedAt(String party) throws IOException {
        List<Arrived> arrived = new ArrayList<>();
        for (JsonNode delivery : get(party, "/deliveries").path("deliveries")) {
            arrived.add(new Arrived(delivery.path("messageId").asText(), delivery.path("sha256").asText(),
                    delivery.path("times").asInt(), delivery.path("conflicts").asInt(), delivery.path("place").asInt()));
        }
        return arrived;
    }

    /** What customs sent to the hub: states {@code waiting}, {@code acknowledged}, {@code refused}. */
    List<String> statesOfDecisions() throws IOException {
        List<String> states = new ArrayList<>();
        get(CUSTOMS, "/sent").path("sent").forEach(sent -> states.add(sent.path("state").asText()));
        return states;
    }

    private JsonNode get(String party, String path) throws IOException {
        try (InputStream answer = URI.create("http://127.0.0.1:" + port(party) + path).toURL().openStream()) {
            return JSON.readTree(answer);
        }
    }

    @Override
    public void close() {
        customs.close();
        inboxes.values().forEach(PartyInbox::close);
    }
}
