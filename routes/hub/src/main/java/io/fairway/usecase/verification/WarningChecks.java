package io.fairway.usecase.verification;

import io.fairway.clearance.ClearanceEvent;
import io.fairway.document.CustomsResponse;
import io.fairway.document.ManifestedContainer;
import io.fairway.document.TransportDocument;
import io.fairway.usecase.verification.TradeCase.Picked;
import io.fairway.usecase.view.CheckView;
import io.fairway.usecase.view.ConsignmentView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What should make a banker look twice; a person decides what it means. */
final class WarningChecks {
    /** ISO 668: no series 1 container is rated for more. */
    private static final BigDecimal HEAVIEST = new BigDecimal("36000");

    private final Trade trade;
    private final Instant now;

    WarningChecks(Trade trade, Instant now) {
        this.trade = trade;
        this.now = now;
    }

    List<CheckView> all() {
        return List.of(holds(), plausible());
    }

    private CheckView holds() {
        ConsignmentView view = trade.seen().consignment();
        List<String> found = Stream.concat(view.holds().stream().map(hold -> "hold by " + hold.agency()),
                view.alerts().stream().map(alert -> alert.reason().code() + " " + alert.subject())).distinct().toList();
        if (found.isEmpty() && !view.held()) {
            return Answers.match(Check.NO_HOLDS, "No authority holds the goods and nobody was alarmed, as of " + view.changedAt() + ".",
                    "截至" + view.changedAt() + "，无监管布控，无警报。", List.of());
        }
        return Answers.mismatch(Check.NO_HOLDS, "There is something to look at: " + String.join(", ", found) + ".", "需要关注："
                + String.join("、", found) + "。", trade.evidence(trade.seen().all(WarningChecks::hold).map(Picked::said)));
    }

    private static Optional<ClearanceEvent> hold(ClearanceEvent event) {
        return switch (event) {
            case ClearanceEvent.HoldPlaced placed -> Optional.of(placed);
            case ClearanceEvent.CustomsDecided(CustomsResponse response) when response.decision() == CustomsResponse.Decision.HOLD_PLACED ->
                    Optional.of(event);
            case ClearanceEvent _ -> Optional.empty();
        };
    }

    private CheckView plausible() {
        List<String> strange = new ArrayList<>();
        var manifest = trade.seen().manifest();
        manifest.stream().flatMap(found -> found.what().consignments().stream()).flatMap(consignment -> consignment.containers().stream())
                .filter(WarningChecks::tooHeavy).forEach(container -> strange.add(container.number() + " beyond what a container may weigh"));
        manifest.flatMap(found -> found.what().departedAt()).filter(now::isBefore).ifPresent(_ -> strange.add("departure in the future"));
        trade.seen().bill().map(Picked::what).map(TransportDocument::issuedAt).filter(now::isBefore)
                .ifPresent(_ -> strange.add("bill dated in the future"));
        if (manifest.isEmpty() && trade.seen().bill().isEmpty()) {
            return Answers.notAvailable(Check.PLAUSIBLE, "Neither a manifest nor the bill was sent here.", "本系统未收到舱单或提单。");
        }
        var evidence = trade.evidence(Stream.concat(manifest.map(Picked::said).stream(), trade.seen().bill().map(Picked::said).stream()));
        return strange.isEmpty() ? Answers.match(Check.PLAUSIBLE, "Weights fit the containers, and no date lies in the future.",
                "重量与集装箱相符，且无未来日期。", evidence)
                : Answers.mismatch(Check.PLAUSIBLE, "Not plausible: " + String.join(", ", strange) + ".", "存在疑点：" + String.join("、", strange) + "。",
                        evidence);
    }

    private static boolean tooHeavy(ManifestedContainer container) {
        return container.grossKilograms().filter(weight -> weight.compareTo(HEAVIEST) > 0).isPresent();
    }
}
