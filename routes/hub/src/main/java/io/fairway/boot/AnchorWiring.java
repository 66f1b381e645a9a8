package io.fairway.boot;

import io.fairway.store.JdbcAnchorProofs;
import io.fairway.store.JdbcAnchors;
import io.fairway.store.JdbcAttestations;
import io.fairway.store.JdbcLedgerRecords;
import io.fairway.store.JdbcTitleReceipts;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Parties;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.anchor.AnchorDigests;
import io.fairway.usecase.anchor.AnchorProofs;
import io.fairway.usecase.anchor.Anchors;
import io.fairway.usecase.title.ActsInCustody;
import io.fairway.usecase.title.AttestFacts;
import io.fairway.usecase.title.Commitments;
import io.fairway.usecase.title.LedgerRecords;
import io.fairway.usecase.title.LedgerState;
import io.fairway.usecase.title.ReconcileLedger;
import io.fairway.usecase.title.TellLedgerState;
import io.fairway.usecase.title.TitleReceipts;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Digests on their way to the ledger, the proofs that they stand there, and whether hub and ledger agree; what parties attest by way of the hub. */
@Configuration(proxyBeanMethods = false)
public class AnchorWiring {

    @Bean
    Anchors anchors() {
        return new JdbcAnchors();
    }

    @Bean
    AnchorDigests anchorDigests(Anchors anchors, ActsInCustody acts, Transactions transactions, InstantSource clock,
                                @Value("${fairway.anchor.every:2s}") Duration every) {
        return new AnchorDigests(anchors, acts, transactions, clock, every);
    }

    @Bean
    AnchorProofs anchorProofs(Transactions transactions) {
        return new JdbcAnchorProofs(transactions);
    }

    @Bean
    TitleReceipts titleReceipts(Transactions transactions) {
        return new JdbcTitleReceipts(transactions);
    }

    @Bean
    AttestFacts attestFacts(ActsInCustody acts, Commitments commitments, Parties parties, Transactions transactions, Identifiers identifiers,
                            SecureRandom random) {
        return new AttestFacts(new JdbcAttestations(), acts, commitments, parties, transactions, identifiers, random);
    }

    @Bean
    LedgerRecords ledgerRecords() {
        return new JdbcLedgerRecords();
    }

    @Bean
    LedgerState ledgerState(LedgerLink link, LedgerRecords records, Anchors anchors, Transactions transactions) {
        return new TellLedgerState(link, records, anchors, transactions);
    }

    @Bean(initMethod = "start")
    ReconciliationRounds reconciliationRounds(LedgerRecords records, Transactions transactions, InstantSource clock, LedgerLink link,
                                              @Value("${fairway.ledger.reconcile-every:30s}") Duration every) {
        return new ReconciliationRounds(new ReconcileLedger(records, transactions, clock), link, every);
    }
}
