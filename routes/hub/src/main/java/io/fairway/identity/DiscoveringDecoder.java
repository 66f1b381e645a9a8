package io.fairway.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Looks up where an issuer has its keys when the first token comes, and again five seconds after that failed. */
final class DiscoveringDecoder implements JwtDecoder {
    private static final int TIMEOUT_MILLIS = 3000;
    private static final int MOST_BYTES = 100_000;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final URI issuer;
    private final Function<URL, JwtDecoder> decoderOf;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private Instant nextTry = Instant.EPOCH;
    private volatile @Nullable JwtDecoder found;

    DiscoveringDecoder(URI issuer, Function<URL, JwtDecoder> decoderOf, InstantSource clock) {
        this.issuer = issuer;
        this.decoderOf = decoderOf;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        JwtDecoder decoder = found;
        return (decoder == null ? discover() : decoder).decode(token);
    }

    private JwtDecoder discover() {
        lock.lock();
        try {
            JwtDecoder decoder = found;
            if (decoder == null) {
                refuseWhileAway();
                decoder = decoderOf.apply(keysOf(document()));
                found = decoder;
            }
            return decoder;
        } catch (IOException e) {
            nextTry = clock.instant().plus(PAUSE);
            throw new JwtException("The issuer " + issuer + " cannot be asked for its keys: " + e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }

    /** So that callers do not queue up behind one that waits for a dead issuer. */
    private void refuseWhileAway() {
        if (clock.instant().isBefore(nextTry)) {
            throw new JwtException("The issuer " + issuer + " could not be asked for its keys a moment ago");
        }
    }

    private JsonNode document() throws IOException {
        URL address = URI.create(issuer.toString().replaceAll("/+$", "") + "/.well-known/openid-configuration").toURL();
        var retriever = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES);
        return new ObjectMapper().readTree(retriever.retrieveResource(address).getContent());
    }

    private URL keysOf(JsonNode document) throws IOException {
        if (!issuer.toString().equals(document.path("issuer").asText())) {
            throw new IOException("its discovery document is of another issuer");
        }
        return URI.create(document.path("jwks_uri").asText()).toURL();
    }
}
