package io.fairway.boot;

import io.fairway.document.DocumentReader;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the hub reads and writes: all that Fairway brings. */
@Configuration(proxyBeanMethods = false)
public class DocumentWiring {

    @Bean
    io.fairway.dialect.Dialects registeredDialects() {
        return io.fairway.dialect.Dialects.builtIn();
    }

    @Bean
    List<DocumentReader> documentReaders(io.fairway.dialect.Dialects registered) {
        return registered.readers();
    }

    @Bean
    io.fairway.usecase.Dialects dialects(io.fairway.dialect.Dialects registered) {
        return new io.fairway.usecase.Dialects(registered.writers());
    }
}
