package io.fairway.boot;

import io.fairway.store.JdbcCaseQueries;
import io.fairway.store.JdbcExchangeQueries;
import io.fairway.store.JdbcOperationQueries;
import io.fairway.usecase.CaseQueries;
import io.fairway.usecase.ExchangeQueries;
import io.fairway.usecase.OperationQueries;
import io.fairway.usecase.Transactions;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What parties read. */
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
}
