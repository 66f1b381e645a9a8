package io.fairway.boot;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.store.JdbcIssuedSheets;
import io.fairway.store.JdbcUnitNames;
import io.fairway.usecase.CaseQueries;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.evidence.EvidenceSource;
import io.fairway.usecase.evidence.EvidenceTimes;
import io.fairway.usecase.evidence.HubKeys;
import io.fairway.usecase.gate.ReadPassages;
import io.fairway.usecase.sheet.HandOutSheets;
import io.fairway.usecase.sheet.IssueGateSheets;
import io.fairway.usecase.sheet.IssueSheets;
import io.fairway.usecase.sheet.IssueTallies;
import io.fairway.usecase.sheet.IssuedSheets;
import io.fairway.usecase.sheet.SheetEvidence;
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
    IssuedSheets issuedSheets() {
        return new JdbcIssuedSheets();
    }

    @Bean
    HandOutSheets handOutSheets(Transactions transactions, IssuedSheets sheets, SheetSeal seal, Journal journal, Identifiers identifiers,
                                InstantSource clock) {
        return new HandOutSheets(transactions, sheets, seal, journal, identifiers, clock);
    }

    @Bean
    IssueSheets issueSheets(Rights rights, Transactions transactions, Commitments commitments, ObjectMapper json, HandOutSheets sheets) {
        return new IssueSheets(rights, transactions, new JdbcUnitNames(commitments), EvidenceWiring.written(json), sheets);
    }

    @Bean
    IssueGateSheets issueGateSheets(ReadPassages passages, HandOutSheets sheets) {
        return new IssueGateSheets(passages, sheets);
    }

    @Bean
    IssueTallies issueTallies(CaseQueries cases, ObjectMapper json, HandOutSheets sheets) {
        return new IssueTallies(cases, EvidenceWiring.written(json), sheets);
    }

    @Bean
    EvidenceSource sheetEvidence(IssuedSheets sheets) {
        return new SheetEvidence(sheets);
    }
}
