package io.fairway.usecase;

import io.fairway.clearance.ClearanceCase;
import io.fairway.clearance.Decision;
import io.fairway.clearance.Reason;
import io.fairway.usecase.FactOutcome.Kind;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Step 6: applies the facts of one consignment in row order, each in its own transaction under the consignment's lock. State, events,
 * outbox and journal of one fact commit together (P6); nobody outside is called inside it.
 */
public final class ApplyFacts {
    private final Transactions transactions;
    private final Consignments consignments;
    private final Facts facts;
    private final Speakers speakers;
    private final TellCounterparts tell;
    private final Journal journal;
    private final Wakeups wakeups;
    private final InstantSource clock;

    public ApplyFacts(Transactions transactions, Consignments consignments, Facts facts, Speakers speakers, TellCounterparts tell,
                      Journal journal, Wakeups wakeups, InstantSource clock) {
        this.transactions = transactions;
        this.consignments = consignments;
        this.facts = facts;
        this.speakers = speakers;
        this.tell = tell;
        this.journal = journal;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    /** Applies what is pending until nothing is, or until a parked fact blocks the consignment. */
    public void applyPending(ConsignmentId consignment) {
        Optional<Facts.Turn> turn = takeTurn(consignment);
        if (turn.isEmpty() && transactions.asHub(() -> consignments.waitsForRecheck(consignment))) {
            recheck(consignment);
        }
        // one that comes while the last is applied has a wake-up of its own, which waits for the lock
        while (turn.isPresent() && turn.get().followed()) {
            turn = takeTurn(consignment);
        }
        wakeups.outboundReady();
    }

    /** Applies the next fact; empty when none is pending, or a parked one is before it. */
    public Optional<FactId> applyNext(ConsignmentId consignment) {
        return takeTurn(consignment).map(turn -> turn.fact().id());
    }

    private Optional<Facts.Turn> takeTurn(ConsignmentId consignment) {
        return transactions.asRecordedHub(Step.Kind.APPLY, consignment.value(), () -> next(consignment));
    }

    /** Compares the declarations of the case with the documents they name anew. */
    public void recheck(ConsignmentId consignment) {
        transactions.asRecordedHub(() -> compared(consignment));
    }

    private ClearanceCase compared(ConsignmentId consignment) {
        Step.is(Step.Kind.RECHECK, consignment.value());
        ClearanceCase current = consignments.lock(consignment);
        consignments.recheckDocuments(consignment, current);
        tellNoticed(consignment);
        return current;
    }

    private void tellNoticed(ConsignmentId consignment) {
        consignments.noticeAfter(consignment, noticed -> facts.tell(noticed.declaration(), List.of(noticed.discrepancy().finding())));
    }

    private Optional<Facts.Turn> next(ConsignmentId consignment) {
        ClearanceCase before = consignments.lock(consignment);
        Optional<Facts.Turn> turn = facts.turnOf(consignment);
        turn.map(Facts.Turn::fact).ifPresent(fact -> {
            Step.is(Step.Kind.APPLY, consignment.value());
            conclude(fact, apply(before, fact));
        });
        return turn;
    }

    private void conclude(PendingFact fact, FactOutcome outcome) {
        facts.conclude(fact.id(), outcome);
        String kind = switch (outcome.kind()) {
            case APPLIED -> "fact-applied";
            case KEPT -> "fact-kept";
            case FILED -> "fact-filed";
            case REFUSED -> "fact-refused";
        };
        journal.append(clock.instant(), fact.sender(), kind, fact.id().value(), "{\"consignment\":\"%s\",\"code\":\"%s\",\"trace\":\"%s\"}"
                .formatted(fact.consignment(), outcome.code(), fact.trace()));
    }

    private FactOutcome apply(ClearanceCase before, PendingFact fact) {
        Optional<Reason> unmandated = speakers.refusal(fact);
        Decision decision = unmandated.isPresent() ? new Decision.Refused(unmandated.get())
                : before.decide(fact.document(), speakers.source(fact));
        return switch (decision) {
            case Decision.Applied applied -> {
                ClearanceCase after = before.with(applied.events());
                consignments.save(fact.consignment(), after, applied.events(), applied.reconsidered(), fact.id());
                facts.tell(fact.id(), applied.findings());
                applied.remarks().forEach(remark -> facts.tell(fact.consignment(), remark.sequence(), remark.finding()));
                tellNoticed(fact.consignment());
                tell.tell(after, fact, applied.notices());
                yield new FactOutcome(Kind.APPLIED, "", "");
            }
            case Decision.Kept kept -> {
                consignments.save(fact.consignment(), before.with(kept.events()), kept.events(), List.of(), fact.id());
                tell.answerNotApplied(fact, kept.reason());
                yield new FactOutcome(Kind.KEPT, kept.reason().code(), kept.reason().text().en());
            }
            case Decision.Repeated repeated -> new FactOutcome(Kind.APPLIED, "REPEATED",
                    "Said before, in interchange " + repeated.first().interchange());
            case Decision.Refused refused -> {
                tell.answerNotApplied(fact, refused.reason());
                yield new FactOutcome(Kind.REFUSED, refused.reason().code(), refused.reason().text().en());
            }
        };
    }
}
