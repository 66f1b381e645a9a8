package io.fairway.usecase;

import io.fairway.usecase.Facts.PendingFactWithoutConsignment;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds what lost its wake-up, and facts whose consignment has become known since. */
public final class SweepWaiting {
    private static final UUID NO_SUBJECT = new UUID(0, 0);

    private final Transactions transactions;
    private final Transmissions transmissions;
    private final Facts facts;
    private final Subjects subjects;
    private final Identifiers identifiers;
    private final Wakeups wakeups;
    private final SweepSettings settings;
    private final InstantSource clock;

    public SweepWaiting(Transactions transactions, Transmissions transmissions, Facts facts, Subjects subjects,
                        Identifiers identifiers, Wakeups wakeups, SweepSettings settings, InstantSource clock) {
        this.transactions = transactions;
        this.transmissions = transmissions;
        this.facts = facts;
        this.subjects = subjects;
        this.identifiers = identifiers;
        this.wakeups = wakeups;
        this.settings = settings;
        this.clock = clock;
    }

    public void sweep() {
        Instant limit = clock.instant().minus(settings.leftBehindAfter());
        List<TransmissionId> unread = transactions.asHub(() -> transmissions.unreadBefore(limit, settings.batch()));
        unread.forEach(wakeups::transmissionKept);
        resolve().forEach(wakeups::factsPending);
        List<ConsignmentId> waiting = transactions.asHub(() -> facts.consignmentsWaitingSince(limit, settings.batch()));
        waiting.forEach(wakeups::factsPending);
        wakeups.outboundReady();
    }

    /** Looks again at facts whose consignment was not known; gives the consignments that have become known. */
    public List<ConsignmentId> resolve() {
        return transactions.asRecordedHub(this::resolveUnresolved);
    }

    private List<ConsignmentId> resolveUnresolved() {
        Instant limit = clock.instant().minus(settings.unresolvedFor());
        List<ConsignmentId> resolved = new ArrayList<>();
        for (PendingFactWithoutConsignment fact : facts.unresolved(settings.batch())) {
            List<ConsignmentId> consignments = consignmentsOf(fact);
            if (!consignments.isEmpty()) {
                Step.is(Step.Kind.RESOLVE, NO_SUBJECT);
                facts.resolve(fact.id(), consignments, identifiers);
                resolved.addAll(consignments);
            } else if (fact.receivedAt().isBefore(limit)) {
                Step.is(Step.Kind.RESOLVE, NO_SUBJECT);
                facts.conclude(fact.id(), new FactOutcome(FactOutcome.Kind.REFUSED, "CONSIGNMENT_UNKNOWN",
                        "No consignment became known that this speaks of, within " + settings.unresolvedFor()));
            }
        }
        return resolved;
    }

    private List<ConsignmentId> consignmentsOf(PendingFactWithoutConsignment fact) {
        return subjects.of(fact.document(), fact.sender(), fact.environment()).stream().flatMap(Optional::stream).toList();
    }
}
