package io.fairway.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.fixture.simulator.CounterpartServer;
import io.fairway.fixture.simulator.Mode;
import io.fairway.web.HttpCaller;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A counterpart as the tests see it: what it was told, and how it behaves. */
final class Counterpart {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpCaller http;
    private final int port;
    private final Map<String, String> bodies = new ConcurrentHashMap<>();

    private Counterpart(int port) {
        this.http = HttpCaller.nobody(port);
        this.port = port;
    }

    /** What it was told once, however often it came. */
    record Told(String messageId, String what, String sha256, int times, int conflicts, String body) {
    }

    /** One that only listens. */
    static Counterpart open() throws IOException {
        return new Counterpart(CounterpartServer.open(0, delivery -> { }, Clock.systemUTC()).port());
    }

    static Counterpart at(int port) {
        return new Counterpart(port);
    }

    String endpoint() {
        return "http://127.0.0.1:" + port + "/messages";
    }

    void become(Mode mode) {
        post("/mode", Map.of("mode", mode.name()));
    }

    /** Sends it a command of its own interface. */
    void post(String path, Object command) {
        try {
            HttpResponse<byte[]> answer = http.post(path, "application/json", JSON.writeValueAsBytes(command));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Expected 200, found " + answer.statusCode() + new String(answer.body(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode read(String path) {
        return HttpCaller.json(http.get(path));
    }

    /** Everything whose bytes contain the word, in the order of first arrival. */
    List<Told> toldAbout(String word) {
        return read("/deliveries").path("deliveries").valueStream().map(this::told).filter(told -> told.body().contains(word)).toList();
    }

    private Told told(JsonNode delivery) {
        String id = delivery.path("messageId").asText();
        String body = bodies.computeIfAbsent(id, known -> new String(http.get("/deliveries/" + known).body(), StandardCharsets.UTF_8));
        return new Told(id, delivery.path("what").asText(), delivery.path("sha256").asText(), delivery.path("times").asInt(),
                delivery.path("conflicts").asInt(), body);
    }
}
