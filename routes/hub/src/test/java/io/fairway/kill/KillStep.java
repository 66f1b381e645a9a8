package io.fairway.kill;

import java.util.Arrays;
import java.util.List;

/** The steps of a document's way, and of an act's way to the ledger, in which the hub is killed at least once each. */
public enum KillStep {
    KEPT_BUT_NOT_COMMITTED("io.fairway.store.GroupWriter", "commit", Side.ENTRY, 4),
    COMMITTED_BUT_NOT_ANSWERED("io.fairway.store.GroupWriter", "answer", Side.ENTRY, 4),
    READ_BUT_NOT_COMMITTED("io.fairway.store.JdbcTransmissions", "markRead", Side.EXIT, 20),
    APPLIED_BUT_NOT_COMMITTED("io.fairway.store.JdbcConsignments", "save", Side.EXIT, 40),
    LEASED_BUT_NOT_COMMITTED("io.fairway.store.JdbcOutbox", "lease", Side.EXIT, 10),
    IMAGE_KEPT_BUT_NOT_COMMITTED("io.fairway.store.JdbcOutbox", "keepImage", Side.EXIT, 20),
    IMAGE_KEPT_BUT_NOT_SENT("io.fairway.usecase.DeliverOutbound", "send", Side.ENTRY, 20),
    SENT_BUT_NOT_MARKED("io.fairway.store.JdbcOutbox", "markDelivered", Side.ENTRY, 20),
    ACT_ADDED_BUT_NOT_COMMITTED("io.fairway.store.ActRows", "byEvent", Side.ENTRY, 40),
    ENDORSED_BUT_NOT_STORED("io.fairway.store.JdbcSubmissionLog", "sign", Side.ENTRY, 40),
    STORED_BUT_NOT_SUBMITTED("io.fairway.store.JdbcSubmissionLog", "sign", Side.EXIT, 40),
    ON_THE_LEDGER_BUT_NOT_SETTLED("io.fairway.store.JdbcSubmissionLog", "settle", Side.ENTRY, 40),
    BLOCK_TAKEN_BUT_NOT_COMMITTED("io.fairway.store.JdbcBlockFollower", "tell", Side.EXIT, 20);

    private static final List<KillStep> LEDGER = List.of(ACT_ADDED_BUT_NOT_COMMITTED, ENDORSED_BUT_NOT_STORED, STORED_BUT_NOT_SUBMITTED,
            ON_THE_LEDGER_BUT_NOT_SETTLED, BLOCK_TAKEN_BUT_NOT_COMMITTED);

    enum Side {
        ENTRY, EXIT
    }

    private final String className;
    private final String methodName;
    private final Side side;
    private final int callsWithin;

    KillStep(String className, String methodName, Side side, int callsWithin) {
        this.className = className;
        this.methodName = methodName;
        this.side = side;
        this.callsWithin = callsWithin;
    }

    /** Those on an act's way to the ledger. */
    static List<KillStep> ofActs() {
        return LEDGER;
    }

    /** Those on a document's way. */
    static List<KillStep> ofDocuments() {
        return Arrays.stream(values()).filter(step -> !LEDGER.contains(step)).toList();
    }

    String className() {
        return className;
    }

    String methodName() {
        return methodName;
    }

    Side side() {
        return side;
    }

    /** A call chosen within the first so many is reached by the load of one round. */
    int callsWithin() {
        return callsWithin;
    }
}
