package io.fairway.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/** Calls a hub over a real connection, as a development party or as nobody. */
public final class HttpCaller {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String root;
    private final Supplier<Optional<String>> token;

    private HttpCaller(String root, Supplier<Optional<String>> token) {
        this.root = root;
        this.token = token;
    }

    public static HttpCaller nobody(int port) {
        return new HttpCaller("http://127.0.0.1:" + port, Optional::empty);
    }

    public static HttpCaller withToken(int port, String token) {
        return new HttpCaller("http://127.0.0.1:" + port, () -> Optional.of(token));
    }

    /** The party, by its secret in the hub's home; it fetches a token anew before the old one has ended, however long the tests run. */
    public static HttpCaller party(int port, Path home, String party) {
        HttpCaller nobody = nobody(port);
        var token = new RenewedToken(() -> json(nobody.send(nobody.tokenRequest(party, secret(home, party)))).get("access_token").asText());
        token.get();
        return new HttpCaller("http://127.0.0.1:" + port, token);
    }

    /** A token of five minutes that is used for two. */
    private static final class RenewedToken implements Supplier<Optional<String>> {
        private static final Duration USED = Duration.ofMinutes(2);

        private final Supplier<String> fetch;
        private Optional<String> token = Optional.empty();
        private long fetchedAt;

        RenewedToken(Supplier<String> fetch) {
            this.fetch = fetch;
        }

        @Override
        public synchronized Optional<String> get() {
            if (token.isEmpty() || System.nanoTime() - fetchedAt > USED.toNanos()) {
                fetchedAt = System.nanoTime();
                token = Optional.of(fetch.get());
            }
            return token;
        }
    }

    public static String secret(Path home, String party) {
        try {
            return JSON.readTree(Files.readAllBytes(home.resolve("dev-credentials.json"))).at("/clients/" + party + "/secret").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpRequest.Builder tokenRequest(String client, String secret) {
        return to("/oauth2/token").header("Content-Type", "application/x-www-form-urlencoded")
                .setHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString("grant_type=client_credentials"));
    }

    public String token() {
        return token.get().orElseThrow();
    }

    public HttpRequest.Builder to(String path) {
        var request = HttpRequest.newBuilder(URI.create(root + path)).timeout(Duration.ofSeconds(60));
        token.get().ifPresent(t -> request.setHeader("Authorization", "Bearer " + t));
        return request;
    }

    public HttpResponse<byte[]> get(String path) {
        return send(to(path).GET());
    }

    public HttpResponse<byte[]> post(String path, String contentType, byte[] body, String... headers) {
        var request = to(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            Contract.check(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
