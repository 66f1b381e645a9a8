package io.fairway.usecase.registry;

/** The append-only record of what was tried against the rules. */
@FunctionalInterface
public interface SecurityJournal {

    /** Takes note; does not wait for it to be written, so that a refusal takes no longer for being noted. */
    void note(SecurityEvent event);
}
