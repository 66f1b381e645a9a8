package io.fairway.boot;

import jakarta.jms.ConnectionFactory;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jms.connection.CachingConnectionFactory;

/** The broker: embedded under the hub's home, or outside at {@code fairway.broker.url}. It carries wake-ups, not truth. */
@Configuration(proxyBeanMethods = false)
public class BrokerWiring {
    /** A process may run several hubs; their brokers need addresses of their own. */
    private static final AtomicInteger BROKERS = new AtomicInteger();
    /** How long a call waits for a broker that went away; the default is half a minute. */
    private static final long CALL_TIMEOUT_MILLIS = 5_000;

    /** Threads that may send at once and find a session open; beginning one asks the broker and waits. */
    private static final int SESSIONS = 16;

    /** @param embedded empty when the broker is outside */
    record Broker(String url, Optional<EmbeddedBroker> embedded) implements AutoCloseable {

        /** @param port setting that opens a port of the embedded broker @throws IllegalStateException when the broker is outside */
        EmbeddedBroker ownFor(String port) {
            return embedded.orElseThrow(() -> new IllegalStateException(
                    port + " is the embedded broker's; the broker at FAIRWAY_BROKER_URL has ports of its own"));
        }

        @Override
        public void close() throws Exception {
            if (embedded.isPresent()) {
                embedded.get().close();
            }
        }
    }

    @Bean
    Broker broker(HubHome home, Environment environment) throws Exception {
        String url = environment.getProperty("fairway.broker.url", "");
        if (!url.isEmpty()) {
            return new Broker(url, Optional.empty());
        }
        String inside = "vm://" + BROKERS.getAndIncrement();
        return new Broker(inside, Optional.of(EmbeddedBroker.start(inside, home.folder("broker"))));
    }

    @Bean(destroyMethod = "destroy")
    ConnectionFactory connectionFactory(Broker broker) {
        var factory = new ActiveMQConnectionFactory(broker.url());
        factory.setCallTimeout(CALL_TIMEOUT_MILLIS);
        var caching = new CachingConnectionFactory(factory);
        caching.setSessionCacheSize(SESSIONS);
        return caching;
    }
}
