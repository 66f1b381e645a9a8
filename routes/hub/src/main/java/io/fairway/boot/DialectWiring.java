package io.fairway.boot;

import io.fairway.flow.DialectComponent;
import io.fairway.flow.DialectFlow;
import io.fairway.flow.DialectRoutes;
import io.fairway.smooks.SmooksDialect;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counterparts' own dialects: those that Fairway brings, and those of the folder that {@code FAIRWAY_DIALECTS} names. */
@Configuration(proxyBeanMethods = false)
public class DialectWiring {

    /**
     * Counterparts' own dialects.
     *
     * @param folders of the setting
     * @param all with those that Fairway brings
     */
    record OwnDialects(List<SmooksDialect> folders, List<SmooksDialect> all) {
    }

    @Bean
    OwnDialects ownDialects(@Value("${FAIRWAY_DIALECTS:}") String folder) {
        List<SmooksDialect> folders = folder.isBlank() ? List.of() : SmooksDialect.allIn(Path.of(folder));
        return new OwnDialects(folders, Stream.concat(SmooksDialect.shipped().stream(), folders.stream()).toList());
    }

    @Bean(DialectComponent.SCHEME)
    DialectComponent dialectComponent(OwnDialects dialects) {
        return new DialectComponent(dialects.all());
    }

    @Bean
    DialectFlow dialectFlow(OwnDialects dialects) {
        return new DialectFlow(dialects.all());
    }

    @Bean
    DialectRoutes dialectRoutes(OwnDialects dialects, CamelContext camel) {
        return new DialectRoutes(dialects.all(), camel.createProducerTemplate());
    }
}
