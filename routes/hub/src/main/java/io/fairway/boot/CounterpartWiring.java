package io.fairway.boot;

import io.fairway.document.DocumentReader;
import io.fairway.document.DocumentWriter;
import io.fairway.flow.ChannelCounterparts;
import io.fairway.identity.ConfiguredParties;
import io.fairway.identity.WrittenProfiles;
import io.fairway.store.JdbcConformanceRuns;
import io.fairway.store.JdbcCounterpartProfiles;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.Parties;
import io.fairway.usecase.Seals;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.conformance.RunConformance;
import io.fairway.usecase.conformance.Samples;
import io.fairway.usecase.registry.CounterpartProfiles;
import io.fairway.usecase.registry.EnrolledKeys;
import io.fairway.usecase.registry.KeyRegistry;
import io.fairway.usecase.registry.PartyRegistry;
import io.fairway.usecase.registry.RegisteredParties;
import io.fairway.usecase.registry.SensitiveAct;
import io.fairway.usecase.registry.TakeOnCounterpart;
import io.fairway.web.ConformanceController;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Counterparts that are taken on while the hub runs. */
@Configuration(proxyBeanMethods = false)
@Import(ConformanceController.class)
public class CounterpartWiring {

    @Bean
    CounterpartProfiles counterpartProfiles(ConfiguredParties configured, io.fairway.dialect.Dialects registered, Environment environment) {
        var form = new WrittenProfiles(configured, registered.writers().stream().map(DocumentWriter::dialect).collect(Collectors.toSet()),
                IdentityWiring.portZone(environment));
        return new CounterpartProfiles(new JdbcCounterpartProfiles(), form);
    }

    @Bean
    RunConformance runConformance(Transactions transactions, Parties parties, List<DocumentReader> readers, RunConformance.Wire wire,
                                  Journal journal, Identifiers identifiers, InstantSource clock) {
        return new RunConformance(transactions, new JdbcConformanceRuns(), parties, new Samples(readers), wire, journal, identifiers, clock);
    }

    @Bean
    RunConformance.Wire conformanceWire(io.fairway.usecase.Dialects dialects, Seals seals, ChannelCounterparts channels, ExecutorService laneExecutor) {
        return new RunConformance.Wire(dialects, seals, channels, laneExecutor);
    }

    @Bean
    SensitiveAct takeOnCounterpart(CounterpartProfiles profiles, PartyRegistry registry, KeyRegistry keys, RegisteredParties parties,
                                   EnrolledKeys known, Identifiers identifiers, InstantSource clock) {
        return new TakeOnCounterpart(profiles, registry, keys, parties, known, identifiers, clock);
    }
}
