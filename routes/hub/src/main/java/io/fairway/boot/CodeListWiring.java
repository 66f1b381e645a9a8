package io.fairway.boot;

import io.fairway.document.code.CodeLists;
import io.fairway.flow.CodeListFlow;
import io.fairway.store.JdbcCodeListVersions;
import io.fairway.usecase.CodeListVersions;
import io.fairway.usecase.CodeListsInForce;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.LoadCodeList;
import io.fairway.usecase.Transactions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Code lists: of the folder that {@code FAIRWAY_CODE_LISTS} names, and those loaded at run time. */
@Configuration(proxyBeanMethods = false)
public class CodeListWiring {

    @Bean
    CodeListVersions codeListVersions() {
        return new JdbcCodeListVersions();
    }

    @Bean
    CodeListsInForce codeListsInForce(Transactions transactions, CodeListVersions versions, @Value("${FAIRWAY_CODE_LISTS:}") String folder)
            throws IOException {
        return new CodeListsInForce(transactions, versions, folder.isBlank() ? CodeLists.NONE : CodeLists.in(Path.of(folder)));
    }

    @Bean
    LoadCodeList loadCodeList(Transactions transactions, CodeListVersions versions, CodeListsInForce inForce, Journal journal,
                              Identifiers identifiers, InstantSource clock) {
        return new LoadCodeList(transactions, versions, inForce, journal, identifiers, clock);
    }

    @Bean
    CodeListFlow codeListFlow(CodeListsInForce inForce, @Value("${fairway.code-lists.refresh-every}") Duration every) {
        return new CodeListFlow(inForce, every);
    }
}
