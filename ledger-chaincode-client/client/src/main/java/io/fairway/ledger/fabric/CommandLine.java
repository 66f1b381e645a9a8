package io.fairway.ledger.fabric;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Words and options of one command; every option has a value and must be known. */
final class CommandLine {
    private static final Set<String> KNOWN = Set.of("--profile", "--msp", "--certificate", "--key", "--public", "--out", "--from", "--root");

    private final List<String> words = new ArrayList<>();
    private final Map<String, String> options = new TreeMap<>();

    /** The command line is wrong; the message says how. */
    static final class WrongException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongException(String message) {
            super(message);
        }
    }

    CommandLine(String... arguments) {
        for (var at = 0; at < arguments.length; at++) {
            var word = arguments[at];
            if (!word.startsWith("--")) {
                words.add(word);
            } else if (!KNOWN.contains(word) || at + 1 == arguments.length) {
                throw new WrongException(KNOWN.contains(word) ? word + " needs a value" : "does not know " + word);
            } else {
                options.put(word, arguments[++at]);
            }
        }
    }

    /** The word at this place, which must be there. */
    String word(int place, String what) {
        if (place >= words.size()) {
            throw new WrongException("expected " + what);
        }
        return words.get(place);
    }

    /** The words from this place on. */
    List<String> wordsFrom(int place) {
        return words.subList(Math.min(place, words.size()), words.size());
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    Optional<Path> file(String name) {
        return option(name).map(Path::of);
    }

    /** A file that must be given. */
    Path requiredFile(String name) {
        return file(name).orElseThrow(() -> new WrongException("needs " + name + " FILE"));
    }
}
