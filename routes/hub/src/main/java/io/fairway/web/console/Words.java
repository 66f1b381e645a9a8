package io.fairway.web.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The words of the console in each language, by key. */
public final class Words {
    private final Map<Language, Properties> byLanguage = new EnumMap<>(Language.class);

    public Words() {
        for (Language language : Language.values()) {
            byLanguage.put(language, read("words_" + language.word() + ".properties"));
        }
    }

    private static Properties read(String file) {
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing on the class path");
            }
            var words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** All keys of a language. */
    Set<String> keys(Language language) {
        return byLanguage.getOrDefault(language, new Properties()).stringPropertyNames();
    }

    /**
     * A text; {@code {0}} stands for the first of {@code values} and so on.
     *
     * @throws IllegalArgumentException when there is no such key, which is a defect
     */
    public String of(Language language, String key, List<String> values) {
        String text = byLanguage.getOrDefault(language, new Properties()).getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("No words for " + key);
        }
        String told = text;
        for (int i = 0; i < values.size(); i++) {
            told = told.replace("{" + i + "}", values.get(i));
        }
        return told;
    }
}
