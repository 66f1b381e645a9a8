package io.fairway.boot;

import io.fairway.connector.As2Delivery;
import io.fairway.connector.HttpDelivery;
import io.fairway.connector.SoapDelivery;
import io.fairway.flow.As2Counterparts;
import io.fairway.flow.ChannelCounterparts;
import io.fairway.flow.ConnectedParties;
import io.fairway.flow.HttpCounterparts;
import io.fairway.flow.SoapCounterparts;
import io.fairway.usecase.evidence.EnrolledSigners;
import io.fairway.usecase.registry.EnrolledKeys;
import io.fairway.web.soap.SingleWindowEndpoint.OwnKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The ways to counterparts. */
@Configuration(proxyBeanMethods = false)
public class ChannelWiring {

    @Bean
    SSLContext counterpartTrust(Environment environment) throws IOException, GeneralSecurityException {
        return CounterpartTrust.of(Optional.ofNullable(environment.getProperty("fairway.delivery.authorities")).map(Path::of));
    }

    @Bean(destroyMethod = "close")
    SoapDelivery soapDelivery(OwnKey own, SSLContext counterpartTrust, Environment environment) {
        return new SoapDelivery(new SoapDelivery.Key(own.key(), own.certificate()), timeout(environment), counterpartTrust);
    }

    @Bean
    ChannelCounterparts channelCounterparts(EnrolledKeys keys, ConnectedParties connected, SoapDelivery soap, SSLContext counterpartTrust,
                                            Environment environment, InstantSource clock) {
        var signers = new EnrolledSigners(keys, clock);
        var as2 = new As2Counterparts(new As2Delivery(timeout(environment), counterpartTrust), signers, As2Wiring.name(environment), clock);
        return new ChannelCounterparts(new HttpCounterparts(new HttpDelivery(timeout(environment), counterpartTrust)), as2,
                new SoapCounterparts(soap, signers, clock), connected);
    }

    private static Duration timeout(Environment environment) {
        return environment.getRequiredProperty("fairway.delivery.timeout", Duration.class);
    }
}
