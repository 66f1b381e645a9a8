package io.fairway.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an issuer signs people in; looked up in its discovery document (OpenID Connect Discovery 1.0) when first needed, then kept. */
public final class IssuerEndpoints {
    private static final int TIMEOUT_MILLIS = 3000;
    private static final int MOST_BYTES = 100_000;

    private final URI issuer;
    private final Sessions sessions;
    private volatile @Nullable Endpoints found;

    private IssuerEndpoints(URI issuer, Sessions sessions) {
        this.issuer = issuer;
        this.sessions = sessions;
    }

    /** Whether the issuer remembers who signed in. */
    private enum Sessions {
        KEPT, NOT_KEPT
    }

    /** Those of the port's identity provider. */
    public static IssuerEndpoints outside(URI issuer) {
        return new IssuerEndpoints(issuer, Sessions.KEPT);
    }

    /** Those of the embedded issuer, which asks each time and so has no session to end. */
    public static IssuerEndpoints embedded(EmbeddedIssuer issuer) {
        return new IssuerEndpoints(URI.create(issuer.url()), Sessions.NOT_KEPT);
    }

    /** @param authorization where the browser goes @param token where codes are turned in @param ending where sessions end */
    public record Endpoints(URI authorization, URI token, Optional<URI> ending) {
    }

    /** The issuer itself. */
    public URI issuer() {
        return issuer;
    }

    /** @throws SignInException when the issuer cannot be asked */
    Endpoints get() {
        Endpoints known = found;
        if (known == null) {
            known = looked();
            found = known;
        }
        return known;
    }

    private Endpoints looked() {
        try {
            var address = URI.create(issuer.toString().replaceAll("/+$", "") + "/.well-known/openid-configuration").toURL();
            JsonNode document = new ObjectMapper().readTree(new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES)
                    .retrieveResource(address).getContent());
            if (!issuer.toString().equals(document.path("issuer").asText())) {
                throw new SignInException("The discovery document of " + issuer + " is of another issuer");
            }
            Optional<URI> ending = Optional.of(document.path("end_session_endpoint").asText())
                    .filter(end -> !end.isEmpty() && sessions == Sessions.KEPT).map(URI::create);
            return new Endpoints(URI.create(document.path("authorization_endpoint").asText()),
                    URI.create(document.path("token_endpoint").asText()), ending);
        } catch (IOException e) {
            throw new SignInException("The issuer " + issuer + " cannot be asked where it signs people in", e);
        }
    }
}
