package io.fairway.identity;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * What the embedded OpenID issuer is made of: one confidential client per development party and per person of it, tokens by client_credentials
 * (RFC 6749, 4.4) with the claims {@code party} and {@code roles}, audience {@code fairway}, five minutes of life.
 */
public final class EmbeddedIssuer {
    /** The audience of every token for this hub. */
    public static final String AUDIENCE = "fairway";
    /** Paths that the issuer answers; it answers nothing else. */
    public static final List<String> PATHS = List.of("/oauth2/token", "/oauth2/jwks", "/.well-known/openid-configuration",
            "/.well-known/oauth-authorization-server");

    private static final Duration TOKEN_LIFE = Duration.ofMinutes(5);

    private final DevelopmentCredentials credentials;
    private final SigningKeys keys;

    public EmbeddedIssuer(DevelopmentCredentials credentials, SigningKeys keys) {
        this.credentials = credentials;
        this.keys = keys;
    }

    public String url() {
        return credentials.issuer();
    }

    /** The signing and verifying keys. */
    public JWKSource<SecurityContext> keySource() {
        return new ImmutableJWKSet<>(keys.all());
    }

    /** One client per development party, and one per person of it. */
    public RegisteredClientRepository clients() {
        return new InMemoryRegisteredClientRepository(credentials.clients().entrySet().stream()
                .map(client -> registered(client.getKey(), client.getValue())).toList());
    }

    private static RegisteredClient registered(String id, DevelopmentCredentials.Client client) {
        return RegisteredClient.withId(id).clientId(id).clientSecret(client.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientSettings(ClientSettings.builder().build())
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(TOKEN_LIFE).build()).build();
    }

    /** Adds the hub's claims and chooses the newest key. */
    public OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return context -> {
            if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                String id = context.getRegisteredClient().getClientId();
                DevelopmentCredentials.Client client = credentials.of(id).orElseThrow();
                context.getJwsHeader().algorithm(SignatureAlgorithm.ES256).keyId(keys.signingKeyId());
                context.getClaims().issuer(credentials.issuer()).audience(List.of(AUDIENCE)).claim("party", DevelopmentCredentials.partyOf(id).value())
                        .claim("roles", roles(id, client));
                DevelopmentCredentials.personOf(id).ifPresent(person -> context.getClaims().claim("person", person));
            }
        };
    }

    private static List<String> roles(String id, DevelopmentCredentials.Client client) {
        Stream<String> roles = client.roles().stream().map(Enum::name).sorted();
        return (DevelopmentCredentials.isAdministrator(id) ? Stream.concat(roles, Stream.of(CallerClaims.ADMINISTRATOR)) : roles).toList();
    }

    /** Compares secrets in constant time. They are 256 random bits, so that a slow hash would add nothing but a way to wear us out. */
    public static PasswordEncoder secretComparison() {
        return new PasswordEncoder() {
            @Override
            public String encode(CharSequence secret) {
                return secret.toString();
            }

            @Override
            public boolean matches(CharSequence presented, String secret) {
                return MessageDigest.isEqual(presented.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        secret.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        };
    }
}
