package io.fairway.usecase.registry;

import io.fairway.usecase.Caller;

/** Something one person alone may not do: revoke a release, void a bill, lift a hold by hand, override the gate, enrol a key. */
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
}
