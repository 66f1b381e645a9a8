package io.fairway.boot;

import io.fairway.document.DocumentReader;
import io.fairway.document.DocumentWriter;
import io.fairway.signing.DetachedSeal;
import io.fairway.signing.SealKeyStore;
import io.fairway.usecase.Answers;
import io.fairway.usecase.ApplyFacts;
import io.fairway.usecase.Consignments;
import io.fairway.usecase.Counterparts;
import io.fairway.usecase.DeliverOutbound;
import io.fairway.usecase.DeliverySettings;
import io.fairway.usecase.Dialects;
import io.fairway.usecase.Facts;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Interchanges;
import io.fairway.usecase.Outbox;
import io.fairway.usecase.Parties;
import io.fairway.usecase.ReadTransmission;
import io.fairway.usecase.ReadingSessions;
import io.fairway.usecase.RecordFailure;
import io.fairway.usecase.Seals;
import io.fairway.usecase.Subjects;
import io.fairway.usecase.SubmitTransmission;
import io.fairway.usecase.TellCounterparts;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.Transmissions;
import io.fairway.usecase.ValidateDocument;
import io.fairway.usecase.Wakeups;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.env.Environment;

/** The use cases over their ports. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/fairway/boot/defaults.properties")
public class UseCaseWiring {

    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Bean
    Dialects dialects(List<DocumentWriter> writers) {
        return new Dialects(writers);
    }

    @Bean
    SubmitTransmission submitTransmission(Transmissions transmissions, Wakeups wakeups, Identifiers identifiers, InstantSource clock) {
        return new SubmitTransmission(transmissions, wakeups, identifiers, clock);
    }

    @Bean
    ValidateDocument validateDocument(List<DocumentReader> readers, Parties parties) {
        return new ValidateDocument(readers, parties);
    }

    @Bean
    Subjects subjects(Consignments consignments, Parties parties) {
        return new Subjects(consignments, parties);
    }

    @Bean
    Answers answers(Dialects dialects, Outbox outbox, Parties parties, Identifiers identifiers, InstantSource clock) {
        return new Answers(dialects, outbox, parties, identifiers, clock);
    }

    @Bean
    ReadTransmission readTransmission(Transactions transactions, Transmissions transmissions, List<DocumentReader> readers,
                                      Parties parties, Interchanges interchanges, Subjects subjects, Answers answers, Outbox outbox,
                                      Identifiers identifiers, Wakeups wakeups) {
        var sessions = new ReadingSessions(interchanges, subjects, answers, outbox, identifiers);
        return new ReadTransmission(transactions, transmissions, readers, parties, sessions, wakeups);
    }

    @Bean
    ApplyFacts applyFacts(Transactions transactions, Consignments consignments, Facts facts, Parties parties, Outbox outbox,
                          Identifiers identifiers, Wakeups wakeups, InstantSource clock) {
        var tell = new TellCounterparts(outbox, consignments, parties, identifiers, clock);
        return new ApplyFacts(transactions, consignments, facts, parties, tell, wakeups);
    }

    @Bean
    RecordFailure recordFailure(Transactions transactions, Transmissions transmissions, Facts facts, Environment environment) {
        return new RecordFailure(transactions, transmissions, facts,
                environment.getRequiredProperty("fairway.attempts", Integer.class));
    }

    @Bean
    Seals seals(HubHome home, Environment environment, InstantSource clock) throws IOException, GeneralSecurityException {
        var store = new SealKeyStore(home.folder("keys").resolve("seal.p12"),
                environment.getRequiredProperty("fairway.seal.password").toCharArray());
        var seal = new DetachedSeal(store.openOrCreate("Fairway development seal", clock.instant()));
        return content -> seal.sign(content, clock.instant());
    }

    @Bean
    DeliverOutbound deliverOutbound(Transactions transactions, Outbox outbox, Parties parties, Dialects dialects, Seals seals,
                                    Counterparts counterparts, Environment environment, InstantSource clock) {
        var settings = new DeliverySettings(
                environment.getRequiredProperty("fairway.delivery.lease", Duration.class),
                environment.getRequiredProperty("fairway.delivery.batch", Integer.class),
                environment.getRequiredProperty("fairway.delivery.first-pause", Duration.class),
                environment.getRequiredProperty("fairway.delivery.longest-pause", Duration.class),
                environment.getRequiredProperty("fairway.delivery.give-up-after", Duration.class));
        return new DeliverOutbound(transactions, outbox, parties, dialects, seals, counterparts, settings, clock);
    }
}
