package io.fairway.contract;

import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Parameter;
import io.fairway.contract.intent.Refusal;
import io.fairway.contract.intent.Subject;
import java.util.List;

/**
 * One transaction of the contract, as it runs and as it is described.
 *
 * @param name       function name, action of the intent and name of the event
 * @param subject    what its intent is about
 * @param parameters what its intent says beside the members every intent has
 * @param callers    who may call it, for people
 * @param guards     what must be so, for people
 * @param refusals   the codes it adds to those any transaction may answer
 * @param step       what it does
 * @param opening    what must hold of actor and version before the step
 */
record Transaction(String name, Subject.Kind subject, List<Parameter> parameters, String callers, String guards, List<Refusal> refusals,
                   Step step, Opening opening) {
    /** Takes the lists as they are now. */
    Transaction {
        parameters = List.copyOf(parameters);
        refusals = List.copyOf(refusals);
    }

    /** What must hold of actor and version before the step. */
    enum Opening {
        /** The actor is registered and saw the subject's present version. */
        ORDINARY,
        /** The actor comes into being by it. */
        OF_A_NEW_PARTY,
        /** It is written for a subject that is not there, and meets an earlier one if it is. */
        MEETING_AN_EARLIER_ONE
    }

    /** What a transaction does once the intent is known to be its actor's. */
    @FunctionalInterface
    interface Step {
        /** Checks the guards, writes, and gives the subject's new record. */
        Fields apply(Act act);
    }

    /** Starts the description of a transaction on a kind of subject. */
    static Transaction named(String name, Subject.Kind subject, Step step) {
        return new Transaction(name, subject, List.of(), "", "", List.of(), step, Opening.ORDINARY);
    }

    /** The same with these parameters. */
    Transaction takes(Parameter... named) {
        return new Transaction(name, subject, List.of(named), callers, guards, refusals, step, opening);
    }

    /** The same with words on who may call it. */
    Transaction by(String who) {
        return new Transaction(name, subject, parameters, who, guards, refusals, step, opening);
    }

    /** The same with words on what must be so. */
    Transaction when(String what) {
        return new Transaction(name, subject, parameters, callers, what, refusals, step, opening);
    }

    /** The same with these codes. */
    Transaction refuses(Refusal... codes) {
        return new Transaction(name, subject, parameters, callers, guards, List.of(codes), step, opening);
    }

    /** The same with another opening. */
    Transaction opens(Opening other) {
        return new Transaction(name, subject, parameters, callers, guards, refusals, step, other);
    }
}
