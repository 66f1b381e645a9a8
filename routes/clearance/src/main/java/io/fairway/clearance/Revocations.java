package io.fairway.clearance;

import io.fairway.clearance.ClearanceEvent.CarrierReleaseRevoked;
import io.fairway.clearance.ClearanceEvent.CustomsDecided;
import io.fairway.clearance.Notice.Recipient;
import io.fairway.clearance.RecordedEvent.Disposition;
import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.Document;
import io.fairway.document.id.ContainerNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What was granted and no longer is: releases overturned by late facts, and hauliers whose container is no longer ready. */
final class Revocations {

    private Revocations() {
    }

    static List<Notice> between(CaseState before, CaseState after) {
        List<Notice> notices = new ArrayList<>();
        Set<Long> keptNow = after.kept().stream().map(RecordedEvent::sequence).collect(Collectors.toSet());
        long cause = latest(after).sequence();
        before.history().stream().filter(event -> event.disposition() == Disposition.APPLIED && keptNow.contains(event.sequence()))
                .forEach(event -> overturn(after, event, cause, notices));
        for (ContainerNumber container : before.containers().keySet()) {
            if (before.readyForPickup(container) && !after.readyForPickup(container) && isStillThere(after, container)) {
                stopHaulier(before, after, container, notices);
            }
        }
        return notices;
    }

    private static void overturn(CaseState after, RecordedEvent event, long cause, List<Notice> notices) {
        if (event.event() instanceof CustomsDecided decided && decided.response().decision() == Decision.RELEASED) {
            CustomsNews.overturned(after, decided.response()).forEach(news -> notices.add(new Notice(cause + "/overturned/" + event.sequence()
                    + "/" + news.recipient() + "/" + news.party(), news.recipient(), news.party(), news.document())));
        }
    }

    private static void stopHaulier(CaseState before, CaseState after, ContainerNumber container, List<Notice> notices) {
        Optional<ContainerState> had = before.container(container);
        String haulier = had.flatMap(ContainerState::booking).map(ContainerState.Booking::haulier)
                .or(() -> had.flatMap(ContainerState::carrierRelease).map(CarrierRelease::haulier)).orElse("");
        if (!haulier.isEmpty()) {
            RecordedEvent cause = latest(after);
            notices.add(new Notice(cause.sequence() + "/stopped/" + container + "/" + haulier, Recipient.HAULIER, haulier,
                    stop(cause, container)));
        }
    }

    private static Document stop(RecordedEvent cause, ContainerNumber container) {
        if (cause.event() instanceof CarrierReleaseRevoked revoked) {
            return revoked.order();
        }
        return new CustomsResponse(cause.sequence() + "-" + container, Decision.RELEASE_CANCELLED, cause.occurredAt(), Optional.empty(),
                Optional.empty(), List.of(), List.of(container), "", "", Optional.empty(), List.of(), List.of());
    }

    private static RecordedEvent latest(CaseState state) {
        return state.history().stream().max(Comparator.comparingLong(RecordedEvent::sequence)).orElseThrow();
    }

    private static boolean isStillThere(CaseState after, ContainerNumber container) {
        return after.container(container).filter(state -> !state.position().gone()).isPresent();
    }
}
