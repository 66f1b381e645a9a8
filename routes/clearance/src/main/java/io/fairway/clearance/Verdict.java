package io.fairway.clearance;

import java.util.Optional;

/** What a machine makes of one fact in one state. */
sealed interface Verdict {

    /** The fact applies. */
    record Moved(CaseState state) implements Verdict {
    }

    /** The fact does not fit. @param alarm the subject of an alert, when people must look at it now */
    record Unfit(Reason reason, Patience patience, Optional<String> alarm) implements Verdict {
    }

    /** Whether a fact that does not fit is tried again after facts that follow it in time. */
    enum Patience {
        /** Never: it was illegal when it happened. */
        NONE,
        /** After facts of its own minute, which their times cannot order. */
        SAME_MINUTE,
        /** After facts the hub had before it: an answer follows its question even when the answering clock is behind. */
        ANSWER,
        /** After any fact: it waits for what it rests on. */
        UNTIL_IT_FITS
    }

    static Verdict moved(CaseState state) {
        return new Moved(state);
    }

    static Verdict illegal(String code, String english, String chinese) {
        return new Unfit(Reason.of(code, english, chinese), Patience.NONE, Optional.empty());
    }

    static Verdict illegal(Reason reason) {
        return new Unfit(reason, Patience.NONE, Optional.empty());
    }

    static Verdict waits(Patience patience, String code, String english, String chinese) {
        return new Unfit(Reason.of(code, english, chinese), patience, Optional.empty());
    }

    static Verdict alarm(String subject, Patience patience, Reason reason) {
        return new Unfit(reason, patience, Optional.of(subject));
    }
}
