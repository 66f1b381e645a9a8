package io.fairway.clearance;

import static io.fairway.clearance.Verdict.illegal;
import static io.fairway.clearance.Verdict.moved;
import static io.fairway.clearance.Verdict.waits;

import io.fairway.clearance.ClearanceEvent.AgencyFact;
import io.fairway.clearance.ClearanceEvent.ExaminationConcluded;
import io.fairway.clearance.ClearanceEvent.ExaminationConcluded.Result;
import io.fairway.clearance.ClearanceEvent.ExaminationOrdered;
import io.fairway.clearance.ClearanceEvent.HoldLifted;
import io.fairway.clearance.ClearanceEvent.HoldPlaced;
import io.fairway.clearance.Verdict.Patience;
import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.ExaminationPlace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds of all agencies, and their examinations of goods. */
final class AgencyMachine {

    private AgencyMachine() {
    }

    static Verdict judge(CaseState state, AgencyFact fact) {
        return switch (fact) {
            case HoldPlaced placed -> place(state, placed.hold());
            case HoldLifted lifted -> lift(state, lifted.agency(), lifted.id());
            case ExaminationOrdered ordered -> add(state, new ExaminationOrder(ordered.agency(), ordered.id(), Optional.empty(),
                    ExaminationOrder.places(ordered.place()), ordered.containers()));
            case ExaminationConcluded concluded -> conclude(state, concluded, "");
        };
    }

    static Verdict place(CaseState state, Hold hold) {
        if (state.holds().stream().anyMatch(each -> each.sameAs(hold.agency(), hold.id()))) {
            return illegal("HOLD_STANDS", "Hold " + hold.id() + " of " + hold.agency().english() + " stands already.",
                    hold.agency().chinese() + "布控" + hold.id() + "已存在。");
        }
        List<Hold> all = new ArrayList<>(state.holds());
        all.add(hold);
        return moved(withoutBookings(state.withHolds(all), hold));
    }

    /** A truck that was booked for a container now held is sent back; one past the gate is not. */
    private static CaseState withoutBookings(CaseState state, Hold hold) {
        CaseState next = state;
        for (ContainerState container : state.containers().values()) {
            if (hold.covers(container.number()) && container.booking().isPresent() && !container.position().gone()) {
                next = next.with(container.withoutBooking());
            }
        }
        return next;
    }

    /** @param id empty when the agency did not say; then it must have one hold only */
    static Verdict lift(CaseState state, Agency agency, String id) {
        List<Hold> meant = state.holds().stream()
                .filter(hold -> id.isEmpty() ? hold.agency() == agency : hold.sameAs(agency, id)).toList();
        if (meant.size() != 1) {
            return waits(Patience.SAME_MINUTE, "HOLD_UNKNOWN", "There is not exactly one hold of " + agency.english() + " that is meant ("
                    + (id.isEmpty() ? "no id" : id) + ").", agency.chinese() + "没有唯一对应的布控（" + id + "）。");
        }
        return moved(state.withHolds(state.holds().stream().filter(hold -> !meant.contains(hold)).toList()));
    }

    static Verdict order(CaseState state, DeclarationState declaration, CustomsResponse response) {
        return switch (declaration.phase()) {
            case ACCEPTED -> add(state, new ExaminationOrder(Agency.CUSTOMS,
                    response.holdId().isEmpty() ? response.reference() : response.holdId(), Optional.of(declaration.key()),
                    ExaminationOrder.places(response.place().orElse(ExaminationPlace.PORT)), response.containers()));
            case PRE_LODGED, DRAFT, SUBMITTED, REGISTERED -> DeclarationAnswers.notNow(declaration);
            case REJECTED, RELEASED, CLOSED, CANCELLED, WITHDRAWN -> illegal("NOT_IN_THIS_STATE", "Declaration "
                    + declaration.key().lrn() + " is " + declaration.phase() + "; a hold can stop it, an examination order cannot.",
                    "报关单" + declaration.key().lrn() + "的状态不能下达查验，可以布控。");
        };
    }

