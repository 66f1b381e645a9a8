package io.fairway.json.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The transport document of DCSA's published interface description, where it lies beside the project. */
final class DcsaSchema {
    private static final Optional<JsonSchema> SCHEMA = file().map(DcsaSchema::load);

    private DcsaSchema() {
    }

    /** Does nothing where the schemas are absent; the fixtures and the expectations of the tests stand on their own. */
    static void assertValid(byte[] bytes) {
        SCHEMA.ifPresent(schema -> {
            try {
                assertThat(schema.validate(new ObjectMapper().readTree(bytes))).isEmpty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Optional<Path> file() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path beside = at.resolve("shared/standards/dcsa/EBL_ISS_v3.0.0.yaml");
            if (Files.exists(beside)) {
                return Optional.of(beside);
            }
        }
        return Optional.empty();
    }

    private static JsonSchema load(Path file) {
        try {
            JsonNode whole = new YAMLMapper().readTree(Files.readAllBytes(file));
            var schema = new ObjectMapper().createObjectNode();
            schema.put("$ref", "#/components/schemas/TransportDocument");
            schema.set("components", whole.get("components"));
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
