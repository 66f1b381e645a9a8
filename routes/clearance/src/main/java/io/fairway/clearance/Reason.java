package io.fairway.clearance;

import io.fairway.document.finding.Text;

/**
 * Why something is not so, for machines and for people.
 *
 * @param code stable code in capitals, for example {@code HELD}
 */
public record Reason(String code, Text text) {

    static Reason of(String code, String english, String chinese) {
        return new Reason(code, new Text(english, chinese));
    }

    @Override
    public String toString() {
        return code + ": " + text.en();
    }
}
