package io.fairway.agent;

import io.fairway.signing.Json;
import io.fairway.signing.JsonText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The hub over HTTP. */
public final class HttpHub implements HubLink {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    /** Malformed, in conflict, too large, not to be processed: the same again would be answered the same. */
    private static final Set<Integer> REFUSALS = Set.of(400, 409, 413, 422);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI hub;
    private final Supplier<String> token;

    /** @param token gives a bearer token of the agent that is valid now */
    public HttpHub(URI hub, Supplier<String> token) {
        this.hub = hub;
        this.token = token;
    }

    @Override
    public List<String> newsAfter(long sequence) throws IOException {
        HttpResponse<byte[]> answer = answer(request("/api/gates/passes?after=" + sequence).GET().build());
        if (answer.statusCode() != OK) {
            throw new IOException("The hub answered " + answer.statusCode());
        }
        List<String> news = new ArrayList<>();
        try {
            if (JsonText.read(answer.body()) instanceof Json.Members members && members.of().get("items") instanceof Json.Elements items) {
                items.of().forEach(item -> {
                    if (item instanceof Json.Text text) {
                        news.add(text.value());
                    }
                });
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("The hub's answer is not JSON", e);
        }
        return news;
    }

    @Override
    public void deliver(String lane, String transaction, byte[] record) throws IOException {
        HttpRequest delivery = request("/api/gates/" + lane + "/deliveries").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(record)).build();
        int answer = answer(delivery).statusCode();
        if (REFUSALS.contains(answer)) {
            throw new DeliveryRefusedException("The hub answered " + answer + " to decision " + transaction);
        }
        if (answer != ACCEPTED) {
            throw new IOException("The hub answered " + answer);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(hub.resolve(path)).timeout(PATIENCE).header("Authorization", "Bearer " + token.get());
    }

    private HttpResponse<byte[]> answer(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the hub was asked", e);
        }
    }
}
