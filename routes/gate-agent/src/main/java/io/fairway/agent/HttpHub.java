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
import java.util.function.Supplier;

/** The hub over HTTP. */
public final class HttpHub implements HubLink {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

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
        byte[] body = send(request("/api/gates/passes?after=" + sequence).GET().build(), OK);
        List<String> news = new ArrayList<>();
        try {
            if (JsonText.read(body) instanceof Json.Members members && members.of().get("items") instanceof Json.Elements items) {
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
        send(request("/api/gates/" + lane + "/deliveries").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(record)).build(), ACCEPTED);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(hub.resolve(path)).timeout(PATIENCE).header("Authorization", "Bearer " + token.get());
    }

    private byte[] send(HttpRequest request, int expected) throws IOException {
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != expected) {
                throw new IOException("The hub answered " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the hub was asked", e);
        }
    }
}
