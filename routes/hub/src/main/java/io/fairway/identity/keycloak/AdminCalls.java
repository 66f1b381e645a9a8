package io.fairway.identity.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.identity.ClientAssertion;
import io.fairway.usecase.registry.PeopleUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls of Keycloak's admin REST API for one realm, as the hub's service account. What cannot be reached, answers late, or fails on its side
 * is {@link PeopleUnavailableException}; so is a refusal of our account, which is logged besides.
 */
final class AdminCalls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdminCalls.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(8);
    private static final Duration BEFORE_IT_ENDS = Duration.ofSeconds(20);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ASSERTED = "grant_type=client_credentials&client_assertion_type="
            + URLEncoder.encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", StandardCharsets.UTF_8) + "&client_assertion=";

    private final URI issuer;
    private final String root;
    private final ClientAssertion assertion;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Token token;

    private record Token(String text, Instant until) {
    }

    /** What came back. @param location of what was made; empty when nothing was */
    record Answer(int status, JsonNode body, String location) {
        boolean succeeded() {
            return status < 300;
        }
    }

    /** @param issuer {@code https://host/realms/NAME} */
    AdminCalls(URI issuer, ClientAssertion assertion, InstantSource clock) {
        this.issuer = issuer;
        this.root = issuer.toString().replaceFirst("/realms/([^/]+)/?$", "/admin/realms/$1");
        this.assertion = assertion;
        this.clock = clock;
    }

    /** What is there; empty when nothing is. */
    Optional<JsonNode> find(String path) {
        Answer answer = call("GET", path, BodyPublishers.noBody());
        return answer.status() == 404 ? Optional.empty() : Optional.of(required(answer, path).body());
    }

    /** What is there. */
    JsonNode get(String path) {
        return find(path).orElseThrow(() -> changed(path));
    }

    /** @param content JSON; the answer of a conflict (409) is the caller's to read */
    Answer post(String path, JsonNode content) {
        return call("POST", path, json(content));
    }

    void put(String path, JsonNode content) {
        required(call("PUT", path, json(content)), path);
    }

    /** @return false when it was not there */
    boolean delete(String path) {
        Answer answer = call("DELETE", path, BodyPublishers.noBody());
        return answer.status() != 404 && required(answer, path).succeeded();
    }

    void delete(String path, JsonNode content) {
        required(call("DELETE", path, json(content)), path);
    }

    /** The answer when it is a success. */
    static Answer required(Answer answer, String path) {
        if (!answer.succeeded()) {
            LOG.warn("Keycloak answered {} to {}", answer.status(), path);
            throw answer.status() == 404 ? changed(path) : new PeopleUnavailableException("Keycloak answered " + answer.status() + " to " + path);
        }
        return answer;
    }

    private static PeopleUnavailableException changed(String path) {
        return new PeopleUnavailableException("Expected to find " + path + "; it was changed meanwhile");
    }

    private Answer call(String method, String path, BodyPublisher content) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path)).timeout(ANSWER)
                .header("Content-Type", "application/json").header("Accept", "application/json").method(method, content);
        Answer answer = send(request.setHeader("Authorization", "Bearer " + token()).build());
        if (answer.status() == 401) {
            forgetToken();
            answer = send(request.setHeader("Authorization", "Bearer " + token()).build());
        }
        if (answer.status() == 401 || answer.status() == 403 || answer.status() >= 500) {
            required(answer, path);
        }
        return answer;
    }

    private String token() {
        lock.lock();
        try {
            Token known = token;
            if (known == null || !clock.instant().isBefore(known.until())) {
                known = freshToken();
                token = known;
            }
            return known.text();
        } finally {
            lock.unlock();
        }
    }

    private void forgetToken() {
        lock.lock();
        try {
            token = null;
        } finally {
            lock.unlock();
        }
    }

    private Token freshToken() {
        Instant now = clock.instant();
        URI endpoint = URI.create(issuer.toString().replaceAll("/+$", "") + "/protocol/openid-connect/token");
        Answer answer = required(send(HttpRequest.newBuilder(endpoint).timeout(ANSWER).header("Content-Type", FORM)
                .POST(BodyPublishers.ofString(ASSERTED + assertion.forAudience(issuer.toString()))).build()), endpoint.getPath());
        Duration life = Duration.ofSeconds(answer.body().path("expires_in").asLong()).minus(BEFORE_IT_ENDS);
        return new Token(answer.body().path("access_token").asText(), now.plus(life));
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            JsonNode body = response.body().length == 0 ? JSON.nullNode() : JSON.readTree(response.body());
            return new Answer(response.statusCode(), body, response.headers().firstValue("Location").orElse(""));
        } catch (JsonProcessingException e) {
            throw new PeopleUnavailableException("Expected JSON from Keycloak", e);
        } catch (IOException e) {
            throw new PeopleUnavailableException("Keycloak cannot be reached: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeopleUnavailableException("Interrupted while Keycloak was asked", e);
        }
    }

    private static BodyPublisher json(JsonNode content) {
        return BodyPublishers.ofString(content.toString());
    }

    @Override
    public void close() {
        http.close();
    }
}
