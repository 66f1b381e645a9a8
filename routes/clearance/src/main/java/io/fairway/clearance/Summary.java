package io.fairway.clearance;

import io.fairway.clearance.ClearanceEvent.BillMoved.Standing;
import java.util.ArrayList;
import java.util.List;

/** The case in plain sentences. */
final class Summary {

    private Summary() {
    }

    static List<String> of(CaseState state) {
        List<String> lines = new ArrayList<>();
        lines.add("Manifest of bill " + state.key().bill() + ": " + manifest(state.manifest()) + ".");
        state.bill().ifPresent(bill -> lines.add("Electronic bill: " + words(bill.standing()) + "."));
        state.bulk().forEach(release -> lines.add("Bulk release " + release.reference() + ": " + bulk(release) + "."));
        state.declarations().values().forEach(declaration -> lines.add("Declaration " + declaration.key().lrn() + ", version "
                + declaration.version() + ": " + Reasons.words(DeclarationStage.of(state, declaration)) + "."));
        state.containers().values().forEach(container -> lines.add(container(state, container)));
        state.alerts().forEach(alert -> lines.add("Attention: " + alert.reason().text().en()));
        state.kept().forEach(event -> lines.add("Kept, not applied: " + event.event().getClass().getSimpleName() + " from " + event.sender()
                + ". " + event.reason().map(reason -> reason.text().en()).orElse("")));
        return lines;
    }

    private static String manifest(ManifestState manifest) {
        String pending = manifest.pending().isPresent() ? ", a change waits for customs" : "";
        return switch (manifest.phase()) {
            case NONE -> "not lodged";
            case LODGED -> "lodged, customs has not answered";
            case ACCEPTED -> "accepted by customs, version " + manifest.version() + pending;
            case REJECTED -> "rejected by customs";
            case DO_NOT_LOAD -> "customs forbade loading";
            case DELETED -> "deleted";
            case ARRIVED -> "accepted, the ship has arrived" + pending;
            case TALLIED -> "accepted, discharged and tallied" + pending;
            case CLOSED -> "all goods written off";
        };
    }

    private static String words(Standing standing) {
        return switch (standing) {
            case ISSUED -> "issued";
            case SURRENDERED_FOR_DELIVERY -> "surrendered for delivery, the carrier has not answered";
            case SURRENDERED_FOR_CHANGE -> "surrendered to be changed";
            case GIVEN_BACK -> "the surrender was not accepted";
            case ACCOMPLISHED -> "surrendered and accepted";
            case REPLACED -> "replaced by another";
            case ON_PAPER -> "replaced by paper";
            case VOID -> "void";
        };
    }

    private static String bulk(BulkRelease release) {
        String goods = release.goods().isEmpty() ? "goods" : release.goods();
        String left = release.left().map(rest -> ", " + rest + " left").orElse("");
        return release.whole().map(BulkQuantity::toString).orElse("a quantity not known here") + " of " + goods + left + switch (release.standing()) {
            case OPEN -> "";
            case ENDED -> ", ended";
        };
    }

    private static String container(CaseState state, ContainerState container) {
        List<Reason> reasons = container.position().gone() ? List.of() : Access.againstPickup(state, container.number());
        String where = "Container " + container.number() + ": " + words(container.position());
        if (container.position().gone()) {
            List<Reason> use = Access.againstUse(state, container.number());
            return where + (use.isEmpty() ? "." : ". " + use.getFirst().text().en());
        }
        return reasons.isEmpty() ? where + ", ready for pick-up."
                : where + ". " + String.join(" ", reasons.stream().map(reason -> reason.text().en()).toList());
    }

    private static String words(ContainerState.Position position) {
        return switch (position) {
            case ANNOUNCED -> "announced";
            case ON_BOARD -> "on the ship";
            case IN_YARD -> "in the yard";
            case AT_EXAMINATION -> "at examination";
            case APPOINTED -> "in the yard, a truck is booked";
            case TRUCK_IN -> "in the yard, its truck is here";
            case ON_TRUCK -> "on the truck";
            case GATED_OUT -> "left by the gate";
            case DELIVERED -> "delivered";
            case RETURNED -> "delivered, the empty is back";
            case LOADED_ONWARD -> "loaded on the onward ship";
        };
    }
}
