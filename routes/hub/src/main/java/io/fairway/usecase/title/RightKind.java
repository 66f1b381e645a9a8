package io.fairway.usecase.title;

import java.util.Locale;

/** What right a record is. */
public enum RightKind {
    BILL("issue"), RELEASE("issue"), FINANCING("claim"), ATTESTATION("make");

    private final String beginning;

    RightKind(String beginning) {
        this.beginning = beginning;
    }

    /** As actions and subjects on the ledger begin. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The action that begins one. */
    public String beginning() {
        return word() + "." + beginning;
    }

    /** The kind that an action is about. @throws IllegalArgumentException for an action on anything else */
    public static RightKind ofAction(String action) {
        for (RightKind kind : values()) {
            if (action.startsWith(kind.word() + ".")) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Expected an action on a bill, a release, a financing or an attestation");
    }
}
