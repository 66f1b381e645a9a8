package io.fairway.boot;

import io.fairway.usecase.ActAsAgency;
import io.fairway.usecase.Consignments;
import io.fairway.usecase.Facts;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.LiftHold;
import io.fairway.usecase.Parties;
import io.fairway.usecase.TellCounterparts;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.registry.AdministerMembers;
import io.fairway.usecase.registry.EnrolKey;
import io.fairway.usecase.registry.EnrolledKeys;
import io.fairway.usecase.registry.FourEyes;
import io.fairway.usecase.registry.GiveMandates;
import io.fairway.usecase.registry.GrantSight;
import io.fairway.usecase.registry.Grants;
import io.fairway.usecase.registry.KeyRegistry;
import io.fairway.usecase.registry.Mandates;
import io.fairway.usecase.registry.PartyRegistry;
import io.fairway.usecase.registry.PendingActs;
import io.fairway.usecase.registry.People;
import io.fairway.usecase.registry.RegisterParties;
import io.fairway.usecase.registry.RegisteredParties;
import io.fairway.usecase.registry.RevokeKey;
import io.fairway.usecase.registry.SensitiveAct;
import io.fairway.web.AgencyController;
import io.fairway.web.ApprovalController;
import io.fairway.web.BodyReader;
import io.fairway.web.GrantController;
import io.fairway.web.JsonBodies;
import io.fairway.web.KeyHealth;
import io.fairway.web.MandateController;
import io.fairway.web.MemberController;
import io.fairway.web.PartyController;
import io.fairway.web.SecurityController;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Registration, keys, mandates, grants and four eyes, over their ports, and what serves them. */
@Configuration(proxyBeanMethods = false)
@Import({PartyController.class, MandateController.class, MemberController.class, GrantController.class, ApprovalController.class,
        AgencyController.class, SecurityController.class})
public class RegistryWiring {

    @Bean
    JsonBodies jsonBodies(BodyReader bodies) {
        return new JsonBodies(bodies);
    }

    @Bean
    EnrolledKeys enrolledKeys(Transactions transactions, KeyRegistry registry, InstantSource clock) {
        return new EnrolledKeys(transactions, registry, clock);
    }

    @Bean
    RegisterParties registerParties(Transactions transactions, PartyRegistry registry, RegisteredParties parties, Journal journal,
                                    InstantSource clock) {
        return new RegisterParties(transactions, registry, parties, journal, clock);
    }

    @Bean
    RevokeKey revokeKey(Transactions transactions, KeyRegistry registry, EnrolledKeys keys, Journal journal, InstantSource clock) {
        return new RevokeKey(transactions, registry, keys, journal, clock);
    }

    @Bean
    GiveMandates giveMandates(Transactions transactions, Mandates mandates, Parties parties, Journal journal, Identifiers identifiers,
                              InstantSource clock) {
        return new GiveMandates(transactions, mandates, parties, journal, identifiers, clock);
    }

    @Bean
    GrantSight grantSight(Transactions transactions, Grants grants, Parties parties, Journal journal, Identifiers identifiers,
                          InstantSource clock) {
        return new GrantSight(transactions, grants, parties, journal, identifiers, clock);
    }

    @Bean
    AdministerMembers administerMembers(People people, PartyRegistry registry, Transactions transactions, Journal journal, InstantSource clock) {
        return new AdministerMembers(people, registry, transactions, journal, clock);
    }

    @Bean
    SensitiveAct enrolKey(KeyRegistry registry, EnrolledKeys keys, Identifiers identifiers, InstantSource clock) {
        return new EnrolKey(registry, keys, identifiers, clock);
    }

    @Bean
    SensitiveAct liftHold(Consignments consignments, Facts facts, TellCounterparts tell, InstantSource clock) {
        return new LiftHold(consignments, facts, tell, clock);
    }

    @Bean
    ActAsAgency actAsAgency(Transactions transactions, Consignments consignments, Facts facts, TellCounterparts tell, Journal journal,
                            InstantSource clock) {
        return new ActAsAgency(transactions, consignments, facts, tell, journal, clock);
    }

    @Bean
    FourEyes fourEyes(Transactions transactions, PendingActs acts, Journal journal, Identifiers identifiers, InstantSource clock,
                      List<SensitiveAct> kinds) {
        return new FourEyes(transactions, acts, journal, identifiers, clock, kinds);
    }

    @Bean
    KeyHealth keys(EnrolledKeys keys, InstantSource clock) {
        return new KeyHealth(keys, clock);
    }
}
