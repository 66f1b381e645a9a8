package io.fairway.usecase;

import io.fairway.clearance.Agency;
import io.fairway.clearance.ClearanceCase;
import io.fairway.clearance.ClearanceEvent;
import io.fairway.clearance.ClearanceEvent.ExaminationConcluded;
import io.fairway.clearance.ClearanceEvent.ExaminationConcluded.Result;
import io.fairway.clearance.ClearanceEvent.ExaminationOrdered;
import io.fairway.clearance.ClearanceEvent.HoldPlaced;
import io.fairway.clearance.Decision;
import io.fairway.clearance.Hold;
import io.fairway.clearance.Source;
import io.fairway.document.CustomsResponse.ExaminationPlace;
import io.fairway.document.id.ContainerNumber;
import io.fairway.usecase.registry.ActImpossibleException;
import io.fairway.usecase.registry.NotEntitledException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What an agency does about a case by hand, where its own system does not say it: a hold, an examination, and the result of one. It is decided by
 * the rules of the case as if a document had said it, and everybody concerned is told. Lifting a hold takes two persons: {@link LiftHold}.
 */
public final class ActAsAgency {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./_-]{0,34}");
    private static final int LONGEST_REASON = 200;
    private static final Set<Agency> EXAMINERS = Set.of(Agency.CUSTOMS, Agency.BORDER, Agency.MARITIME);

    private final Transactions transactions;
    private final Consignments consignments;
    private final Facts facts;
    private final TellCounterparts tell;
    private final Journal journal;
    private final InstantSource clock;

    public ActAsAgency(Transactions transactions, Consignments consignments, Facts facts, TellCounterparts tell, Journal journal, InstantSource clock) {
        this.transactions = transactions;
        this.consignments = consignments;
        this.facts = facts;
        this.tell = tell;
        this.journal = journal;
        this.clock = clock;
    }

    /** What is done. A discrepancy becomes a hold with the id of the examination. */
    public enum Kind {
        HOLD, EXAMINATION, PASSED, DISCREPANCY
    }

    /**
     * An act of an agency.
     *
     * @param id the agency's own id of the hold or examination: letters, digits and {@code . / _ -}, at most 35
     * @param reason why, for a hold; one line of at most 200 characters, may be empty
     * @param place where the examination is to be, or was
     * @param containers those meant; empty means all of the consignment
     */
    public record Act(Kind kind, String id, String reason, ExaminationPlace place, List<ContainerNumber> containers) {
        public Act {
            containers = List.copyOf(containers);
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException("Expected an id of 1 to 35 letters, digits and . / _ -");
            }
            if (reason.length() > LONGEST_REASON || reason.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("Expected a reason of one line with at most " + LONGEST_REASON + " characters");
            }
        }
    }

    /** What the caller may do in the name of its agency; empty when it speaks for none. */
    public static List<Kind> kindsOf(Caller caller) {
        return LiftHold.agencyOf(caller).map(agency -> EXAMINERS.contains(agency) ? List.of(Kind.values()) : List.of(Kind.HOLD)).orElse(List.of());
    }

    /**
     * Does it. The caller sees the case; that was found out before.
     *
     * @throws NotEntitledException when it is not for the caller's agency
     * @throws ActImpossibleException when the rules of the case do not allow it now
     */
    public void act(Caller caller, UUID consignment, Act act) {
        Agency agency = LiftHold.agencyOf(caller).filter(_ -> kindsOf(caller).contains(act.kind()))
                .orElseThrow(() -> new NotEntitledException("This is not for your agency to do."));
        Instant now = clock.instant();
        transactions.asHub(() -> {
            decide(new ConsignmentId(consignment), event(agency, act), new Source(caller.party().value(), caller.roles(), "", "", now), now);
            journal.append(now, caller.party(), "agency-acted", consignment, "{\"act\":\"%s\",\"agency\":\"%s\",\"id\":\"%s\",\"by\":\"%s\"}"
                    .formatted(act.kind(), agency, act.id(), caller.signature()));
            return act;
        });
    }

    private void decide(ConsignmentId id, ClearanceEvent event, Source source, Instant now) {
        ClearanceCase before = consignments.lock(id);
        PendingFact latest = facts.latestOf(id).orElseThrow(() -> impossible("Nothing has been applied to the case yet."));
        switch (before.decide(event, now, source)) {
            case Decision.Applied applied -> {
                ClearanceCase after = before.with(applied.events());
                consignments.save(id, after, applied.events(), applied.reconsidered(), latest.id());
                tell.tell(after, latest, applied.notices());
            }
            case Decision.Kept kept -> throw impossible(kept.reason().text().en());
            case Decision.Repeated _ -> throw impossible("This was said before.");
            case Decision.Refused refused -> throw impossible(refused.reason().text().en());
        }
    }

    private static ClearanceEvent event(Agency agency, Act act) {
        return switch (act.kind()) {
            case HOLD -> new HoldPlaced(new Hold(agency, act.id(), act.reason(), act.containers()));
            case EXAMINATION -> new ExaminationOrdered(agency, act.id(), act.place(), act.containers());
            case PASSED -> new ExaminationConcluded(agency, act.id(), act.place(), Result.PASSED);
            case DISCREPANCY -> new ExaminationConcluded(agency, act.id(), act.place(), Result.DISCREPANCY);
        };
    }

    private static ActImpossibleException impossible(String why) {
        return new ActImpossibleException("ACT_NOT_POSSIBLE", why);
    }
}
