package io.fairway.clearance;

import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the way of a container: empty lists are permissions, so that whatever cannot be established is withheld
 * (two-step access, GACC notice 2019/160).
 */
final class Access {

    private Access() {
    }

    /** Against CUSTOMS_REL: all live declarations that cover the container have released it, and there is one. */
    static List<Reason> withoutCustomsRelease(CaseState state, ContainerNumber container) {
        List<Reason> reasons = new ArrayList<>();
        if (!state.manifest().inForce()) {
            reasons.add(Reasons.manifestNotInForce());
        }
        if (!state.manifest().containers().contains(container)) {
            reasons.add(Reasons.containerUnknown(container));
        }
        if (state.manifest().isTranshipment()) {
            reasons.add(Reasons.transhipment());
        }
        List<DeclarationState> covering = state.declarations().values().stream()
                .filter(declaration -> declaration.isLive() && declaration.covers(container)).toList();
        if (covering.isEmpty()) {
            reasons.add(Reasons.notDeclared());
        }
        covering.stream().filter(declaration -> !declaration.released().contains(container))
                .map(declaration -> Reasons.notReleased(declaration, DeclarationStage.of(state, declaration))).forEach(reasons::add);
        return reasons;
    }

    static List<Reason> againstLeaving(CaseState state, ContainerNumber container) {
        List<Reason> reasons = new ArrayList<>(withoutCustomsRelease(state, container));
        state.holds().stream().filter(hold -> hold.covers(container)).map(Reasons::held).forEach(reasons::add);
        state.examinations().stream().filter(order -> order.openAtPort() && concerns(order, state, container))
                .map(Reasons::portExaminationOpen).forEach(reasons::add);
        return reasons;
    }

    static List<Reason> againstUse(CaseState state, ContainerNumber container) {
        List<Reason> reasons = new ArrayList<>(againstLeaving(state, container));
        state.examinations().stream().filter(order -> order.openAtDestination() && concerns(order, state, container))
                .map(Reasons::destinationExaminationOpen).forEach(reasons::add);
        return reasons;
    }

    /** Against handing over: leaving, the carrier's release, and being there. */
    static List<Reason> againstPickup(CaseState state, ContainerNumber container) {
        List<Reason> reasons = new ArrayList<>(againstLeaving(state, container));
        Optional<ContainerState> known = state.container(container);
        if (known.isEmpty()) {
            reasons.add(Reasons.containerUnknown(container));
            return reasons.stream().distinct().toList();
        }
        if (known.get().position().gone()) {
            reasons.add(Reasons.alreadyGone(container));
        } else if (!known.get().position().inTerminal()) {
            reasons.add(Reasons.notDischarged(container));
        } else if (known.get().position() == ContainerState.Position.AT_EXAMINATION) {
            reasons.add(Reasons.atExamination(container));
        }
        if (known.get().carrierRelease().isEmpty()) {
            reasons.add(Reasons.noCarrierRelease());
        }
        return reasons;
    }

    /** Against the barrier, at this moment: pickup, the release's last day, and reports that contradict. */
    static List<Reason> againstGateOut(CaseState state, ContainerNumber container, Instant now) {
        List<Reason> reasons = new ArrayList<>(againstPickup(state, container));
        state.container(container).flatMap(ContainerState::carrierRelease).filter(release -> release.isExpiredAt(now))
                .map(Reasons::releaseExpired).ifPresent(reasons::add);
        if (state.alerts().stream().anyMatch(alert -> alert.subject().equals(container.value()) && Reasons.isContradiction(alert.reason()))) {
            reasons.add(Reasons.contradicted(container));
        }
        return reasons;
    }

    /** An order of a declaration that is no longer live concerns nobody; one of the consignment concerns all its containers. */
    private static boolean concerns(ExaminationOrder order, CaseState state, ContainerNumber container) {
        return order.covers(container) && order.declaration().flatMap(state::declaration)
                .map(declaration -> declaration.isLive() && declaration.covers(container)).orElse(true);
    }

    /** Whether the order stands in the way of the declaration's release. */
    static boolean concerns(ExaminationOrder order, DeclarationState declaration) {
        return order.declaration().isEmpty() ? order.containers().isEmpty() || order.containers().stream().anyMatch(declaration::covers)
                : order.declaration().get().equals(declaration.key());
    }
}
