package io.fairway.boot;

import io.fairway.document.DocumentReader;
import io.fairway.document.DocumentWriter;
import io.fairway.flow.DialectRoutes;
import io.fairway.identity.ConfiguredParties;
import io.fairway.usecase.CodeListsInForce;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the hub reads and writes: all that Fairway brings, and counterparts' own dialects. */
@Configuration(proxyBeanMethods = false)
public class DocumentWiring {

    @Bean
    io.fairway.dialect.Dialects registeredDialects(CodeListsInForce lists, DialectWiring.OwnDialects own) {
        return io.fairway.dialect.Dialects.builtIn(lists).andSmooks(own.folders());
    }

    @Bean
    List<DocumentReader> documentReaders(io.fairway.dialect.Dialects registered) {
        return registered.readers();
    }

    @Bean
    io.fairway.usecase.Dialects dialects(io.fairway.dialect.Dialects registered, DialectRoutes routes, ConfiguredParties parties) {
        parties.requireDialects(registered.writers().stream().map(DocumentWriter::dialect).collect(Collectors.toSet()));
        return new io.fairway.usecase.Dialects(registered.writers().stream().map(routes::routed).toList());
    }
}
