package io.fairway.boot;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.fairway.identity.CallerClaims;
import io.fairway.identity.ClientAssertion;
import io.fairway.identity.ConfiguredParties;
import io.fairway.identity.DevelopmentAuthorizations;
import io.fairway.identity.DevelopmentCredentials;
import io.fairway.identity.EmbeddedIssuer;
import io.fairway.identity.LoopbackOnly;
import io.fairway.identity.SigningKeys;
import io.fairway.identity.TokenDecoders;
import io.fairway.identity.keycloak.KeycloakClaims;
import io.fairway.identity.keycloak.KeycloakPeople;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Parties;
import io.fairway.usecase.registry.EnrolledKeys;
import io.fairway.usecase.registry.NoPeople;
import io.fairway.usecase.registry.People;
import io.fairway.usecase.registry.Standings;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Who calls: the embedded issuer and its development parties, or the outside issuer named by {@code FAIRWAY_ISSUER}. */
@Configuration(proxyBeanMethods = false)
@Import({IdentityWiring.Embedded.class, IdentityWiring.Outside.class})
public class IdentityWiring {
    private static final String ISSUER = "FAIRWAY_ISSUER";
    private static final String ISSUER_KEY = "FAIRWAY_ISSUER_KEY";
    private static final String ISSUER_CLIENT = "FAIRWAY_ISSUER_CLIENT";
    private static final String COUNTERPARTS = "FAIRWAY_COUNTERPARTS";

    @Bean
    CallerClaims callerClaims(Parties parties, Standings standings) {
        return new CallerClaims(parties, standings, KeycloakClaims::party);
    }

    static Optional<Path> counterparts(Environment environment) {
        return Optional.ofNullable(environment.getProperty(COUNTERPARTS)).filter(name -> !name.isBlank()).map(Path::of);
    }

    static ZoneId portZone(Environment environment) {
        return ZoneId.of(environment.getProperty("FAIRWAY_PORT_ZONE", "Asia/Shanghai"));
    }

    /** Tokens from this hub itself, for parties that are played on this machine. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(IssuerIsEmbedded.class)
    static class Embedded {

        @Bean
        ConfiguredParties configuredParties(Environment environment) {
            return ConfiguredParties.development(counterparts(environment), portZone(environment));
        }

        @Bean
        EmbeddedIssuer embeddedIssuer(HubHome home, Environment environment, ConfiguredParties parties, SecureRandom random, InstantSource clock)
                throws UnknownHostException {
            InetAddress address = InetAddress.getByName(environment.getRequiredProperty("server.address"));
            LoopbackOnly.require(address);
            String url = "http://127.0.0.1:" + environment.getRequiredProperty("server.port");
            return new EmbeddedIssuer(DevelopmentCredentials.open(home.path(), url, parties.all(), random),
                    SigningKeys.open(home.path(), clock.instant()));
        }

        @Bean
        RegisteredClientRepository registeredClients(EmbeddedIssuer issuer, Environment environment) {
            return issuer.clients(ConsoleWiring.returnTo(environment));
        }

        @Bean
        JWKSource<SecurityContext> issuerKeys(EmbeddedIssuer issuer) {
            return issuer.keySource();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> tokenClaims(EmbeddedIssuer issuer) {
            return issuer.claims();
        }

        @Bean
        AuthorizationServerSettings authorizationServerSettings(EmbeddedIssuer issuer) {
            return AuthorizationServerSettings.builder().issuer(issuer.url()).build();
        }

        @Bean
        OAuth2AuthorizationService authorizations(InstantSource clock) {
            return new DevelopmentAuthorizations(clock);
        }

        @Bean
        PasswordEncoder secretComparison() {
            return EmbeddedIssuer.secretComparison();
        }

        @Bean
        People people() {
            return new NoPeople("The development issuer has no persons to administer; set FAIRWAY_ISSUER to your identity provider.");
        }

        @Bean
        JwtDecoder tokenDecoder(EmbeddedIssuer issuer, EnrolledKeys enrolled, Parties parties, InstantSource clock) {
            var decoders = new TokenDecoders(clock);
            return decoders.withOwnCredentials(decoders.embedded(issuer), enrolled, parties);
        }
    }

    /** Tokens from the port's identity provider. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(IssuerIsOutside.class)
    static class Outside {

        @Bean
        ConfiguredParties configuredParties(Environment environment) {
            return ConfiguredParties.outside(counterparts(environment), portZone(environment));
        }

        /** Without a key of the hub at the provider, persons are administered there and not here. */
        @Bean
        People people(Environment environment, Identifiers identifiers, InstantSource clock) {
            String key = environment.getProperty(ISSUER_KEY, "");
            if (key.isBlank()) {
                return new NoPeople("This hub was given no account at the identity provider; persons are administered there.");
            }
            return new KeycloakPeople(URI.create(environment.getRequiredProperty(ISSUER)),
                    ClientAssertion.open(environment.getProperty(ISSUER_CLIENT, "fairway-hub"), Path.of(key), identifiers, clock), clock);
        }

        @Bean
        JwtDecoder tokenDecoder(Environment environment, EnrolledKeys enrolled, Parties parties, InstantSource clock) {
            var decoders = new TokenDecoders(clock);
            return decoders.withOwnCredentials(decoders.outside(URI.create(environment.getRequiredProperty(ISSUER))), enrolled, parties);
        }
    }

    static final class IssuerIsEmbedded implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment().getProperty(ISSUER, "").isBlank();
        }
    }

    static final class IssuerIsOutside implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment().getProperty(ISSUER, "").isBlank();
        }
    }
}
