package io.fairway.smooks;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What {@code dialect.properties} says.
 *
 * @param form EDIFACT form that feeds the dialect, for example {@code COREOR:D:00B:UN:SMDG20}
 * @param mediaType of what it writes
 */
record DialectSettings(String form, String mediaType, Layout layout, DialectReader reader) {
    private static final Set<String> KNOWN = Set.of("form", "media-type", "layout", "reader");

    static DialectSettings of(DialectFiles files) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(new String(files.bytes(DialectFiles.SETTINGS), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
        properties.stringPropertyNames().stream().filter(key -> !KNOWN.contains(key)).findFirst().ifPresent(key -> {
            throw refused(files, "unknown setting " + key + "; known are " + KNOWN.stream().sorted().toList());
        });
        return new DialectSettings(required(files, properties, "form"), required(files, properties, "media-type"),
                one(files, properties.getProperty("layout", "xml"), Layout.values()),
                one(files, properties.getProperty("reader", "fairway"), DialectReader.values()));
    }

    private static String required(DialectFiles files, Properties properties, String key) {
        return Optional.ofNullable(properties.getProperty(key)).filter(value -> !value.isBlank())
                .orElseThrow(() -> refused(files, "setting " + key + " is missing")).strip();
    }

    private static <E extends Enum<E>> E one(DialectFiles files, String word, E[] values) {
        return Stream.of(values).filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word.strip())).findFirst()
                .orElseThrow(() -> refused(files, "'" + word + "' is none of " + Stream.of(values)
                        .map(value -> value.name().toLowerCase(Locale.ROOT)).toList()));
    }

    private static RefusedDialectException refused(DialectFiles files, String why) {
        return new RefusedDialectException(files.name(), DialectFiles.SETTINGS, why);
    }
}
