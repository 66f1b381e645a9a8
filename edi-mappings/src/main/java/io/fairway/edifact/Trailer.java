package io.fairway.edifact;

/**
 * Compares what a trailer (UNT, UNE, UNZ) says with what was read: a count and the reference of the header. Only a count that is too
 * low by more than one is certainly wrong: one thing may have come in on the way, where the count is too high something may have been
 * lost, and of two references that differ either may be the right one.
 */
final class Trailer {

    private Trailer() {
    }

    /** Whether all that was read can be meant, or parts may have been misread or doubled on the way. */
    enum Trust {
        COMPLETE, DOUBTED
    }

    static void check(ScannedSegment trailer, int count, String reference, Rules rules, Trust trust, Findings findings) {
        var said = trailer.text(1, 1);
        if (!said.isEmpty() && said.length() < 10 && said.chars().allMatch(character -> character >= '0' && character <= '9')
                && Integer.parseInt(said) != count && !(rules == Rules.MESSAGE && findings.isExplained(Integer.parseInt(said), count))) {
            boolean isFarTooLow = Integer.parseInt(said) + 1 < count;
            var fix = trust == Trust.COMPLETE && isFarTooLow ? Findings.certain(String.valueOf(count)) : Findings.likely(String.valueOf(count));
            findings.report(rules.count(), trailer.place(1, 1), said, fix, count);
        }
        var repeated = trailer.text(2, 1);
        if (!repeated.isEmpty() && !repeated.equals(reference)) {
            findings.report(rules.reference(), trailer.place(2, 1), repeated, Findings.likely(reference), reference);
        }
    }

    /** The two things a trailer can have wrong. */
    enum Rules {
        MESSAGE(SyntaxRule.UNT_COUNT, SyntaxRule.UNT_REFERENCE),
        GROUP(SyntaxRule.UNE_COUNT, SyntaxRule.UNE_REFERENCE),
        INTERCHANGE(SyntaxRule.UNZ_COUNT, SyntaxRule.UNZ_REFERENCE);

        private final SyntaxRule count;
        private final SyntaxRule reference;

        Rules(SyntaxRule count, SyntaxRule reference) {
            this.count = count;
            this.reference = reference;
        }

        SyntaxRule count() {
            return count;
        }

        SyntaxRule reference() {
            return reference;
        }
    }
}
