package io.fairway.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.boot.TestConsortium;
import io.fairway.boot.WholeHub;
import io.fairway.usecase.title.FlatRecord;
import io.fairway.web.HttpCaller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A whole hub with its development ledger, and parties that sign on their own side. */
final class LedgerHub implements AutoCloseable {
    static final Path CONTRACT = TestConsortium.CONTRACT;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WholeHub hub;
    private final Map<String, HttpCaller> callers = new ConcurrentHashMap<>();

    private LedgerHub(WholeHub hub) {
        this.hub = hub;
    }

    static LedgerHub start(Path home, String... settings) {
        var all = new java.util.ArrayList<>(List.of("--FAIRWAY_LEDGER_CONTRACT=" + CONTRACT));
        all.addAll(List.of(settings));
        return new LedgerHub(WholeHub.start(home, all.toArray(String[]::new)));
    }

    LedgerHub awaitLedger() {
        await().atMost(PATIENCE).until(() -> health().path("status").asText().equals("UP"));
        return this;
    }

    JsonNode health() {
        return HttpCaller.json(as("HUBOPS").get("/actuator/health")).at("/components/ledger");
    }

    HttpCaller as(String party) {
        return callers.computeIfAbsent(party, each -> HttpCaller.party(hub.port(), hub.home(), each));
    }

    /** A draft for the party. @param members names and values by turns */
    String draft(String party, String action, String... members) {
        HttpResponse<byte[]> answer = drafted(party, action, members);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        return HttpCaller.json(answer).path("intent").asText();
    }

    HttpResponse<byte[]> drafted(String party, String action, String... members) {
        var wish = new TreeMap<String, String>(Map.of("action", action));
        for (int i = 0; i < members.length; i += 2) {
            wish.put(members[i], members[i + 1]);
        }
        return as(party).post("/api/intents", "application/json", json(wish));
    }

    /** Hands an intent in, signed by these parties. */
    HttpResponse<byte[]> handIn(String party, String intent, String... signers) {
        return handIn(party, intent, Map.of(), signers);
    }

    /** Hands an intent in with what it has only commitments to; without signers the hub signs for a party whose key it keeps. */
    HttpResponse<byte[]> handIn(String party, String intent, Map<String, String> unrecorded, String... signers) {
        var signatures = java.util.Arrays.stream(signers).map(signer -> sign(signer, intent)).toList();
        return as(party).post(path(FlatRecord.read(intent).text("action")), "application/json",
                json(Map.of("intent", intent, "signatures", signatures, "unrecorded", unrecorded)));
    }

    /** Drafts, signs, hands in, and waits for the ledger. */
    JsonNode act(String party, String action, String... members) {
        HttpResponse<byte[]> answer = drafted(party, action, members);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        JsonNode draft = HttpCaller.json(answer);
        var unrecorded = new TreeMap<String, String>();
        draft.path("unrecorded").propertyStream().forEach(each -> unrecorded.put(each.getKey(), each.getValue().asText()));
        return settled(party, handIn(party, draft.path("intent").asText(), unrecorded, party));
    }

    /** The act of an answer, once the ledger has spoken. */
    JsonNode settled(String party, HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(202);
        String path = "/api/acts/" + HttpCaller.json(answer).path("id").asText();
        await().atMost(PATIENCE).until(() -> !HttpCaller.json(as(party).get(path)).path("state").asText().equals("pending"));
        return HttpCaller.json(as(party).get(path));
    }

    /** The right of a recorded act, once the hub has read it back at this version or a later one. */
    JsonNode right(String party, JsonNode act, long version) {
        assertThat(act.path("state").asText()).as(act.toString()).isEqualTo("recorded");
        String path = path(act.path("action").asText());
        await().atMost(PATIENCE).until(() -> HttpCaller.json(as(party).get(path)).path("items").valueStream()
                .anyMatch(right -> right.path("subject").asText().equals(act.path("subject").asText()) && right.path("version").asLong() >= version));
        return HttpCaller.json(as(party).get(path)).path("items").valueStream()
                .filter(right -> right.path("subject").asText().equals(act.path("subject").asText())).findFirst().orElseThrow();
    }

    /** Signs as the party does on its side; a terminal's key lies in the hub's custody. */
    String sign(String party, String intent) {
        return TestConsortium.sign(hub.home(), party, intent);
    }

    private static String path(String action) {
        return "/api/" + action.substring(0, action.indexOf('.')) + "s";
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part of the running hub. */
    <T> T part(Class<T> type) {
        return hub.context().getBean(type);
    }

    Path home() {
        return hub.home();
    }

    int port() {
        return hub.port();
    }

    @Override
    public void close() {
        hub.close();
    }
}
