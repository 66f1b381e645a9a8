package io.fairway.document.id;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Guesses what was meant by a misspelt identifier; a guess counts only when the identifier accepts it. */
final class Spelling {

    private Spelling() {
    }

    /** Whether there are only capital letters of ASCII from one index up to another. */
    static boolean isLetters(String value, int from, int to) {
        for (int i = from; i < to; i++) {
            if (value.charAt(i) < 'A' || value.charAt(i) > 'Z') {
                return false;
            }
        }
        return true;
    }

    /** Whether there are only ASCII digits from one index up to another. */
    static boolean isDigits(String value, int from, int to) {
        for (int i = from; i < to; i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether it begins with a capital letter or digit of ASCII and has only those and the further characters, up to so many in all. */
    static boolean isCode(String value, int longest, String further) {
        boolean isOne = !value.isEmpty() && value.length() <= longest && further.indexOf(value.charAt(0)) < 0;
        for (int i = 0; isOne && i < value.length(); i++) {
            char character = value.charAt(i);
            isOne = character >= 'A' && character <= 'Z' || character >= '0' && character <= '9' || further.indexOf(character) >= 0;
        }
        return isOne;
    }

    /** Capitals, without blanks, hyphens, dots and slashes. */
    static String plain(String value) {
        return value.toUpperCase(Locale.ROOT).replaceAll("[\\s./-]", "");
    }

    /** The letters that are often typed for digits, turned into digits. */
    static String digits(String value) {
        return value.replace('O', '0').replace('Q', '0').replace('I', '1').replace('L', '1').replace('S', '5').replace('B', '8');
    }

    /** The digits that are often typed for letters, turned into letters. */
    static String letters(String value) {
        return value.replace('0', 'O').replace('1', 'I').replace('5', 'S').replace('8', 'B');
    }

    /** The guess when it differs from the value and the identifier accepts it; empty otherwise. */
    static String proposal(String value, String guess, UnaryOperator<String> identifier) {
        if (guess.equals(value)) {
            return "";
        }
        return accepted(guess, identifier).orElse("");
    }

    private static Optional<String> accepted(String guess, UnaryOperator<String> identifier) {
        try {
            return Optional.of(identifier.apply(guess));
        } catch (RefusedValueException refused) {
            return Optional.empty();
        }
    }
}
