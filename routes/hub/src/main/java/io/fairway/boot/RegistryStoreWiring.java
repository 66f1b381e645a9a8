package io.fairway.boot;

import io.fairway.identity.ConfiguredParties;
import io.fairway.store.JdbcGrants;
import io.fairway.store.JdbcKeyRegistry;
import io.fairway.store.JdbcMandates;
import io.fairway.store.JdbcPartyRegistry;
import io.fairway.store.JdbcPendingActs;
import io.fairway.store.JdbcRegistryQueries;
import io.fairway.store.QueuedSecurityJournal;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.registry.CounterpartProfiles;
import io.fairway.usecase.registry.EnrolledKeys;
import io.fairway.usecase.registry.GiveMandates;
import io.fairway.usecase.registry.Grants;
import io.fairway.usecase.registry.KeyRegistry;
import io.fairway.usecase.registry.Mandates;
import io.fairway.usecase.registry.PartyRegistry;
import io.fairway.usecase.registry.PendingActs;
import io.fairway.usecase.registry.RegisteredParties;
import io.fairway.usecase.registry.RegistryQueries;
import io.fairway.usecase.registry.TellKeyAlarms;
import io.fairway.usecase.Journal;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** The registry in the database: parties, keys, mandates, grants, acts, and the security journal. */
@Configuration(proxyBeanMethods = false)
public class RegistryStoreWiring {

    @Bean
    PartyRegistry partyRegistry() {
        return new JdbcPartyRegistry();
    }

    @Bean
    KeyRegistry keyRegistry() {
        return new JdbcKeyRegistry();
    }

    @Bean
    Mandates mandates() {
        return new JdbcMandates();
    }

    @Bean
    Grants grants() {
        return new JdbcGrants();
    }

    @Bean
    PendingActs pendingActs() {
        return new JdbcPendingActs();
    }

    /** Configuration seeds the registry; from then on the registry says who is here. */
    @Bean
    @Primary
    RegisteredParties registeredParties(Transactions transactions, PartyRegistry registry, ConfiguredParties configured,
                                        CounterpartProfiles profiles, Environment environment, InstantSource clock) {
        var parties = new RegisteredParties(transactions, registry, configured.all(), profiles, IdentityWiring.portZone(environment), clock);
        parties.seed();
        return parties;
    }

    @Bean
    RegistryQueries registryQueries(Transactions transactions, PartyRegistry parties, Mandates mandates, Grants grants, PendingActs acts,
                                    InstantSource clock) {
        return new JdbcRegistryQueries(transactions, parties, mandates, grants, acts, clock);
    }

    @Bean(destroyMethod = "close")
    QueuedSecurityJournal securityJournal(Transactions transactions) {
        return QueuedSecurityJournal.start(transactions);
    }

    @Bean(destroyMethod = "close")
    RegistryUpkeep registryUpkeep(RegisteredParties parties, EnrolledKeys keys, GiveMandates mandates, ConfiguredParties configured,
                                  Transactions transactions, KeyRegistry registry, Journal journal, InstantSource clock) {
        mandates.seed(configured.mandates());
        return RegistryUpkeep.start(parties, keys, new TellKeyAlarms(transactions, registry, journal, clock));
    }
}
