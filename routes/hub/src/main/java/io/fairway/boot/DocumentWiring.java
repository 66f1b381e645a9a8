package io.fairway.boot;

import io.fairway.document.DocumentReader;
import io.fairway.document.DocumentWriter;
import io.fairway.edifact.mapping.EdifactDocumentWriters;
import io.fairway.edifact.mapping.EdifactDocuments;
import io.fairway.usecase.Dialects;
import io.fairway.xml.mapping.XmlDialects;
import io.fairway.xml.mapping.XmlDocuments;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The syntaxes the hub reads and the dialects it writes. */
@Configuration(proxyBeanMethods = false)
public class DocumentWiring {

    @Bean
    DocumentReader edifactDocuments() {
        return new EdifactDocuments();
    }

    @Bean
    DocumentReader xmlDocuments() {
        return new XmlDocuments();
    }

    @Bean
    Dialects dialects() {
        List<DocumentWriter> writers = new ArrayList<>(EdifactDocumentWriters.all());
        writers.addAll(XmlDialects.writers());
        return new Dialects(writers);
    }
}
