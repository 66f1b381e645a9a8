package io.fairway.clearance;

import static io.fairway.clearance.Verdict.illegal;
import static io.fairway.clearance.Verdict.moved;
import static io.fairway.clearance.Verdict.waits;

import io.fairway.clearance.ClearanceEvent.TechnicallyRejected;
import io.fairway.clearance.DeclarationState.Phase;
import io.fairway.clearance.Verdict.Patience;
import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Decision;
import java.util.List;
import java.util.function.Function;

/** Finds what a customs decision is about, and hands it to the machine that knows. */
final class CustomsDecisions {

    private CustomsDecisions() {
    }

    static Verdict judge(CaseState state, CustomsResponse response) {
        return switch (response.decision()) {
            case MANIFEST_ACCEPTED, MANIFEST_REJECTED, DO_NOT_LOAD -> ManifestMachine.decided(state, response);
            case AMENDMENT_GRANTED, AMENDMENT_DENIED -> namesDeclaration(response)
                    ? aboutDeclaration(state, response, found -> DeclarationAnswers.judge(state, found, response))
                    : ManifestMachine.decided(state, response);
            case HOLD_PLACED -> AgencyMachine.place(state, customsHold(state, response));
            case HOLD_LIFTED -> AgencyMachine.lift(state, Agency.CUSTOMS, response.holdId());
            case EXAMINATION_ORDERED -> aboutDeclaration(state, response, found -> AgencyMachine.order(state, found, response));
            case EXAMINATION_PASSED, DISCREPANCY_FOUND -> AgencyMachine.conclude(state, response);
            case RELEASED, RELEASE_CANCELLED -> aboutDeclaration(state, response, found -> CustomsRelease.judge(state, found, response));
            case REGISTERED, NOT_ACCEPTED, ACCEPTED, DOCUMENTS_REQUIRED, DOCUMENTS_SUFFICIENT, DUTY_ASSESSED, DUTY_PAID,
                 GUARANTEE_ACCEPTED, CLOSED, CANCELLED ->
                    aboutDeclaration(state, response, found -> DeclarationAnswers.judge(state, found, response));
        };
    }

    static Verdict judge(CaseState state, TechnicallyRejected rejected) {
        List<DeclarationState> sent = state.declarations().values().stream()
                .filter(declaration -> declaration.key().lrn().value().equals(rejected.answered())).toList();
        if (sent.size() == 1 && sent.getFirst().phase() == Phase.SUBMITTED) {
            return moved(state.with(sent.getFirst().in(Phase.DRAFT)));
        }
        boolean isManifest = state.manifest().current().filter(manifest -> manifest.reference().equals(rejected.answered())).isPresent();
        if (isManifest && state.manifest().phase() == ManifestState.Phase.LODGED) {
            return moved(state.with(state.manifest().in(ManifestState.Phase.REJECTED)));
        }
        return waits(Patience.ANSWER, "NOTHING_TO_ANSWER", "Nothing with reference " + rejected.answered() + " waits for an answer.",
                "没有等待答复的单证" + rejected.answered() + "。");
    }

    /** What customs says of the declarations it names; a hold is heeded even when it names one we do not know. */
    static List<DeclarationState> named(CaseState state, CustomsResponse response) {
        return state.declarations().values().stream()
                .filter(declaration -> response.lrn().map(lrn -> declaration.key().lrn().equals(lrn))
                        .orElseGet(() -> response.entryNumber().isPresent() && declaration.entryNumber().equals(response.entryNumber())))
                .toList();
    }

    private static boolean namesDeclaration(CustomsResponse response) {
        return response.lrn().isPresent() || response.entryNumber().isPresent();
    }

    private static Verdict aboutDeclaration(CaseState state, CustomsResponse response, Function<DeclarationState, Verdict> rule) {
        List<DeclarationState> named = namesDeclaration(response) ? named(state, response)
                : state.declarations().values().stream().filter(DeclarationState::isLive).toList();
        if (named.size() > 1) {
            named = named.stream().filter(declaration -> response.entryNumber().isPresent()
                    && declaration.entryNumber().equals(response.entryNumber())).toList();
        }
        if (named.isEmpty()) {
            return waits(Patience.ANSWER, "DECLARATION_UNKNOWN", "No declaration of this consignment is the one that is meant.",
                    "该票货物没有所指的报关单。");
        }
        DeclarationState found = named.getFirst();
        if (contradictsNumber(found, response)) {
            return illegal("ENTRY_NUMBER_DIFFERS", "Declaration " + found.key().lrn() + " has another entry number.",
                    "报关单" + found.key().lrn() + "的海关编号不同。");
        }
        return rule.apply(found);
    }

    /** Customs numbers a declaration once, when it registers or accepts it. */
    private static boolean contradictsNumber(DeclarationState found, CustomsResponse response) {
        boolean numbers = response.decision() == Decision.REGISTERED || response.decision() == Decision.ACCEPTED;
        return !numbers && found.entryNumber().isPresent() && response.entryNumber().isPresent()
                && !found.entryNumber().equals(response.entryNumber());
    }

    private static Hold customsHold(CaseState state, CustomsResponse response) {
        String id = response.holdId().isEmpty() ? response.reference() : response.holdId();
        String reason = response.reasons().stream().map(CustomsResponse.Reason::text).findFirst().orElse("");
        List<DeclarationState> named = named(state, response);
        boolean declarationOnly = response.containers().isEmpty() && named.size() == 1;
        return new Hold(Agency.CUSTOMS, id, reason, declarationOnly ? named.getFirst().current().containers() : response.containers());
    }
}
