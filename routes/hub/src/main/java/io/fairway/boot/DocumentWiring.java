package io.fairway.boot;

import io.fairway.document.DocumentReader;
import io.fairway.document.code.CodeLists;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the hub reads and writes: all that Fairway brings. */
@Configuration(proxyBeanMethods = false)
public class DocumentWiring {

    @Bean
    io.fairway.dialect.Dialects registeredDialects(@Value("${fairway.code.lists:}") String folder) throws IOException {
        return io.fairway.dialect.Dialects.builtIn(folder.isBlank() ? CodeLists.NONE : CodeLists.in(Path.of(folder)));
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
