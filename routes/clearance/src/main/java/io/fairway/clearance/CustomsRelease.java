package io.fairway.clearance;

import static io.fairway.clearance.Verdict.illegal;
import static io.fairway.clearance.Verdict.moved;
import static io.fairway.clearance.Verdict.waits;

import io.fairway.clearance.ClearanceRules.PortExamination;
import io.fairway.clearance.DeclarationState.Phase;
import io.fairway.clearance.Verdict.Patience;
import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.CustomsResponse.ExaminationPlace;
import io.fairway.document.id.ContainerNumber;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Release by customs, whole or by container, and its cancellation. */
final class CustomsRelease {

    private CustomsRelease() {
    }

    static Verdict judge(CaseState state, DeclarationState known, CustomsResponse response) {
        return response.decision() == Decision.RELEASED ? release(state, known, response) : cancel(state, known, response);
    }

    private static Verdict release(CaseState state, DeclarationState known, CustomsResponse response) {
        List<ContainerNumber> covered = known.covered(state.manifest());
        List<ContainerNumber> meant = response.containers().isEmpty() ? covered : response.containers();
        CaseState examined = state.rules().portExamination() == PortExamination.ENDS_WITH_RELEASE
                ? withoutOwnPortExamination(state, known, meant) : state;
        Optional<Verdict> refusal = refusal(examined, known, meant);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Set<ContainerNumber> released = new HashSet<>(known.released());
        released.addAll(meant);
        Phase next = released.containsAll(covered) ? Phase.RELEASED : Phase.ACCEPTED;
        return moved(examined.with(known.in(next).numbered(response.entryNumber()).withReleased(released, response.releaseNumber())));
    }

    private static Optional<Verdict> refusal(CaseState state, DeclarationState known, List<ContainerNumber> meant) {
        return switch (known.phase()) {
            case PRE_LODGED, DRAFT, SUBMITTED, REGISTERED -> Optional.of(DeclarationAnswers.notNow(known));
            case REJECTED, RELEASED, CLOSED, CANCELLED, WITHDRAWN -> Optional.of(illegal("NOT_IN_THIS_STATE",
                    "Declaration " + known.key().lrn() + " is " + known.phase() + "; it cannot be released.",
                    "报关单" + known.key().lrn() + "的状态不能放行。"));
            case ACCEPTED -> guard(state, known, meant);
        };
    }

    private static Optional<Verdict> guard(CaseState state, DeclarationState known, List<ContainerNumber> meant) {
        if (meant.isEmpty() || !known.covered(state.manifest()).containsAll(meant)) {
            return Optional.of(illegal("CONTAINER_NOT_COVERED", "The release names containers that declaration " + known.key().lrn()
                    + " does not cover.", "放行的集装箱不在报关单" + known.key().lrn() + "内。"));
        }
        Optional<Hold> hold = state.holds().stream()
                .filter(each -> each.agency().isAuthority() && meant.stream().anyMatch(each::covers)).findFirst();
        if (hold.isPresent()) {
            return Optional.of(illegal(Reasons.held(hold.get())));
        }
        Optional<ExaminationOrder> open = state.openExaminations().stream()
                .filter(order -> order.openAtPort() && Access.concerns(order, known) && meant.stream().anyMatch(order::covers)).findFirst();
        if (open.isPresent()) {
            return Optional.of(illegal(Reasons.portExaminationOpen(open.get())));
        }
        if (!known.documentsOutstanding().isEmpty()) {
            return Optional.of(waits(Patience.SAME_MINUTE, "DOCUMENTS_OUTSTANDING", "Documents " + known.documentsOutstanding()
                    + " are still required.", "仍需提交单证" + known.documentsOutstanding() + "。"));
        }
        if (known.duty().status() == DutyAccount.Status.DUE) {
            return Optional.of(illegal("DUTY_DUE", "The duty is neither paid nor guaranteed.", "税款未缴纳也未担保。"));
        }
        if (known.pending().isPresent()) {
            return Optional.of(illegal("AMENDMENT_PENDING", "A change of the declaration still waits for customs.", "报关单变更仍在等待海关审核。"));
        }
        return Optional.empty();
    }

    private static CaseState withoutOwnPortExamination(CaseState state, DeclarationState known, List<ContainerNumber> meant) {
        return state.withExaminations(state.examinations().stream().map(order -> {
            boolean ends = order.agency() == Agency.CUSTOMS && order.openAtPort() && Access.concerns(order, known)
                    && meant.stream().anyMatch(order::covers);
            return ends ? order.openAt(order.openAtDestination() ? Set.of(ExaminationPlace.DESTINATION) : Set.of()) : order;
        }).toList());
    }

    /** Beats every older release; a container already gone is recalled. */
    private static Verdict cancel(CaseState state, DeclarationState known, CustomsResponse response) {
        if (known.released().isEmpty() || !known.isAccepted()) {
            return waits(Patience.SAME_MINUTE, "NOT_RELEASED", "Declaration " + known.key().lrn() + " is not released.",
                    "报关单" + known.key().lrn() + "未放行。");
        }
        Set<ContainerNumber> remaining = new HashSet<>(known.released());
        response.containers().forEach(remaining::remove);
        if (response.containers().isEmpty()) {
            remaining.clear();
        }
        Phase next = remaining.isEmpty() ? Phase.CANCELLED : Phase.ACCEPTED;
        CaseState revoked = state.with(known.in(next).withReleased(remaining, remaining.isEmpty() ? "" : known.releaseNumber()));
        for (ContainerNumber container : known.released()) {
            if (!remaining.contains(container)) {
                revoked = stopped(revoked, container, response);
            }
        }
        return moved(revoked);
    }

    private static CaseState stopped(CaseState state, ContainerNumber number, CustomsResponse response) {
        Optional<ContainerState> container = state.container(number);
        if (container.isEmpty()) {
            return state;
        }
        if (container.get().position().gone()) {
            Reason recall = Reason.of("RECALL", "Customs cancelled the release of container " + number + " after it left; it is to be recalled.",
                    "海关撤销放行时集装箱" + number + "已离港，须召回。");
            return state.with(new Alert(number.value(), recall, response.decidedAt()));
        }
        return state.with(container.get().withoutBooking());
    }
}
