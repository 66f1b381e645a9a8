package io.fairway.edifact;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Guesses which of the known words was meant by one that is not known. The nearest kind of slip decides: case and blanks, then look-alike
 * letters and digits, two characters the wrong way round, one character wrong, too many or missing. Only one of a kind is a guess.
 */
public final class Guess {
    private static final List<BiPredicate<String, String>> SLIPS = List.of(
            (found, known) -> found.strip().equalsIgnoreCase(known),
            (found, known) -> alike(found).equals(alike(known)),
            Guess::isSwapped,
            Guess::isOneEditAway);
    private static final int SHORTEST = 2;

    private Guess() {
    }

    /** The one word of the known ones that was meant; empty when none is near, or several are equally near. */
    public static Optional<String> of(String found, Collection<String> known) {
        for (BiPredicate<String, String> slip : SLIPS) {
            var meant = known.stream().filter(word -> slip.test(found, word)).distinct().limit(2).toList();
            if (!meant.isEmpty()) {
                return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether one slip of the kinds above makes one of the other. */
    static boolean isNear(String found, String known) {
        return SLIPS.stream().anyMatch(slip -> slip.test(found, known));
    }

    private static String alike(String word) {
        return word.strip().replace('l', '1').toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1').replace('S', '5').replace('B', '8')
                .replace('Z', '2');
    }

    private static boolean isSwapped(String found, String known) {
        if (found.length() != known.length()) {
            return false;
        }
        int at = firstDifference(found, known);
        return at + 1 < found.length() && found.charAt(at) == known.charAt(at + 1) && found.charAt(at + 1) == known.charAt(at)
                && found.substring(at + 2).equals(known.substring(at + 2));
    }

    private static boolean isOneEditAway(String found, String known) {
        if (found.length() < SHORTEST || known.length() < SHORTEST || Math.abs(found.length() - known.length()) > 1) {
            return false;
        }
        int at = firstDifference(found, known);
        int more = found.length() > known.length() ? 1 : 0;
        int less = found.length() < known.length() ? 1 : 0;
        int same = more + less == 0 ? 1 : 0;
        return found.substring(Math.min(found.length(), at + more + same)).equals(known.substring(Math.min(known.length(), at + less + same)));
    }

    private static int firstDifference(String found, String known) {
        int at = 0;
        while (at < found.length() && at < known.length() && found.charAt(at) == known.charAt(at)) {
            at++;
        }
        return at;
    }
}
