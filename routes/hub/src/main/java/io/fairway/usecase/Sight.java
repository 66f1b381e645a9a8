package io.fairway.usecase;

import io.fairway.clearance.Role;
import io.fairway.document.finding.Text;
import io.fairway.usecase.view.ConsignmentDetail;
import io.fairway.usecase.view.ConsignmentView;
import io.fairway.usecase.view.ContainerView;
import io.fairway.usecase.view.ReasonView;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How much of a case its visitors see, by role; whether they see the case at all is not decided here. */
public enum Sight {
    /** All that the case holds, but for other parties' declarations. */
    WHOLE,
    /** The container, its seals and where it is; release yes or no, hold yes or no, without who holds it and why. */
    CARGO_ONLY;

    private static final Set<Role> WHOLE_ROLES =
            EnumSet.of(Role.FORWARDER, Role.CARRIER, Role.AGENT, Role.CUSTOMS, Role.BORDER, Role.BANK, Role.OPERATOR, Role.AUDITOR);
    private static final Set<String> AUTHORITY_REASONS = Set.of("HELD", "EXAMINATION_AT_PORT", "EXAMINATION_AT_DESTINATION");
    private static final ReasonView HELD = new ReasonView("HELD", new Text("An authority holds it.", "监管部门已布控。"));
    /** What the timeline tells those who handle the cargo: the movements, and the carrier's release. */
    private static final List<String> CARGO_EVENTS = List.of("ShipArrived", "TallyReported", "CarrierReleased", "CarrierReleaseRevoked",
            "ReleaseExpired", "ContainerOnBoard", "DischargeOrdered", "ContainerDischarged", "ContainerLoaded", "ContainerGatedIn",
            "ContainerGatedOut", "MovementWithdrawn", "MovedToExamination", "ReturnedFromExamination", "PickupBooked", "TruckArrived",
            "LoadedOnTruck", "ExitAcknowledged");

    /** What these roles together see. */
    public static Sight of(Set<Role> roles) {
        return roles.stream().anyMatch(WHOLE_ROLES::contains) ? WHOLE : CARGO_ONLY;
    }

    /** The consignment as it is seen so. */
    public ConsignmentView of(ConsignmentView view) {
        return switch (this) {
            case WHOLE -> view;
            case CARGO_ONLY -> new ConsignmentView(view.id(), view.carrier(), view.bill(), view.environment(), view.manifest(),
                    view.manifestVersion(), view.portCall(), view.held(), List.of(), List.of(), view.openedAt(), view.changedAt(), view.erasedAt());
        };
    }

    /** The container as it is seen so. */
    public ContainerView of(ContainerView view) {
        return switch (this) {
            case WHOLE -> view;
            case CARGO_ONLY -> new ContainerView(view.id(), view.consignment(), view.bill(), view.number(), view.environment(),
                    view.manifested(), view.position(), view.since(), view.customsReleased(), view.held(), view.carrierRelease(),
                    view.leaveAllowed(), view.useAllowed(), view.readyForPickup(), plain(view.reasonsAgainstLeaving()),
                    plain(view.reasonsAgainstUse()), view.seals(), view.changedAt());
        };
    }

    /** The consignment with its parts as they are seen so; declarations are not those of who handles the cargo. */
    public ConsignmentDetail of(ConsignmentDetail detail) {
        return switch (this) {
            case WHOLE -> detail;
            case CARGO_ONLY -> new ConsignmentDetail(of(detail.consignment()), detail.containers().stream().map(this::of).toList(), List.of());
        };
    }

    /** The kinds of events the timeline tells; empty for all. */
    public List<String> events() {
        return switch (this) {
            case WHOLE -> List.of();
            case CARGO_ONLY -> CARGO_EVENTS;
        };
    }

    private static List<ReasonView> plain(List<ReasonView> reasons) {
        return reasons.stream().map(reason -> AUTHORITY_REASONS.contains(reason.code()) ? HELD : reason).distinct().toList();
    }
}
