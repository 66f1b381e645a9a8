package io.fairway.boot;

import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.retention.EraseOnRequest;
import io.fairway.usecase.retention.HoldLegally;
import io.fairway.usecase.retention.Keepings;
import io.fairway.usecase.retention.OverseeRetention;
import io.fairway.usecase.retention.Retention;
import io.fairway.usecase.retention.Retention.Rule;
import io.fairway.web.ArchiveController;
import io.fairway.web.RetentionController;
import java.time.InstantSource;
import java.time.Period;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** How long what is kept: periods by {@code fairway.retention.keep.SORT} and {@code fairway.retention.duty.SORT}, erasure and legal holds. */
@Configuration(proxyBeanMethods = false)
@Import({RetentionController.class, ArchiveController.class})
public class RetentionWiring {
    private static final String KEEP = "fairway.retention.keep.";
    private static final String DUTY = "fairway.retention.duty.";

    @Bean
    Retention retention(Environment environment) {
        var standard = new Retention(Map.of());
        Map<String, Rule> own = new TreeMap<>();
        standard.sorts().forEach(sort -> own.put(sort, new Rule(environment.getProperty(KEEP + sort, Period.class, standard.of(sort).keep()),
                environment.getProperty(DUTY + sort, Period.class, standard.of(sort).duty()))));
        return new Retention(own);
    }

    @Bean
    EraseOnRequest eraseOnRequest(Transactions transactions, Keepings keepings, Retention retention, Journal journal, Identifiers identifiers,
                                  InstantSource clock) {
        return new EraseOnRequest(transactions, keepings, retention, journal, identifiers, clock);
    }

    @Bean
    HoldLegally holdLegally(Transactions transactions, Keepings keepings, Journal journal, Identifiers identifiers, InstantSource clock) {
        return new HoldLegally(transactions, keepings, journal, identifiers, clock);
    }

    @Bean
    OverseeRetention overseeRetention(Transactions transactions, Keepings keepings) {
        return new OverseeRetention(transactions, keepings);
    }
}
