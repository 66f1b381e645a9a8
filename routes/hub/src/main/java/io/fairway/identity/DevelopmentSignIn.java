package io.fairway.identity;

import java.net.URI;
import java.security.Principal;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The authorization endpoint of the embedded issuer: a person of a development party shows its secret and gets a code for the console
 * (RFC 6749, 4.1, with PKCE). It keeps no session, so that each sign-in asks again.
 */
public final class DevelopmentSignIn {
    private static final int CODE_BYTES = 32;

    private final EmbeddedIssuer issuer;
    private final RegisteredClient console;
    private final OAuth2AuthorizationService authorizations;
    private final SecureRandom random;
    private final InstantSource clock;

    public DevelopmentSignIn(EmbeddedIssuer issuer, RegisteredClientRepository clients, OAuth2AuthorizationService authorizations,
                             SecureRandom random, InstantSource clock) {
        RegisteredClient registered = clients.findByClientId(BrowserSignIn.CLIENT);
        if (registered == null) {
            throw new IllegalStateException("The embedded issuer does not know " + BrowserSignIn.CLIENT);
        }
        this.issuer = issuer;
        this.console = registered;
        this.authorizations = authorizations;
        this.random = random;
        this.clock = clock;
    }

    /** What a browser asks for, as it comes; empty text for what is absent. */
    public record Wish(String responseType, String client, String returnTo, String scope, String state, String nonce, String challenge,
                       String method) {
    }

    /** Whether it is the console that asks, for its own address, with PKCE by S256. Nobody is sent anywhere otherwise. */
    public boolean isAcceptable(Wish wish) {
        return wish.responseType().equals("code") && wish.client().equals(console.getClientId()) && console.getRedirectUris().contains(wish.returnTo())
                && wish.scope().equals("openid") && wish.method().equals("S256") && wish.challenge().matches("[A-Za-z0-9_-]{43}");
    }

    /** Those who can sign in, by party: {@code HUBLINE.anna}. */
    public List<String> persons() {
        return issuer.persons();
    }

    /** Where the browser goes back to with its code; empty when the secret is not the person's. */
    public Optional<URI> signIn(Wish wish, String person, String secret) {
        if (!isAcceptable(wish) || !issuer.isSecretOf(person, secret)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        var code = new OAuth2AuthorizationCode(draw(), now, now.plus(DevelopmentAuthorizations.CODE_LIFE));
        authorizations.save(OAuth2Authorization.withRegisteredClient(console).principalName(person)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE).authorizedScopes(Set.of(wish.scope()))
                .attribute(OAuth2AuthorizationRequest.class.getName(), request(wish))
                .attribute(Principal.class.getName(), UsernamePasswordAuthenticationToken.authenticated(person, "", List.of()))
                .token(code).build());
        return Optional.of(UriComponentsBuilder.fromUriString(wish.returnTo()).queryParam("code", code.getTokenValue())
                .queryParam("state", "{state}").queryParam("iss", "{iss}").encode().buildAndExpand(wish.state(), issuer.url()).toUri());
    }

    private OAuth2AuthorizationRequest request(Wish wish) {
        return OAuth2AuthorizationRequest.authorizationCode().authorizationUri(issuer.url() + "/oauth2/authorize").clientId(wish.client())
                .redirectUri(wish.returnTo()).scopes(Set.of(wish.scope())).state(wish.state())
                .additionalParameters(Map.of("code_challenge", wish.challenge(), "code_challenge_method", wish.method(), "nonce", wish.nonce())).build();
    }

    private String draw() {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
