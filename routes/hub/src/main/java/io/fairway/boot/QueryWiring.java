package io.fairway.boot;

import io.fairway.store.JdbcCaseQueries;
import io.fairway.store.JdbcExchangeQueries;
import io.fairway.store.JdbcOperationQueries;
import io.fairway.store.JdbcParkedRows;
import io.fairway.store.JdbcStuckRows;
import io.fairway.usecase.CaseQueries;
import io.fairway.usecase.ExchangeQueries;
import io.fairway.usecase.Journal;
import io.fairway.usecase.OperationQueries;
import io.fairway.usecase.RepairTransmission;
import io.fairway.usecase.ResumeParked;
import io.fairway.usecase.SubmitTransmission;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.Wakeups;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What parties read, and what the operator does about what he reads. */
@Configuration(proxyBeanMethods = false)
public class QueryWiring {

    @Bean
    ExchangeQueries exchangeQueries(Transactions transactions) {
        return new JdbcExchangeQueries(transactions);
    }

    @Bean
    CaseQueries caseQueries(Transactions transactions, InstantSource clock) {
        return new JdbcCaseQueries(transactions, clock);
    }

    @Bean
    OperationQueries operationQueries(Transactions transactions) {
        return new JdbcOperationQueries(transactions);
    }

    @Bean
    ResumeParked resumeParked(Transactions transactions, Journal journal, Wakeups wakeups, InstantSource clock) {
        return new ResumeParked(transactions, new JdbcParkedRows(), journal, wakeups, clock);
    }

    @Bean
    RepairTransmission repairTransmission(Transactions transactions, SubmitTransmission submission, Journal journal, InstantSource clock) {
        return new RepairTransmission(transactions, new JdbcStuckRows(), submission, journal, clock);
    }
}
