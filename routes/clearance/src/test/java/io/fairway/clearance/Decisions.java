package io.fairway.clearance;

import static org.assertj.core.api.Assertions.assertThat;

/** What a test expects of a decision. */
final class Decisions {

    private Decisions() {
    }

    static Decision.Applied applied(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Applied.class);
        return (Decision.Applied) decision;
    }

    static void assertKept(Decision decision, String code) {
        assertThat(decision).isInstanceOf(Decision.Kept.class);
        Reason reason = ((Decision.Kept) decision).reason();
        assertThat(reason.code()).isEqualTo(code);
        assertThat(reason.text().en()).isNotBlank();
        assertThat(reason.text().zh()).isNotBlank();
    }

    static void assertRefused(Decision decision, String code) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        assertThat(((Decision.Refused) decision).reason().code()).isEqualTo(code);
    }
}
