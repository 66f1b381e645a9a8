package io.fairway.boot;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.store.JdbcIssuedSheets;
import io.fairway.store.JdbcUnitNames;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.evidence.EvidenceTimes;
import io.fairway.usecase.evidence.HubKeys;
import io.fairway.usecase.sheet.IssueSheets;
import io.fairway.usecase.sheet.SheetSeal;
import io.fairway.usecase.title.Commitments;
import io.fairway.usecase.title.Rights;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Documents for people. */
@Configuration(proxyBeanMethods = false)
public class SheetWiring {

    @Bean
    SheetSeal sheetSeal(HubKeys keys, EvidenceTimes times, Environment environment) {
        return new SheetSeal(keys, times, ConsoleWiring.root(environment));
    }

    @Bean
    IssueSheets issueSheets(Rights rights, Transactions transactions, Commitments commitments, ObjectMapper json, SheetSeal seal, Journal journal,
                            Identifiers identifiers, InstantSource clock) {
        return new IssueSheets(rights, transactions, new JdbcIssuedSheets(), new JdbcUnitNames(commitments), EvidenceWiring.written(json), seal,
                new IssueSheets.Book(journal, identifiers, clock));
    }
}
