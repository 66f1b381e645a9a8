package io.fairway.usecase.registry;

import io.fairway.usecase.Caller;

/**
 * Something one person alone may not do: revoke a release, void a bill, lift a hold by hand, override the gate, enrol a key.
 *
 * <p>A new kind is a class that implements this, and a bean of it; {@link FourEyes} takes all there are. Whoever wants it asks with
 * {@link FourEyes#ask}, naming {@link #kind()}, the id of what it is done to and what else {@link #carryOut} has to know; that stores the wish
 * and does nothing. {@code /api/approvals} shows it to the organisation and takes the second person's word. An override at the gate, for
 * example, has the kind {@code override-gate}, the gate transaction as its subject and in its detail what is overridden and why; carrying it
 * out writes the decision into that transaction.
 */
public interface SensitiveAct {

    /** Its word, for example {@code lift-hold}; one per kind of act. */
    String kind();

    /** Whether the caller may ask for it and confirm it at all. */
    boolean isOpenTo(Caller caller);

    /**
     * Does it, in the running transaction of the hub, with the confirmation.
     *
     * @throws ActImpossibleException when it cannot be done any more; then nothing is confirmed
     */
    void carryOut(PendingAct act, Caller confirming);

    /** Called when it was done and is committed: tells those who have to go on. */
    default void settled() {
    }
}
