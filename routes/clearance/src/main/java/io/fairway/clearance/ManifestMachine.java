package io.fairway.clearance;

import static io.fairway.clearance.Verdict.illegal;
import static io.fairway.clearance.Verdict.moved;
import static io.fairway.clearance.Verdict.waits;

import io.fairway.clearance.ClearanceEvent.ManifestAmended;
import io.fairway.clearance.ClearanceEvent.ManifestFact;
import io.fairway.clearance.ClearanceEvent.ManifestLodged;
import io.fairway.clearance.ClearanceEvent.ManifestWithdrawn;
import io.fairway.clearance.ClearanceEvent.ShipArrived;
import io.fairway.clearance.ClearanceEvent.TallyReported;
import io.fairway.clearance.ManifestState.Phase;
import io.fairway.clearance.Verdict.Patience;
import io.fairway.document.CustomsResponse;
import io.fairway.document.Manifest;
import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The manifest of an import by sea: lodged, accepted, amended, arrived, tallied. */
final class ManifestMachine {

    private ManifestMachine() {
    }

    static Verdict judge(CaseState state, ManifestFact fact, RecordedEvent event) {
        return switch (fact) {
            case ManifestLodged lodged -> lodge(state, lodged.manifest());
            case ManifestAmended amended -> amend(state, amended.manifest());
            case ManifestWithdrawn _ -> withdraw(state);
            case ShipArrived arrived -> arrive(state, arrived.at());
            case TallyReported tally -> tally(state, tally, event.occurredAt());
        };
    }

    private static Verdict lodge(CaseState state, Manifest manifest) {
        return switch (state.manifest().phase()) {
            case NONE, REJECTED, DELETED -> moved(put(state, manifest, Phase.LODGED));
            case DO_NOT_LOAD -> illegal("DO_NOT_LOAD", "Customs forbade loading; only customs can lift that.", "海关已禁止装船，须由海关解除。");
            case LODGED, ACCEPTED, ARRIVED, TALLIED, CLOSED -> illegal("MANIFEST_ALREADY_LODGED",
                    "The bill is on a manifest already; send a change (1225 = 4 or 5).", "该提单已申报舱单，请发送变更报文。");
        };
    }

    /** An accepted declaration rests on the manifest and locks it: then, and after arrival, customs has to consent. */
    private static Verdict amend(CaseState state, Manifest manifest) {
        ManifestState current = state.manifest();
        return switch (current.phase()) {
            case REJECTED -> moved(put(state, manifest, Phase.LODGED));
            case NONE, LODGED -> waits(Patience.UNTIL_IT_FITS, "MANIFEST_NOT_ACCEPTED",
                    "The change waits until customs has accepted the manifest.", "变更须待海关接受舱单后生效。");
            case ACCEPTED -> isLocked(state) ? pend(state, manifest) : moved(put(state, manifest, Phase.ACCEPTED));
            case ARRIVED, TALLIED -> pend(state, manifest);
            case DO_NOT_LOAD, DELETED, CLOSED -> illegal("MANIFEST_NOT_CHANGEABLE",
                    "The manifest can no longer be changed.", "舱单已不能变更。");
        };
    }

    private static Verdict pend(CaseState state, Manifest manifest) {
        if (state.manifest().pending().isPresent()) {
            return illegal("AMENDMENT_PENDING", "An earlier change still waits for customs.", "上一次变更仍在等待海关审核。");
        }
        return moved(state.with(state.manifest().withPending(Optional.of(manifest))));
    }

    private static Verdict withdraw(CaseState state) {
        return switch (state.manifest().phase()) {
            case LODGED, ACCEPTED, REJECTED -> withdrawUnused(state);
            case NONE -> waits(Patience.SAME_MINUTE, "MANIFEST_UNKNOWN", "There is no manifest to delete.", "没有可删除的舱单。");
            case DO_NOT_LOAD, DELETED, ARRIVED, TALLIED, CLOSED -> illegal("MANIFEST_NOT_DELETABLE",
                    "The manifest can no longer be deleted.", "舱单已不能删除。");
        };
    }

    private static Verdict withdrawUnused(CaseState state) {
        if (state.declarations().values().stream().anyMatch(DeclarationState::isLive)) {
            return illegal("DECLARATION_ACTIVE", "A goods declaration rests on the manifest; it must be cancelled first.", "舱单已有报关单，须先撤销报关单。");
        }
        if (state.containers().values().stream().anyMatch(container -> container.position().inTerminal() || container.position().gone())) {
            return illegal("ALREADY_DISCHARGED", "Goods of the manifest are discharged already.", "舱单货物已卸船。");
        }
        return moved(state.with(state.manifest().in(Phase.DELETED)));
    }

    private static Verdict arrive(CaseState state, Instant at) {
        return switch (state.manifest().phase()) {
            case ACCEPTED -> isBerthBlocked(state)
                    ? waits(Patience.UNTIL_IT_FITS, "BERTH_NOT_CLEARED", "Border or maritime inspection holds the ship.", "边检或海事尚未放行船舶。")
                    : moved(state.with(state.manifest().arrived(at)));
            case NONE, LODGED, REJECTED, DO_NOT_LOAD -> waits(Patience.UNTIL_IT_FITS, "MANIFEST_NOT_ACCEPTED",
                    "The ship arrived, but customs has not accepted the manifest.", "船舶已抵港，但海关尚未接受舱单。");
            case DELETED -> illegal("MANIFEST_DELETED", "The manifest was deleted.", "舱单已删除。");
            case ARRIVED, TALLIED, CLOSED -> illegal("ALREADY_ARRIVED", "The ship's arrival is reported already.", "船舶抵港已报告。");
        };
    }

