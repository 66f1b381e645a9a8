package io.fairway.clearance;

import static io.fairway.clearance.Verdict.illegal;
import static io.fairway.clearance.Verdict.moved;
import static io.fairway.clearance.Verdict.waits;

import io.fairway.clearance.ClearanceEvent.AttachmentReceived;
import io.fairway.clearance.ClearanceEvent.DeclarationAmended;
import io.fairway.clearance.ClearanceEvent.DeclarationCancellationRequested;
import io.fairway.clearance.ClearanceEvent.DeclarationFact;
import io.fairway.clearance.ClearanceEvent.DeclarationSubmitted;
import io.fairway.clearance.ClearanceRules.PreLodging;
import io.fairway.clearance.DeclarationState.Cancellation;
import io.fairway.clearance.DeclarationState.Phase;
import io.fairway.clearance.Verdict.Patience;
import io.fairway.document.GoodsDeclaration;
import java.util.Optional;

/** What the declarant says of a goods declaration: lodging, change with version, cancellation, supporting documents. */
final class DeclarationMachine {

    private DeclarationMachine() {
    }

    static Verdict judge(CaseState state, DeclarationFact fact) {
        Optional<DeclarationState> known = state.declaration(fact.key());
        return switch (fact) {
            case DeclarationSubmitted submitted -> known.map(declaration -> resubmit(state, declaration, submitted.declaration()))
                    .orElseGet(() -> moved(state.with(DeclarationState.first(fact.key(), entryPhase(state), submitted.declaration()))));
            case DeclarationAmended amended -> known.map(declaration -> amend(state, declaration, amended.declaration()))
                    .orElseGet(DeclarationMachine::notThereYet);
            case DeclarationCancellationRequested _ -> known.map(declaration -> cancel(state, declaration))
                    .orElseGet(DeclarationMachine::notThereYet);
            case AttachmentReceived attachment -> known.map(declaration -> moved(state.with(declaration.attached(attachment.document()))))
                    .orElseGet(DeclarationMachine::notThereYet);
        };
    }

    private static Phase entryPhase(CaseState state) {
        boolean mayGo = state.manifest().inForce() || state.rules().preLodging() == PreLodging.GOES_TO_CUSTOMS;
        return mayGo ? Phase.SUBMITTED : Phase.PRE_LODGED;
    }

    /** A declaration that customs could not read may come again as original, as the next version. */
    private static Verdict resubmit(CaseState state, DeclarationState known, GoodsDeclaration again) {
        if (known.phase() == Phase.DRAFT && again.version() == known.version() + 1) {
            return moved(state.with(known.replacedBy(again, entryPhase(state))));
        }
        return illegal("DUPLICATE_LRN", "LRN " + known.key().lrn() + " is in use with other content; send a change as version "
                + (known.version() + 1) + ", or use a new LRN.",
                "申报编号" + known.key().lrn() + "已用于其他内容，请以第" + (known.version() + 1) + "版变更或使用新编号。");
    }

    private static Verdict amend(CaseState state, DeclarationState known, GoodsDeclaration next) {
        int expected = known.pending().map(GoodsDeclaration::version).orElse(known.version()) + 1;
        if (next.version() != expected) {
            Patience patience = next.version() > expected ? Patience.UNTIL_IT_FITS : Patience.NONE;
            return waits(patience, "VERSION_OUT_OF_ORDER", "Expected version " + expected + " of " + known.key().lrn() + ", found version "
                    + next.version() + ".", "报关单" + known.key().lrn() + "应为第" + expected + "版，收到第" + next.version() + "版。");
        }
        return switch (known.phase()) {
            case DRAFT, PRE_LODGED -> moved(state.with(known.replacedBy(next, entryPhase(state))));
            case SUBMITTED -> waits(Patience.UNTIL_IT_FITS, "NOT_REGISTERED", "The change waits until customs has registered "
                    + known.key().lrn() + ".", "变更须待海关受理报关单" + known.key().lrn() + "。");
            case REGISTERED, ACCEPTED -> amendWithCustoms(state, known, next);
            case REJECTED, RELEASED, CLOSED, CANCELLED, WITHDRAWN -> ended(known);
        };
    }

    private static Verdict amendWithCustoms(CaseState state, DeclarationState known, GoodsDeclaration next) {
        if (known.pending().isPresent()) {
            return illegal("AMENDMENT_PENDING", "An earlier change still waits for customs.", "上一次变更仍在等待海关审核。");
        }
        if (!known.released().isEmpty()) {
            return illegal("PARTLY_RELEASED", "Part of the goods is released already.", "部分货物已放行。");
        }
        if (state.openExaminations().stream().anyMatch(order -> Access.concerns(order, known))) {
            return illegal("UNDER_EXAMINATION", "The goods are under examination; the declaration cannot be changed now.",
                    "货物查验中，报关单不能变更。");
        }
        return moved(state.with(known.withPending(Optional.of(next))));
    }

    private static Verdict cancel(CaseState state, DeclarationState known) {
        return switch (known.phase()) {
            case PRE_LODGED, DRAFT -> moved(state.with(known.in(Phase.WITHDRAWN)));
            case SUBMITTED, REGISTERED, ACCEPTED -> known.released().isEmpty()
                    ? moved(state.with(known.with(Cancellation.ASKED))) : ended(known);
            case REJECTED, RELEASED, CLOSED, CANCELLED, WITHDRAWN -> ended(known);
        };
    }

    private static Verdict ended(DeclarationState known) {
        return illegal("DECLARATION_ENDED", "Declaration " + known.key().lrn() + " can no longer be changed or cancelled by its declarant.",
                "报关单" + known.key().lrn() + "已不能由申报人变更或撤销。");
    }

    private static Verdict notThereYet() {
        return waits(Patience.UNTIL_IT_FITS, "DECLARATION_UNKNOWN", "There is no declaration with this LRN yet.", "尚无该编号的报关单。");
    }
}
