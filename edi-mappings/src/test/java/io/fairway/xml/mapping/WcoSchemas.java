package io.fairway.xml.mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.opentest4j.AssertionFailedError;
import org.xml.sax.SAXException;

/**
 * The published schemas of the WCO DMS profile, where they lie beside the project ({@code ../shared/standards/wco-dms}). They
 * are not part of the project; without them the assertions pass silently and {@link #missing()} says why.
 */
final class WcoSchemas {
    private static final Optional<Path> FOLDER = folder();
    private static final Optional<Schema> SCHEMA = FOLDER.map(WcoSchemas::load);

    private WcoSchemas() {
    }

    static boolean arePresent() {
        return SCHEMA.isPresent();
    }

    static String missing() {
        return "No folder shared/standards/wco-dms beside the project: written XML was not checked against the WCO schemas";
    }

    static void assertValid(byte[] xml) {
        SCHEMA.ifPresent(schema -> {
            try {
                schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
            } catch (SAXException e) {
                throw new AssertionFailedError(e.getMessage() + "\n" + new String(xml, StandardCharsets.UTF_8), e);
            } catch (IOException e) {
                throw new AssertionFailedError("Cannot read the schemas", e);
            }
        });
    }

    private static Optional<Path> folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path beside = at.resolve("shared/standards/wco-dms/wco");
            if (Files.isDirectory(beside)) {
                return Optional.of(beside);
            }
        }
        return Optional.empty();
    }

    /** The envelope's schema has a strict wildcard, so that all schemas are loaded together. */
    private static Schema load(Path folder) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty("jdk.xml.maxOccurLimit", "0");
            return factory.newSchema(new Source[] {source(folder, "declaration/DocumentMetaData_2_DMS.xsd"),
                    source(folder, "declaration/WCO_DEC_2_DMS.xsd"), source(folder, "notification/WCO_RES_2_DMS.xsd")});
        } catch (SAXException e) {
            throw new IllegalStateException("The WCO schemas cannot be loaded", e);
        }
    }

    private static Source source(Path folder, String name) {
        return new StreamSource(folder.resolve(name).toFile());
    }
}
