package io.fairway.identity;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
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
    private static final Duration CONSOLE_TOKEN_LIFE = Duration.ofMinutes(30);

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

    /**
     * One client per development party, one per person of it, and the console.
     *
     * @param consoleReturn where the console has its browsers sent back to
     */
    public RegisteredClientRepository clients(URI consoleReturn) {
        return new InMemoryRegisteredClientRepository(Stream.concat(Stream.of(console(consoleReturn)), credentials.clients().entrySet().stream()
                .map(client -> registered(client.getKey(), client.getValue()))).toList());
    }

    /** A public client by authorization code, PKCE demanded. The issuer renews no token of a public client, so these live longer. */
    private static RegisteredClient console(URI consoleReturn) {
        return RegisteredClient.withId(BrowserSignIn.CLIENT).clientId(BrowserSignIn.CLIENT)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE).authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(consoleReturn.toString()).scope("openid")
                .clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(CONSOLE_TOKEN_LIFE).build()).build();
    }

    /** Those who can sign in with a browser, in order of their parties. */
    List<String> persons() {
        return credentials.clients().keySet().stream().filter(id -> DevelopmentCredentials.personOf(id).isPresent()).sorted().toList();
    }

    /** Whether it is the secret of this person. */
    boolean isSecretOf(String person, String secret) {
        return DevelopmentCredentials.personOf(person).isPresent()
                && credentials.of(person).filter(client -> secretComparison().matches(secret, client.secret())).isPresent();
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
            context.getJwsHeader().algorithm(SignatureAlgorithm.ES256).keyId(keys.signingKeyId());
            if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                String client = context.getRegisteredClient().getClientId();
                String id = client.equals(BrowserSignIn.CLIENT) ? context.getPrincipal().getName() : client;
                DevelopmentCredentials.Client known = credentials.of(id).orElseThrow();
                context.getClaims().issuer(credentials.issuer()).audience(List.of(AUDIENCE)).claim("party", DevelopmentCredentials.partyOf(id).value())
                        .claim("roles", roles(id, known));
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
