package io.fairway.boot;

import io.fairway.document.DocumentReader;
import io.fairway.usecase.Answers;
import io.fairway.usecase.ApplyFacts;
import io.fairway.usecase.AttachDocument;
import io.fairway.usecase.Attachments;
import io.fairway.usecase.Consignments;
import io.fairway.usecase.Counterparts;
import io.fairway.usecase.DeliverOutbound;
import io.fairway.usecase.DeliverySettings;
import io.fairway.usecase.Dialects;
import io.fairway.usecase.Facts;
import io.fairway.usecase.FailureSettings;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Interchanges;
import io.fairway.usecase.Journal;
import io.fairway.usecase.OutboundImages;
import io.fairway.usecase.Outbox;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PassOn;
import io.fairway.usecase.ReadTransmission;
import io.fairway.usecase.ReadingSessions;
import io.fairway.usecase.RecordFailure;
import io.fairway.usecase.Seals;
import io.fairway.usecase.Subjects;
import io.fairway.usecase.Speakers;
import io.fairway.usecase.Step;
import io.fairway.usecase.SubmitTransmission;
import io.fairway.usecase.TellCounterparts;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.Transmissions;
import io.fairway.usecase.ValidateDocument;
import io.fairway.usecase.Wakeups;
import io.fairway.usecase.evidence.SignatureCheck;
import io.fairway.usecase.evidence.EvidenceTimes;
import io.fairway.usecase.registry.Mandates;
import io.fairway.usecase.registry.Standings;
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
        return Step.clock(Clock.systemUTC());
    }

    @Bean
    SubmitTransmission submitTransmission(Transmissions transmissions, Wakeups wakeups, Identifiers identifiers, InstantSource clock,
                                          Standings standings, EvidenceTimes times) {
        return new SubmitTransmission(transmissions, wakeups, identifiers, clock, standings, times);
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
    PassOn passOn(Outbox outbox, Parties parties, Identifiers identifiers, InstantSource clock) {
        return new PassOn(outbox, parties, identifiers, clock);
    }

    @Bean
    ReadTransmission readTransmission(Transactions transactions, Transmissions transmissions, List<DocumentReader> readers,
                                      Parties parties, Interchanges interchanges, Subjects subjects, Answers answers, Outbox outbox,
                                      PassOn passOn, Journal journal, Identifiers identifiers, SignatureCheck signature,
                                      Wakeups wakeups) {
        var sessions = new ReadingSessions(interchanges, subjects, answers, outbox, passOn, journal, identifiers);
        return new ReadTransmission(transactions, transmissions, readers, parties, sessions, signature, wakeups);
    }

    @Bean
    TellCounterparts tellCounterparts(Outbox outbox, Consignments consignments, Parties parties, Identifiers identifiers,
                                      InstantSource clock) {
        return new TellCounterparts(outbox, consignments, parties, identifiers, clock);
    }

    @Bean
    AttachDocument attachDocument(Transactions transactions, Attachments attachments, Facts facts, Consignments consignments,
                                  Parties parties, TellCounterparts tell, Identifiers identifiers, InstantSource clock) {
        return new AttachDocument(transactions, attachments, facts, consignments, parties, tell, identifiers, clock);
    }

    @Bean
    Speakers speakers(Parties parties, Mandates mandates) {
        return new Speakers(parties, mandates);
    }

    @Bean
    ApplyFacts applyFacts(Transactions transactions, Consignments consignments, Facts facts, Speakers speakers, TellCounterparts tell,
                          Journal journal, Wakeups wakeups, InstantSource clock) {
        return new ApplyFacts(transactions, consignments, facts, speakers, tell, journal, wakeups, clock);
    }

    @Bean
    RecordFailure recordFailure(Transactions transactions, Transmissions transmissions, Facts facts, Outbox outbox,
                                Environment environment, InstantSource clock) {
        var settings = new FailureSettings(environment.getRequiredProperty("fairway.attempts", Integer.class),
                environment.getRequiredProperty("fairway.delivery.first-pause", Duration.class));
        return new RecordFailure(transactions, transmissions, facts, outbox, settings, clock);
    }

    @Bean
    DeliverOutbound deliverOutbound(Transactions transactions, Outbox outbox, Parties parties, Dialects dialects, Seals seals,
                                    Counterparts counterparts, Journal journal, Environment environment, InstantSource clock) {
        var settings = new DeliverySettings(
                environment.getRequiredProperty("fairway.delivery.lease", Duration.class),
                environment.getRequiredProperty("fairway.delivery.batch", Integer.class),
                environment.getRequiredProperty("fairway.delivery.first-pause", Duration.class),
                environment.getRequiredProperty("fairway.delivery.longest-pause", Duration.class),
                environment.getRequiredProperty("fairway.delivery.give-up-after", Duration.class));
        return new DeliverOutbound(transactions, outbox, new OutboundImages(parties, dialects, seals), counterparts, journal, settings,
                clock);
    }
}
