package io.fairway.boot;

import io.fairway.document.DocumentWriter;
import io.fairway.identity.ConfiguredParties;
import io.fairway.identity.WrittenProfiles;
import io.fairway.store.JdbcCounterpartProfiles;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.registry.CounterpartProfiles;
import io.fairway.usecase.registry.EnrolledKeys;
import io.fairway.usecase.registry.KeyRegistry;
import io.fairway.usecase.registry.PartyRegistry;
import io.fairway.usecase.registry.RegisteredParties;
import io.fairway.usecase.registry.SensitiveAct;
import io.fairway.usecase.registry.TakeOnCounterpart;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Counterparts that are taken on while the hub runs. */
@Configuration(proxyBeanMethods = false)
public class CounterpartWiring {

    @Bean
    CounterpartProfiles counterpartProfiles(ConfiguredParties configured, io.fairway.dialect.Dialects registered, Environment environment) {
        var form = new WrittenProfiles(configured, registered.writers().stream().map(DocumentWriter::dialect).collect(Collectors.toSet()),
                IdentityWiring.portZone(environment));
        return new CounterpartProfiles(new JdbcCounterpartProfiles(), form);
    }

    @Bean
    SensitiveAct takeOnCounterpart(CounterpartProfiles profiles, PartyRegistry registry, KeyRegistry keys, RegisteredParties parties,
                                   EnrolledKeys known, Identifiers identifiers, InstantSource clock) {
        return new TakeOnCounterpart(profiles, registry, keys, parties, known, identifiers, clock);
    }
}
