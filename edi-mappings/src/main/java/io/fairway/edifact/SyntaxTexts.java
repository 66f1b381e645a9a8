package io.fairway.edifact;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import io.fairway.document.finding.Text;

/** The catalogue of sentences, one place for both languages. Thread-safe. */
final class SyntaxTexts {
    private final Properties sentences = new Properties();

    SyntaxTexts() {
        try (var input = SyntaxTexts.class.getResourceAsStream("syntax-findings.properties");
                var reader = new InputStreamReader(input, StandardCharsets.UTF_8)) {
            sentences.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The sentences of the findings cannot be read", unreadable);
        }
    }

    String expected(SyntaxRule rule, String found, Object... values) {
        return fill(rule.name() + ".expected", found, values);
    }

    Text text(SyntaxRule rule, String found, Object... values) {
        return new Text(fill(rule.name() + ".en", found, values), fill(rule.name() + ".zh", found, values));
    }

    private String fill(String key, String found, Object... values) {
        var pattern = sentences.getProperty(key);
        if (pattern == null) {
            throw new IllegalStateException("No sentence " + key);
        }
        var filled = new StringBuilder(pattern.length() + 32);
        for (int i = 0; i < pattern.length(); i++) {
            int end = pattern.charAt(i) == '{' ? pattern.indexOf('}', i) : -1;
            if (end < 0) {
                filled.append(pattern.charAt(i));
                continue;
            }
            var name = pattern.substring(i + 1, end);
            filled.append(name.equals("found") ? found : String.valueOf(values[Integer.parseInt(name)]));
            i = end;
        }
        return filled.toString();
    }
}
