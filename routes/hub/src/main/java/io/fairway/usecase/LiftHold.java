package io.fairway.usecase;

import io.fairway.clearance.Agency;
import io.fairway.clearance.ClearanceCase;
import io.fairway.clearance.ClearanceEvent.HoldLifted;
import io.fairway.clearance.Decision;
import io.fairway.clearance.Source;
import io.fairway.usecase.registry.ActImpossibleException;
import io.fairway.usecase.registry.PendingAct;
import io.fairway.usecase.registry.SensitiveAct;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An officer lifts a hold of the own agency by hand; it takes two. The subject is the consignment's id. */
public final class LiftHold implements SensitiveAct {
    /** The word of this act. */
    public static final String KIND = "lift-hold";
    private static final String AGENCY = "agency";
    private static final String HOLD = "hold";

    private final Consignments consignments;
    private final Facts facts;
    private final TellCounterparts tell;
    private final InstantSource clock;

    public LiftHold(Consignments consignments, Facts facts, TellCounterparts tell, InstantSource clock) {
        this.consignments = consignments;
        this.facts = facts;
        this.tell = tell;
        this.clock = clock;
    }

    /** What has to be known of it. @param hold the agency's own id of it */
    public static Map<String, String> detail(Agency agency, String hold) {
        return Map.of(AGENCY, agency.name(), HOLD, hold);
    }

    /** The agency that the caller speaks for; empty when for none. */
    public static Optional<Agency> agencyOf(Caller caller) {
        return Arrays.stream(Agency.values()).filter(agency -> caller.roles().contains(agency.speaker())).findFirst();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isOpenTo(Caller caller) {
        return agencyOf(caller).isPresent();
    }

    @Override
    public void carryOut(PendingAct act, Caller confirming) {
        Instant now = clock.instant();
        var id = new ConsignmentId(UUID.fromString(act.subject()));
        ClearanceCase before = consignments.lock(id);
        PendingFact latest = facts.latestOf(id).orElseThrow(() -> impossible("Nothing has been applied to the case yet."));
        var event = new HoldLifted(Agency.valueOf(act.detail().getOrDefault(AGENCY, "")), act.detail().getOrDefault(HOLD, ""));
        Decision decision = before.decide(event, now, new Source(confirming.party().value(), confirming.roles(), "", "", now));
        switch (decision) {
            case Decision.Applied applied -> {
                ClearanceCase after = before.with(applied.events());
                consignments.save(id, after, applied.events(), applied.reconsidered(), latest.id());
                tell.tell(after, latest, applied.notices());
            }
            case Decision.Kept kept -> throw impossible(kept.reason().text().en());
            case Decision.Repeated _ -> throw impossible("The hold was lifted before.");
            case Decision.Refused refused -> throw impossible(refused.reason().text().en());
        }
    }

    private static ActImpossibleException impossible(String why) {
        return new ActImpossibleException("HOLD_NOT_LIFTED", why);
    }
}
