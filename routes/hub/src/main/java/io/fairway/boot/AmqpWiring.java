package io.fairway.boot;

import io.fairway.flow.ConnectedParties;
import io.fairway.identity.CallerClaims;
import io.fairway.identity.TokenCredentials;
import io.fairway.usecase.Counterparts.SendOutcome;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.SubmitTransmission;
import io.fairway.usecase.registry.SecurityJournal;
import io.fairway.web.FairShare;
import io.fairway.web.RateLimit;
import io.fairway.web.WebSettings;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** AMQP 1.0 at the embedded broker, when {@code FAIRWAY_AMQP_PORT} says where; a broker outside has ports of its own. */
@Configuration(proxyBeanMethods = false)
public class AmqpWiring {
    private static final String PORT = "FAIRWAY_AMQP_PORT";
    private static final int MOST_CONNECTIONS = 1_000;
    /** Encryption is up to what stands in front of it. */
    private static final String ACCEPTOR = "tcp://127.0.0.1:%d?protocols=AMQP;saslMechanisms=PLAIN;connectionsAllowed=" + MOST_CONNECTIONS
            + ";amqpCredits=100;amqpLowCredits=30";

    @Bean
    ConnectedParties connectedParties(BrokerWiring.Broker broker, Environment environment, InstantSource clock) {
        Duration timeout = environment.getRequiredProperty("fairway.delivery.timeout", Duration.class);
        return broker.embedded().<ConnectedParties>map(embedded -> new AmqpDeliveries(embedded, timeout, clock))
                .orElse((_, _, _, _) -> new SendOutcome.NotReceipted("No party can connect: the broker is outside"));
    }

    /** What opens the entrance. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(PORT)
    static class Entrance {

        @Bean
        AmqpDoor amqpDoor(JwtDecoder decoder, CallerClaims claims, SecurityJournal journal, InstantSource clock) {
            return new AmqpDoor(new TokenCredentials(decoder, claims, clock, MOST_CONNECTIONS), journal, clock);
        }

        @Bean
        AmqpSubmissions amqpSubmissions(AmqpDoor door, SubmitTransmission submission, RateLimit rate, FairShare share,
                                        Identifiers identifiers, WebSettings web) {
            return new AmqpSubmissions(door, submission, rate, share, identifiers, web.intakeLimitBytes());
        }

        @Bean
        OpenPort amqpPort(BrokerWiring.Broker broker, AmqpDoor door, AmqpSubmissions submissions, Environment environment) throws Exception {
            EmbeddedBroker embedded = broker.ownFor(PORT);
            embedded.server().registerBrokerPlugin(submissions);
            return new OpenPort("amqp", embedded.open(door, ACCEPTOR.formatted(environment.getRequiredProperty(PORT, Integer.class))));
        }
    }
}
