package io.fairway.clearance;

import io.fairway.clearance.ContainerState.Position;
import io.fairway.clearance.DeclarationState.Phase;
import io.fairway.document.id.ContainerNumber;

/** What follows by itself after a fact: pre-lodged declarations go on, a manifest is tallied and closed. */
final class Settlement {

    private Settlement() {
    }

    static CaseState settle(CaseState state) {
        CaseState next = state;
        if (state.manifest().inForce()) {
            for (DeclarationState declaration : state.declarations().values()) {
                if (declaration.phase() == Phase.PRE_LODGED) {
                    next = next.with(declaration.in(Phase.SUBMITTED));
                }
            }
        }
        return next.with(settled(next));
    }

    private static ManifestState settled(CaseState state) {
        ManifestState manifest = state.manifest();
        return switch (manifest.phase()) {
            case TALLIED -> isWrittenOff(state) ? manifest.in(ManifestState.Phase.CLOSED) : manifest;
            case CLOSED -> isWrittenOff(state) ? manifest : manifest.in(ManifestState.Phase.TALLIED);
            case NONE, LODGED, ACCEPTED, REJECTED, DO_NOT_LOAD, DELETED, ARRIVED -> manifest;
        };
    }

    /** All quantities declared and released, or gone by sea. */
    private static boolean isWrittenOff(CaseState state) {
        return !state.manifest().containers().isEmpty() && allPackagesDeclared(state)
                && state.manifest().containers().stream().allMatch(container -> isWrittenOff(state, container));
    }

    private static boolean isWrittenOff(CaseState state, ContainerNumber container) {
        return state.customsReleased(container)
                || state.container(container).filter(known -> known.position() == Position.LOADED_ONWARD).isPresent();
    }

    private static boolean allPackagesDeclared(CaseState state) {
        if (state.manifest().isTranshipment()) {
            return true;
        }
        int declared = state.declarations().values().stream().filter(DeclarationState::isLive)
                .mapToInt(declaration -> declaration.current().packages().orElse(0)).sum();
        int manifested = state.manifest().consignment().flatMap(consignment -> consignment.packages()).orElse(0);
        return declared >= manifested;
    }
}