    /** The same order with a narrower place is a port examination merged into the one at destination, on application. */
    private static Verdict add(CaseState state, ExaminationOrder order) {
        Optional<ExaminationOrder> same = state.openExaminations().stream()
                .filter(each -> each.sameAs(order.agency(), order.id())).findFirst();
        if (same.isPresent()) {
            return same.get().open().equals(order.open()) ? alreadyOpen(order) : moved(replace(state, same.get(), order.open()));
        }
        boolean clashes = state.openExaminations().stream().anyMatch(each -> each.agency() == order.agency()
                && each.declaration().equals(order.declaration()) && each.open().stream().anyMatch(order.open()::contains)
                && overlap(each, order));
        if (clashes) {
            return alreadyOpen(order);
        }
        List<ExaminationOrder> all = new ArrayList<>(state.examinations());
        all.add(order);
        return moved(state.withExaminations(all));
    }

    private static boolean overlap(ExaminationOrder one, ExaminationOrder other) {
        return one.containers().isEmpty() || other.containers().isEmpty() || one.containers().stream().anyMatch(other.containers()::contains);
    }

    private static Verdict alreadyOpen(ExaminationOrder order) {
        return illegal("EXAMINATION_OPEN", "An examination by " + order.agency().english() + " is open there already.",
                order.agency().chinese() + "在该地点的查验尚未完成。");
    }

    static Verdict conclude(CaseState state, CustomsResponse response) {
        Result result = response.decision() == CustomsResponse.Decision.EXAMINATION_PASSED ? Result.PASSED : Result.DISCREPANCY;
        String why = response.reasons().stream().map(CustomsResponse.Reason::text).findFirst().orElse("");
        List<DeclarationState> named = CustomsDecisions.named(state, response);
        List<ExaminationOrder> open = state.openExaminations().stream().filter(order -> order.agency() == Agency.CUSTOMS
                && (response.holdId().isEmpty()
                ? order.declaration().filter(key -> named.isEmpty() || named.stream().anyMatch(each -> each.key().equals(key))).isPresent()
                : order.id().equals(response.holdId()))).toList();
        if (open.size() != 1) {
            return noSuchOrder(Agency.CUSTOMS, response.holdId());
        }
        ExaminationOrder order = open.getFirst();
        ExaminationPlace place = response.place().orElse(order.openAtPort() && order.openAtDestination() ? ExaminationPlace.BOTH
                : order.open().iterator().next());
        return conclude(state, new ExaminationConcluded(Agency.CUSTOMS, order.id(), place, result), why);
    }

    private static Verdict conclude(CaseState state, ExaminationConcluded concluded, String why) {
        Optional<ExaminationOrder> order = state.openExaminations().stream()
                .filter(each -> each.sameAs(concluded.agency(), concluded.id())).findFirst();
        if (order.isEmpty()) {
            return noSuchOrder(concluded.agency(), concluded.id());
        }
        Set<ExaminationPlace> open = new HashSet<>(order.get().open());
        if (!open.removeAll(ExaminationOrder.places(concluded.place()))) {
            return noSuchOrder(concluded.agency(), concluded.id());
        }
        CaseState next = replace(state, order.get(), open);
        return switch (concluded.result()) {
            case PASSED -> moved(next);
            case DISCREPANCY -> place(next, new Hold(concluded.agency(), concluded.id(),
                    why.isEmpty() ? "discrepancy found at examination" : why, order.get().containers()));
        };
    }

    private static Verdict noSuchOrder(Agency agency, String id) {
        return waits(Patience.SAME_MINUTE, "EXAMINATION_UNKNOWN", "There is not exactly one open examination by " + agency.english()
                + " that is meant (" + (id.isEmpty() ? "no id" : id) + ").", agency.chinese() + "没有唯一对应的未完成查验（" + id + "）。");
    }

    private static CaseState replace(CaseState state, ExaminationOrder order, Set<ExaminationPlace> open) {
        return state.withExaminations(state.examinations().stream().map(each -> each.equals(order) ? each.openAt(open) : each).toList());
    }
}
