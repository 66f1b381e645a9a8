package io.fairway.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.web.OpenTo.Audience;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Describes the API to clients (OpenAPI 3.0). The description is kept by hand and held to what is served by a test. */
@RestController
public class DescriptionController {
    private static final int MOST_ALIASES = 200;

    private final byte[] json;

    public DescriptionController() {
        json = read();
    }

    private static byte[] read() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        try (InputStream in = DescriptionController.class.getResourceAsStream("openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("openapi.yaml is missing on the class path");
            }
            return new ObjectMapper().writeValueAsBytes(new Yaml(new SafeConstructor(options)).<Object>load(in));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("openapi.yaml holds what JSON cannot say", e);
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.yaml cannot be read", e);
        }
    }

    /** This description. */
    @OpenTo(Audience.ANYONE)
    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    public byte[] description() {
        return json.clone();
    }
}
