package io.fairway.bench.hub;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A lane controller that speaks to the hub over HTTP, by connections that stay open. */
final class HubSpeaker implements GateSpeaker {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI hub;
    private final String token;

    /** @param token as it stands behind {@code Bearer} */
    HubSpeaker(HttpClient http, URI hub, String token) {
        this.http = http;
        this.hub = hub;
        this.token = token;
    }

    @Override
    public String say(String lane, String reading) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(hub.resolve("/api/gates/" + lane + "/readings")).timeout(LIMIT)
                .header("Content-Type", "application/json").header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(reading)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("Expected that the hub takes a reading, found " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        // the connections belong to the client, which others share
    }
}