    private static boolean isBerthBlocked(CaseState state) {
        return state.holds().stream().anyMatch(hold -> hold.containers().isEmpty()
                && (hold.agency() == Agency.BORDER || hold.agency() == Agency.MARITIME));
    }

    private static Verdict tally(CaseState state, TallyReported tally, Instant at) {
        return switch (state.manifest().phase()) {
            case ARRIVED -> moved(compared(state.with(state.manifest().in(Phase.TALLIED)), tally, at));
            case NONE, LODGED, ACCEPTED, REJECTED, DO_NOT_LOAD -> waits(Patience.UNTIL_IT_FITS, "SHIP_NOT_ARRIVED",
                    "The tally waits for the ship's arrival.", "理货报告须待船舶抵港。");
            case DELETED, TALLIED, CLOSED -> illegal("ALREADY_TALLIED", "The manifest is tallied or deleted already.", "舱单已理货或已删除。");
        };
    }

    private static CaseState compared(CaseState state, TallyReported tally, Instant at) {
        Set<ContainerNumber> missing = new HashSet<>(state.manifest().containers());
        tally.discharged().forEach(missing::remove);
        Set<ContainerNumber> over = new HashSet<>(tally.discharged());
        state.manifest().containers().forEach(over::remove);
        if (missing.isEmpty() && over.isEmpty()) {
            return state;
        }
        Reason difference = Reason.of("TALLY_DIFFERENCE", "Tally and manifest differ: missing " + missing + ", not manifested " + over + ".",
                "理货与舱单不符：短卸" + missing + "，溢卸" + over + "。");
        return state.with(new Alert(state.key().bill().value(), difference, at));
    }

    /** What customs decided about the manifest. */
    static Verdict decided(CaseState state, CustomsResponse response) {
        return switch (response.decision()) {
            case MANIFEST_ACCEPTED -> accept(state);
            case MANIFEST_REJECTED -> state.manifest().phase() == Phase.LODGED ? moved(state.with(state.manifest().in(Phase.REJECTED)))
                    : answerToNothing();
            case DO_NOT_LOAD -> forbidLoading(state, response.decidedAt());
            case AMENDMENT_GRANTED -> state.manifest().pending().map(pending -> moved(put(state, pending, state.manifest().phase())))
                    .orElseGet(ManifestMachine::answerToNothing);
            case AMENDMENT_DENIED -> state.manifest().pending().isPresent()
                    ? moved(state.with(state.manifest().withPending(Optional.empty()))) : answerToNothing();
            case REGISTERED, NOT_ACCEPTED, ACCEPTED, DOCUMENTS_REQUIRED, DOCUMENTS_SUFFICIENT, EXAMINATION_ORDERED, EXAMINATION_PASSED,
                 DISCREPANCY_FOUND, HOLD_PLACED, HOLD_LIFTED, DUTY_ASSESSED, DUTY_PAID, GUARANTEE_ACCEPTED, RELEASED, CLOSED, CANCELLED,
                 RELEASE_CANCELLED -> throw new IllegalArgumentException("Not about a manifest: " + response.decision());
        };
    }

    private static Verdict accept(CaseState state) {
        return switch (state.manifest().phase()) {
            case LODGED, DO_NOT_LOAD -> moved(state.with(state.manifest().in(Phase.ACCEPTED)));
            case NONE, REJECTED -> answerToNothing();
            case ACCEPTED, ARRIVED, TALLIED, CLOSED, DELETED -> illegal("MANIFEST_NOT_WAITING",
                    "The manifest does not wait for acceptance.", "舱单不在待接受状态。");
        };
    }

    private static Verdict forbidLoading(CaseState state, Instant decidedAt) {
        Optional<Instant> departed = state.manifest().current().flatMap(Manifest::departedAt);
        if (departed.filter(decidedAt::isAfter).isPresent()) {
            return illegal("ALREADY_LOADED", "The ship has sailed; loading can no longer be forbidden, a hold can be placed.",
                    "船舶已离港，不能再禁止装船，可以布控。");
        }
        return switch (state.manifest().phase()) {
            case LODGED, ACCEPTED -> moved(state.with(state.manifest().in(Phase.DO_NOT_LOAD)));
            case NONE -> answerToNothing();
            case REJECTED, DO_NOT_LOAD, DELETED, ARRIVED, TALLIED, CLOSED -> illegal("ALREADY_LOADED",
                    "Loading can no longer be forbidden.", "已不能禁止装船。");
        };
    }

    private static Verdict answerToNothing() {
        return waits(Patience.ANSWER, "NOTHING_TO_DECIDE", "There is no manifest or change that waits for this decision.",
                "没有等待该决定的舱单或变更。");
    }

    private static boolean isLocked(CaseState state) {
        return state.declarations().values().stream().anyMatch(DeclarationState::isAccepted);
    }

    private static CaseState put(CaseState state, Manifest manifest, Phase phase) {
        Map<ContainerNumber, ContainerState> announced = new HashMap<>();
        manifest.consignments().getFirst().containers().stream().filter(container -> !state.containers().containsKey(container.number()))
                .forEach(container -> announced.put(container.number(), ContainerState.announced(container.number(),
                        container.seals().stream().map(seal -> seal.number()).toList())));
        return state.with(state.manifest().replacedBy(manifest, phase)).withAll(announced);
    }
}
