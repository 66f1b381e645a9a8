package io.fairway.bench.hub;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Hands declarations in over HTTP, by connections that stay open. */
final class Http implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final int UNAUTHORIZED = 401;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();

    /** To an address that asks for nothing. */
    Post to(URI address) {
        return letter -> post(address, letter, Map.of());
    }

    /** To the hub, each party with a token of its own; a refused token is replaced. */
    Post toHub(URI hub, Map<String, String> secrets) {
        var tokens = new ConcurrentHashMap<String, String>();
        var address = hub.resolve("/api/transmissions");
        return letter -> {
            int status = post(address, letter, Map.of("Authorization", token(hub, letter.party(), secrets, tokens)));
            if (status != UNAUTHORIZED) {
                return status;
            }
            tokens.remove(letter.party());
            return post(address, letter, Map.of("Authorization", token(hub, letter.party(), secrets, tokens)));
        };
    }

    private int post(URI address, Letter letter, Map<String, String> headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address).timeout(LIMIT).header("Content-Type", "application/edifact")
                .POST(BodyPublishers.ofByteArray(letter.bytes()));
        headers.forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofByteArray()).statusCode();
    }

    private String token(URI hub, String party, Map<String, String> secrets, Map<String, String> tokens) throws IOException, InterruptedException {
        var kept = tokens.get(party);
        if (kept != null) {
            return kept;
        }
        var basic = Base64.getEncoder().encodeToString((party + ":" + secrets.getOrDefault(party, "")).getBytes(StandardCharsets.UTF_8));
        var answer = client.send(HttpRequest.newBuilder(hub.resolve("/oauth2/token")).timeout(LIMIT).header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")).build(), BodyHandlers.ofString());
        var found = TOKEN.matcher(answer.body());
        if (!found.find()) {
            throw new IOException("Expected a token for " + party + ", found status " + answer.statusCode());
        }
        var token = "Bearer " + found.group(1);
        tokens.put(party, token);
        return token;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
