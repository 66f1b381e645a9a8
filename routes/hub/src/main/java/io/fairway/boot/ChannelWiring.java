package io.fairway.boot;

import io.fairway.connector.As2Delivery;
import io.fairway.connector.HttpDelivery;
import io.fairway.flow.As2Counterparts;
import io.fairway.flow.ChannelCounterparts;
import io.fairway.flow.ConnectedParties;
import io.fairway.flow.HttpCounterparts;
import io.fairway.usecase.evidence.EnrolledSigners;
import io.fairway.usecase.registry.EnrolledKeys;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The ways to counterparts. */
@Configuration(proxyBeanMethods = false)
public class ChannelWiring {

    @Bean
    ChannelCounterparts channelCounterparts(EnrolledKeys keys, ConnectedParties connected, Environment environment, InstantSource clock) {
        Duration timeout = environment.getRequiredProperty("fairway.delivery.timeout", Duration.class);
        var as2 = new As2Counterparts(new As2Delivery(timeout), new EnrolledSigners(keys, clock), As2Wiring.name(environment), clock);
        return new ChannelCounterparts(new HttpCounterparts(new HttpDelivery(timeout)), as2, connected);
    }
}
