package io.fairway.usecase.registry;

/** What a party's registration lets it do now. */
public enum Standing {
    /** Approved and not past its last day. */
    ACTIVE,
    /** Registered, not yet approved. */
    PENDING,
    /** Stopped by the operator for now. */
    SUSPENDED,
    /** Past its last day. */
    EXPIRED,
    /** Gone for good. */
    ENDED,
    /** Nobody registered it. */
    UNKNOWN;

    /** Whether it may say and do things: submit, hold a right, pass the gate. */
    public boolean mayAct() {
        return this == ACTIVE;
    }

    /** Whether it may call at all, if only to read what is its own. */
    public boolean mayRead() {
        return switch (this) {
            case ACTIVE, SUSPENDED, EXPIRED -> true;
            case PENDING, ENDED, UNKNOWN -> false;
        };
    }
}
