package io.fairway.usecase;

/** Begins steps, and keeps what they took. */
public interface StepLog {

    /** The step that the next recorded transaction does. */
    Step begin();

    /** Belongs to the running transaction of the step. */
    void keep(Step step);
}
