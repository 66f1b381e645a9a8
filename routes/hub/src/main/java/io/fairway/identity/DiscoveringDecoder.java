package io.fairway.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Looks up where an issuer has its keys when the first token comes, and again at the next one when that failed. */
final class DiscoveringDecoder implements JwtDecoder {
    private static final int TIMEOUT_MILLIS = 3000;
    private static final int MOST_BYTES = 100_000;

    private final URI issuer;
    private final Function<URL, JwtDecoder> decoderOf;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable JwtDecoder found;

    DiscoveringDecoder(URI issuer, Function<URL, JwtDecoder> decoderOf) {
        this.issuer = issuer;
        this.decoderOf = decoderOf;
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
                decoder = decoderOf.apply(keysOf(document()));
                found = decoder;
            }
            return decoder;
        } catch (IOException e) {
            throw new JwtException("The issuer " + issuer + " cannot be asked for its keys: " + e.getMessage(), e);
        } finally {
            lock.unlock();
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
