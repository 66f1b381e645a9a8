package io.fairway.boot;

import io.fairway.document.DocumentReader;
import io.fairway.store.JdbcTradeRecords;
import io.fairway.store.JdbcVerifications;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PresentedDocuments;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.anchor.AnchorProofs;
import io.fairway.usecase.evidence.HubKeys;
import io.fairway.usecase.evidence.SealParts;
import io.fairway.usecase.title.Commitments;
import io.fairway.usecase.verification.CheckSeal;
import io.fairway.usecase.verification.FindTrade;
import io.fairway.usecase.verification.ProveFact;
import io.fairway.usecase.verification.VerifyTrade;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What banks ask. */
@Configuration(proxyBeanMethods = false)
public class VerificationWiring {

    @Bean
    FindTrade findTrade(Transactions transactions, Commitments commitments, AnchorProofs anchors) {
        return new FindTrade(transactions, new JdbcTradeRecords(), commitments, anchors);
    }

    @Bean
    VerifyTrade verifyTrade(FindTrade trades, List<DocumentReader> readers, Parties parties, HubKeys keys, Transactions transactions,
                            Journal journal, Identifiers identifiers, InstantSource clock) {
        return new VerifyTrade(trades, new PresentedDocuments(readers, parties), new CheckSeal(keys), transactions, new JdbcVerifications(),
                journal, identifiers, clock);
    }

    @Bean
    ProveFact proveFact(FindTrade trades, AnchorProofs receipts, SealParts sealing, Transactions transactions, Journal journal,
                        InstantSource clock) {
        return new ProveFact(trades, new JdbcVerifications(), receipts, sealing, transactions, journal, clock);
    }
}
