package io.fairway.clearance;

import io.fairway.clearance.ClearanceEvent.AgencyFact;
import io.fairway.clearance.ClearanceEvent.ExaminationConcluded;
import io.fairway.clearance.ClearanceEvent.ExaminationConcluded.Result;
import io.fairway.clearance.ClearanceEvent.ExaminationOrdered;
import io.fairway.clearance.ClearanceEvent.HoldLifted;
import io.fairway.clearance.ClearanceEvent.HoldPlaced;
import io.fairway.clearance.Notice.Recipient;
import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.CustomsResponse.ExaminationPlace;
import io.fairway.document.Document;
import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who hears of an authority's decision: its declarant all of it; carrier and terminal what concerns the containers, without duties,
 * reasons or the declaration's numbers.
 */
final class CustomsNews {

    private CustomsNews() {
    }

    /** One thing to tell one recipient. */
    record News(Recipient recipient, String party, Document document) {
    }

    static List<News> of(CaseState state, CustomsResponse response) {
        return switch (response.decision()) {
            case MANIFEST_ACCEPTED, MANIFEST_REJECTED, DO_NOT_LOAD -> List.of(carrier(state, response));
            case AMENDMENT_GRANTED, AMENDMENT_DENIED -> response.lrn().isPresent() || response.entryNumber().isPresent()
                    ? declarants(state, response) : List.of(carrier(state, response));
            case REGISTERED, NOT_ACCEPTED, ACCEPTED, DOCUMENTS_REQUIRED, DOCUMENTS_SUFFICIENT, DUTY_ASSESSED, DUTY_PAID,
                 GUARANTEE_ACCEPTED, CLOSED, CANCELLED -> declarants(state, response);
            case EXAMINATION_ORDERED, EXAMINATION_PASSED, DISCREPANCY_FOUND, HOLD_PLACED, HOLD_LIFTED, RELEASED, RELEASE_CANCELLED ->
                    everybody(state, response);
        };
    }

    static List<News> of(CaseState state, AgencyFact fact, RecordedEvent recorded) {
        String reference = fact.agency() + "-" + recorded.sequence();
        Instant at = recorded.occurredAt();
        return everybody(state, switch (fact) {
            case HoldPlaced placed -> derived(reference, Decision.HOLD_PLACED, at, placed.hold().containers(), placed.hold().id(),
                    Optional.empty(), placed.hold().reason());
            case HoldLifted lifted -> derived(reference, Decision.HOLD_LIFTED, at, List.of(), lifted.id(), Optional.empty(), "");
            case ExaminationOrdered ordered -> derived(reference, Decision.EXAMINATION_ORDERED, at, ordered.containers(), ordered.id(),
                    Optional.of(ordered.place()), "");
            case ExaminationConcluded concluded -> derived(reference, concluded.result() == Result.PASSED ? Decision.EXAMINATION_PASSED
                    : Decision.DISCREPANCY_FOUND, at, List.of(), concluded.id(), Optional.of(concluded.place()), "");
        });
    }

    private static CustomsResponse derived(String reference, Decision decision, Instant at, List<ContainerNumber> containers, String id,
                                           Optional<ExaminationPlace> place, String why) {
        List<CustomsResponse.Reason> reasons = why.isEmpty() ? List.of() : List.of(new CustomsResponse.Reason("", "", why));
        return new CustomsResponse(reference, decision, at, Optional.empty(), Optional.empty(), List.of(), containers, id, "", place,
                List.of(), reasons);
    }

    /** A release that no longer counts, told to all who had heard of it. */
    static List<News> overturned(CaseState state, CustomsResponse release) {
        return everybody(state, new CustomsResponse(release.reference() + "-R", Decision.RELEASE_CANCELLED, release.decidedAt(), release.lrn(),
                release.entryNumber(), release.bills(), release.containers(), "", release.releaseNumber(), Optional.empty(), List.of(),
                List.of(new CustomsResponse.Reason("", "", "An earlier fact that arrived later stands against the release."))));
    }

    private static List<News> everybody(CaseState state, CustomsResponse response) {
        List<News> news = new ArrayList<>(declarants(state, response));
        CustomsResponse trimmed = forContainers(state, response);
        news.add(new News(Recipient.CARRIER, state.key().carrier(), trimmed));
        news.add(new News(Recipient.TERMINAL, Terminal.of(state), trimmed));
        return news;
    }

    private static News carrier(CaseState state, CustomsResponse response) {
        return new News(Recipient.CARRIER, state.key().carrier(), response);
    }

    private static List<News> declarants(CaseState state, CustomsResponse response) {
        List<DeclarationState> named = CustomsDecisions.named(state, response);
        List<DeclarationState> concerned = named.isEmpty() && response.lrn().isEmpty() ? List.copyOf(state.declarations().values()) : named;
        return concerned.stream().map(declaration -> declaration.key().declarant()).distinct()
                .map(declarant -> new News(Recipient.DECLARANT, declarant, response)).toList();
    }

    private static CustomsResponse forContainers(CaseState state, CustomsResponse response) {
        List<ContainerNumber> containers = response.containers();
        if (containers.isEmpty()) {
            List<DeclarationState> named = CustomsDecisions.named(state, response);
            containers = named.size() == 1 ? named.getFirst().covered(state.manifest()) : state.manifest().containers();
        }
        return new CustomsResponse(response.reference(), response.decision(), response.decidedAt(), Optional.empty(), Optional.empty(),
                List.of(state.key().bill()), containers, response.holdId(), response.releaseNumber(), response.place(), List.of(), List.of());
    }
}
