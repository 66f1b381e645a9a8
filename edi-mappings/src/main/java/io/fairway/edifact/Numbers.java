package io.fairway.edifact;

import java.util.Optional;
import java.util.regex.Pattern;

import io.fairway.document.finding.Fix;

/** Numbers as ISO 9735 writes them: digits, perhaps a minus sign before, one decimal mark between digits, nothing else. */
final class Numbers {
    private final char mark;
    private final boolean eitherMark;

    private Numbers(char mark, boolean eitherMark) {
        this.mark = mark;
        this.eitherMark = eitherMark;
    }

    /** Up to syntax 3 the decimal mark is the one of UNA; syntax 4 takes full stop and comma alike. */
    static Numbers of(Delimiters delimiters, int syntaxVersion) {
        return new Numbers(delimiters.decimal(), syntaxVersion == 4);
    }

    record Problem(SyntaxRule rule, Optional<Fix> fix) {
    }

    char mark() {
        return mark;
    }

    /** How many digits the number has; negative when it is none. */
    int digits(ScannedSegment segment, int index) {
        if (!segment.isPlain()) {
            var value = segment.decode(index);
            return isNumber(value) ? (int) value.chars().filter(Character::isDigit).count() : -1;
        }
        int from = segment.from(index);
        int to = from + segment.byteLength(index);
        int digits = 0;
        int markAt = -1;
        for (int i = from; i < to; i++) {
            byte value = segment.byteAt(i);
            if (value >= '0' && value <= '9') {
                digits++;
            } else if (isMark((char) value) && markAt < 0 && digits > 0) {
                markAt = i;
            } else if (value != '-' || i > from) {
                return -1;
            }
        }
        return digits == 0 || markAt == to - 1 ? -1 : digits;
    }

    private boolean isMark(char value) {
        return value == mark || eitherMark && (value == '.' || value == ',');
    }

    boolean isNumber(String value) {
        return value.matches("-?[0-9]+") || value.matches("-?[0-9]+[.,][0-9]+") && isMark(value.contains(".") ? '.' : ',');
    }

    /** Why a value is no number, and what it may have been meant to be. */
    Problem problem(String value) {
        char other = mark == '.' ? ',' : '.';
        if (value.matches("-?[0-9]+[.,][0-9]+") && value.indexOf(other) >= 0) {
            return new Problem(SyntaxRule.DECIMAL_MARK, Findings.likely(value.replace(other, mark)));
        }
        if (value.matches("-?[.,][0-9]+") && isMark(value.charAt(value.startsWith("-") ? 1 : 0))) {
            return new Problem(SyntaxRule.DIGIT_MISSING_BEFORE_DECIMAL_MARK,
                    Findings.likely(value.startsWith("-") ? "-0" + value.substring(1) : "0" + value));
        }
        if (value.matches("-?[0-9]+[.,]") && isMark(value.charAt(value.length() - 1))) {
            return new Problem(SyntaxRule.DIGIT_MISSING_BEFORE_DECIMAL_MARK, Findings.likely(value.substring(0, value.length() - 1)));
        }
        if (value.matches("-?[0-9]{1,3}(\\.[0-9]{3})+,[0-9]+") || value.matches("-?[0-9]{1,3}(,[0-9]{3})+\\.[0-9]+")) {
            int decimals = Math.max(value.lastIndexOf(','), value.lastIndexOf('.'));
            return new Problem(SyntaxRule.VALUE_NOT_NUMERIC,
                    Findings.likely(value.substring(0, decimals).replaceAll("[.,]", "") + mark + value.substring(decimals + 1)));
        }
        var mended = value.strip().replace('O', '0').replace('o', '0').replace('l', '1').replace('I', '1').replace('S', '5').replace('B', '8')
                .replace(" ", "");
        boolean meantAsNumber = value.chars().anyMatch(character -> character >= '0' && character <= '9');
        return new Problem(SyntaxRule.VALUE_NOT_NUMERIC,
                meantAsNumber && mended.matches("-?[0-9]+(" + Pattern.quote(String.valueOf(mark)) + "[0-9]+)?") ? Findings.likely(mended) : Optional.empty());
    }
}
