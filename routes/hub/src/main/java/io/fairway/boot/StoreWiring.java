package io.fairway.boot;

import io.fairway.clearance.ClearanceRules;
import io.fairway.store.Database;
import io.fairway.store.DatabaseAccess;
import io.fairway.store.DatabaseAccess.Login;
import io.fairway.store.GroupCommit;
import io.fairway.store.IntakeSettings;
import io.fairway.store.JdbcAttachments;
import io.fairway.store.JdbcConsignments;
import io.fairway.store.JdbcFacts;
import io.fairway.store.JdbcInterchanges;
import io.fairway.store.JdbcJournal;
import io.fairway.store.JdbcOutbox;
import io.fairway.store.JdbcTransactions;
import io.fairway.store.JdbcTransmissions;
import io.fairway.store.UnreadShare;
import io.fairway.store.embedded.EmbeddedPostgres;
import io.fairway.store.embedded.HomeLock;
import io.fairway.usecase.Attachments;
import io.fairway.usecase.Consignments;
import io.fairway.usecase.Facts;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Interchanges;
import io.fairway.usecase.Journal;
import io.fairway.usecase.Outbox;
import io.fairway.usecase.Parties;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.Transmissions;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The store: PostgreSQL embedded under the hub's home, or outside at {@code fairway.db.url}, and the ports that stand on it. */
@Configuration(proxyBeanMethods = false)
public class StoreWiring {
    private static final int CONNECTIONS_PER_ROLE = 8;

    /** @param embedded empty when the database is outside */
    record DatabaseServer(DatabaseAccess access, Optional<EmbeddedPostgres> embedded) implements AutoCloseable {
        @Override
        public void close() {
            embedded.ifPresent(EmbeddedPostgres::close);
        }
    }

    @Bean
    HomeLock homeLock(HubHome home) {
        return HomeLock.acquire(home.path());
    }

    /** The lock comes first: the server of a killed hub may be stopped only by who holds it. */
    @Bean
    DatabaseServer databaseServer(HubHome home, HomeLock lock, Environment environment) {
        String url = environment.getProperty("fairway.db.url", "");
        if (!url.isEmpty()) {
            return new DatabaseServer(new DatabaseAccess(url, login(environment, "owner"), login(environment, "app"),
                    login(environment, "worker")), Optional.empty());
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.start(home.path());
        return new DatabaseServer(embedded.access(), Optional.of(embedded));
    }

    private static Login login(Environment environment, String role) {
        return new Login(environment.getRequiredProperty("fairway.db." + role + ".user"),
                environment.getRequiredProperty("fairway.db." + role + ".password"));
    }

    @Bean
    Database database(DatabaseServer server) {
        return Database.open(server.access(), CONNECTIONS_PER_ROLE);
    }

    @Bean
    Transactions transactions(Database database) {
        return new JdbcTransactions(database);
    }

    @Bean
    IntakeSettings intakeSettings(Environment environment) {
        IntakeSettings standard = IntakeSettings.DEFAULT;
        IntakeSettings.Share ofOne = standard.ofOne();
        return new IntakeSettings(standard.mostWaiting(), standard.mostWaitingBytes(), standard.groupSize(), standard.groupBytes(),
                standard.gather(), standard.writers(), standard.retryAfterSeconds(), new IntakeSettings.Share(ofOne.mostWaiting(),
                        ofOne.mostWaitingBytes(), environment.getProperty("fairway.intake.unread-per-party", Integer.class, ofOne.mostUnread())));
    }

    @Bean
    GroupCommit groupCommit(Database database, IntakeSettings settings) {
        return new GroupCommit(database, settings);
    }

    @Bean
    Transmissions transmissions(GroupCommit groupCommit, Transactions transactions, IntakeSettings settings, InstantSource clock) {
        return new JdbcTransmissions(groupCommit, new UnreadShare(transactions, settings, clock));
    }

    @Bean
    Interchanges interchanges(Identifiers identifiers) {
        return new JdbcInterchanges(identifiers);
    }

    @Bean
    Consignments consignments(Parties parties, Identifiers identifiers, InstantSource clock, Environment environment) {
        var rules = new ClearanceRules(environment.getRequiredProperty("fairway.clearance.pre-lodging", ClearanceRules.PreLodging.class),
                ClearanceRules.STANDARD.portExamination(), ClearanceRules.STANDARD.manifestLead());
        return new JdbcConsignments(rules, parties, identifiers, clock);
    }

    @Bean
    Facts facts() {
        return new JdbcFacts();
    }

    @Bean
    Outbox outbox() {
        return new JdbcOutbox();
    }

    @Bean
    Attachments attachments() {
        return new JdbcAttachments();
    }

    @Bean
    Journal journal() {
        return new JdbcJournal();
    }
}
