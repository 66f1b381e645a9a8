package io.fairway.boot;

import io.fairway.flow.RetentionFlow;
import io.fairway.store.JdbcArchive;
import io.fairway.store.JdbcKeepings;
import io.fairway.usecase.Archive;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.retention.Keepings;
import io.fairway.usecase.retention.Retention;
import io.fairway.usecase.retention.SweepRetention;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What is kept as rows, and the turns in which it is erased. */
@Configuration(proxyBeanMethods = false)
public class RetentionUpkeep {

    @Bean
    Keepings keepings() {
        return new JdbcKeepings();
    }

    @Bean
    Archive archive(Transactions transactions, InstantSource clock) {
        return new JdbcArchive(transactions, clock);
    }

    @Bean
    RetentionFlow retentionFlow(Transactions transactions, Keepings keepings, Retention retention, Journal journal, Identifiers identifiers,
                                InstantSource clock, Environment environment) {
        return new RetentionFlow(environment.getRequiredProperty("fairway.retention.every", Duration.class), new SweepRetention(transactions, keepings,
                retention, journal, identifiers, clock, environment.getRequiredProperty("fairway.retention.batch", Integer.class)));
    }
}
