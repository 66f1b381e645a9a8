package io.fairway.contract.intent;

/**
 * A member that one action adds to its intent.
 *
 * @param name   the member's name
 * @param format how its value is written
 * @param need   whether it may be absent
 */
public record Parameter(String name, Format format, Need need) {
    /** Whether a member may be absent. */
    public enum Need {
        /** Must be there. */
        REQUIRED,
        /** May be absent. */
        OPTIONAL
    }

    /** A member that must be there. */
    public static Parameter required(String name, Format format) {
        return new Parameter(name, format, Need.REQUIRED);
    }

    /** A member that may be absent. */
    public static Parameter optional(String name, Format format) {
        return new Parameter(name, format, Need.OPTIONAL);
    }
}
