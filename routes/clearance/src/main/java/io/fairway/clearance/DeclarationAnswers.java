package io.fairway.clearance;

import static io.fairway.clearance.Verdict.illegal;
import static io.fairway.clearance.Verdict.moved;
import static io.fairway.clearance.Verdict.waits;

import io.fairway.clearance.DeclarationState.Phase;
import io.fairway.clearance.DutyAccount.Status;
import io.fairway.clearance.Verdict.Patience;
import io.fairway.document.CustomsResponse;
import io.fairway.document.SupportingDocument;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What customs answers to a goods declaration, but for release, holds and examination. */
final class DeclarationAnswers {
    private static final Pattern DOCUMENT_TYPE = Pattern.compile("[0-9]{1,3}");

    private DeclarationAnswers() {
    }

    static Verdict judge(CaseState state, DeclarationState known, CustomsResponse response) {
        return switch (response.decision()) {
            case REGISTERED -> known.phase() == Phase.SUBMITTED ? become(state, known, response, Phase.REGISTERED) : notNow(known);
            case NOT_ACCEPTED -> isWaiting(known) ? become(state, known, response, Phase.REJECTED) : notNow(known);
            case ACCEPTED -> isWaiting(known) ? become(state, known, response, Phase.ACCEPTED) : notNow(known);
            case DOCUMENTS_REQUIRED -> known.phase() == Phase.ACCEPTED
                    ? moved(state.with(known.requiring(required(known, response)))) : notNow(known);
            case DOCUMENTS_SUFFICIENT -> known.phase() == Phase.ACCEPTED && !known.documentsRequired().isEmpty()
                    ? moved(state.with(known.requiring(Set.of()))) : notNow(known);
            case DUTY_ASSESSED -> known.phase() == Phase.ACCEPTED
                    ? moved(state.with(known.with(new DutyAccount(Status.DUE, response.duties())))) : notNow(known);
            case DUTY_PAID -> settleDuty(state, known, response, Status.PAID);
            case GUARANTEE_ACCEPTED -> settleDuty(state, known, response, Status.GUARANTEED);
            case CLOSED -> close(state, known);
            case AMENDMENT_GRANTED -> known.pending().map(pending -> moved(state.with(known.replacedBy(pending, known.phase()))))
                    .orElseGet(() -> notNow(known));
            case AMENDMENT_DENIED -> known.pending().isPresent()
                    ? moved(state.with(known.withPending(Optional.empty()))) : notNow(known);
            case CANCELLED -> isBeforeRelease(known) ? moved(state.with(known.in(Phase.CANCELLED))) : notNow(known);
            case MANIFEST_ACCEPTED, MANIFEST_REJECTED, DO_NOT_LOAD, EXAMINATION_ORDERED, EXAMINATION_PASSED, DISCREPANCY_FOUND,
                 HOLD_PLACED, HOLD_LIFTED, RELEASED, RELEASE_CANCELLED ->
                    throw new IllegalArgumentException("Not an answer to a declaration: " + response.decision());
        };
    }

    private static Verdict become(CaseState state, DeclarationState known, CustomsResponse response, Phase next) {
        return moved(state.with(known.in(next).numbered(response.entryNumber())));
    }

    private static boolean isWaiting(DeclarationState known) {
        return known.phase() == Phase.SUBMITTED || known.phase() == Phase.REGISTERED;
    }

    private static boolean isBeforeRelease(DeclarationState known) {
        return (isWaiting(known) || known.phase() == Phase.ACCEPTED) && known.released().isEmpty();
    }

    private static Verdict settleDuty(CaseState state, DeclarationState known, CustomsResponse response, Status how) {
        if (known.phase() != Phase.ACCEPTED || known.duty().status() != Status.DUE) {
            return notNow(known);
        }
        if (!known.duty().isCoveredBy(response.duties())) {
            return illegal("DUTY_NOT_COVERED", "The amount does not cover the duty due on " + known.key().lrn() + ".",
                    "金额不足以缴清报关单" + known.key().lrn() + "的税款。");
        }
        return moved(state.with(known.with(known.duty().settled(how))));
    }

    private static Verdict close(CaseState state, DeclarationState known) {
        if (known.phase() != Phase.RELEASED) {
            return notNow(known);
        }
        if (state.openExaminations().stream().anyMatch(order -> Access.concerns(order, known))) {
            return illegal("EXAMINATION_OPEN", "An examination at destination is still open.", "目的地查验未完成。");
        }
        return moved(state.with(known.in(Phase.CLOSED)));
    }

    /** Types that the reasons name; else those the declaration lists without a file; else any document. */
    private static Set<String> required(DeclarationState known, CustomsResponse response) {
        Set<String> types = response.reasons().stream().map(CustomsResponse.Reason::code)
                .filter(code -> DOCUMENT_TYPE.matcher(code).matches()).collect(Collectors.toSet());
        if (types.isEmpty()) {
            types = known.current().documents().stream().map(SupportingDocument::typeCode).collect(Collectors.toSet());
        }
        Set<String> all = new LinkedHashSet<>(known.documentsRequired());
        all.addAll(types.isEmpty() ? Set.of(DeclarationState.ANY_DOCUMENT) : types);
        return all;
    }

    static Verdict notNow(DeclarationState known) {
        return waits(Patience.ANSWER, "NOT_IN_THIS_STATE", "Declaration " + known.key().lrn() + " is " + known.phase()
                + "; the decision does not fit.", "报关单" + known.key().lrn() + "的状态不适用该决定。");
    }
}
