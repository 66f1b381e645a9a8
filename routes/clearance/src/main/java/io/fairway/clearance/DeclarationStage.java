package io.fairway.clearance;

import io.fairway.document.id.ContainerNumber;
import java.util.List;

/** The one word for where a declaration stands, for people; what weighs most comes first. */
public enum DeclarationStage {
    PRE_LODGED, DRAFT, SUBMITTED, REGISTERED, REJECTED, HELD, EXAMINATION, DOCUMENT_CHECK, DUTY_DUE, AMENDMENT_PENDING,
    PARTLY_RELEASED, ACCEPTED, RELEASED, CLOSED, CANCELLED, WITHDRAWN;

    static DeclarationStage of(CaseState state, DeclarationState declaration) {
        return switch (declaration.phase()) {
            case PRE_LODGED -> PRE_LODGED;
            case DRAFT -> DRAFT;
            case SUBMITTED -> SUBMITTED;
            case REGISTERED -> held(state, declaration) ? HELD : REGISTERED;
            case REJECTED -> REJECTED;
            case ACCEPTED -> accepted(state, declaration);
            case RELEASED -> RELEASED;
            case CLOSED -> CLOSED;
            case CANCELLED -> CANCELLED;
            case WITHDRAWN -> WITHDRAWN;
        };
    }

    private static DeclarationStage accepted(CaseState state, DeclarationState declaration) {
        if (held(state, declaration)) {
            return HELD;
        }
        if (state.openExaminations().stream().anyMatch(order -> order.openAtPort() && Access.concerns(order, declaration))) {
            return EXAMINATION;
        }
        if (!declaration.documentsOutstanding().isEmpty()) {
            return DOCUMENT_CHECK;
        }
        if (declaration.duty().status() == DutyAccount.Status.DUE) {
            return DUTY_DUE;
        }
        if (declaration.pending().isPresent()) {
            return AMENDMENT_PENDING;
        }
        return declaration.released().isEmpty() ? ACCEPTED : PARTLY_RELEASED;
    }

    private static boolean held(CaseState state, DeclarationState declaration) {
        List<ContainerNumber> covered = declaration.covered(state.manifest());
        return state.holds().stream().anyMatch(hold -> hold.containers().isEmpty() || covered.stream().anyMatch(hold::covers));
    }
}
