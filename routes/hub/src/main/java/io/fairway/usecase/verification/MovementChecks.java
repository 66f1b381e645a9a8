package io.fairway.usecase.verification;

import io.fairway.clearance.ClearanceEvent;
import io.fairway.clearance.ClearanceEvent.ContainerDischarged;
import io.fairway.clearance.ClearanceEvent.ContainerGatedOut;
import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerMovementReport.MovedContainer;
import io.fairway.document.ContainerSeal;
import io.fairway.document.CustomsResponse;
import io.fairway.document.ManifestedContainer;
import io.fairway.usecase.verification.TradeCase.Picked;
import io.fairway.usecase.verification.TradeCase.Said;
import io.fairway.usecase.view.CheckView;
import io.fairway.usecase.view.ContainerView;
import io.fairway.usecase.view.EvidenceView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What customs, carrier, quay and gate saw of the containers. */
final class MovementChecks {
    private static final BigDecimal TOLERANCE = new BigDecimal("0.05");

    private final Trade trade;
    private final List<ContainerView> containers;

    MovementChecks(Trade trade) {
        this.trade = trade;
        this.containers = trade.seen().detail().containers().stream().filter(ContainerView::manifested).toList();
    }

    List<CheckView> all() {
        return List.of(customs(), carrier(), gate(), weight(), seals());
    }

    private CheckView customs() {
        return released(Check.CUSTOMS_RELEASED, ContainerView::customsReleased, "Customs", "海关", customsEvidence());
    }

    private CheckView carrier() {
        return released(Check.CARRIER_RELEASED, container -> container.carrierRelease().isPresent() || left(container), "The carrier", "承运人",
                trade.evidence(carrierReleases().map(Picked::said)));
    }

    /** What has not happened yet is not there to be compared; that it did not happen is no mismatch. */
    private CheckView released(Check check, Predicate<ContainerView> given, String who, String whoChinese, List<EvidenceView> evidence) {
        long released = containers.stream().filter(given).count();
        return released == containers.size() && released > 0
                ? Answers.match(check, who + " released all " + released + " containers.", whoChinese + "已放行全部" + released + "个集装箱。", evidence)
                : Answers.notAvailable(check, who + " has released " + released + " of " + containers.size() + " containers so far.",
                        whoChinese + "目前已放行" + released + "/" + containers.size() + "个集装箱。");
    }

    private List<EvidenceView> customsEvidence() {
        List<EvidenceView> heard = trade.evidence(customsReleases().map(Picked::said));
        return heard.isEmpty() ? trade.attestedAs("customs-released").map(Trade::evidence).toList() : heard;
    }

    private Stream<Picked<CustomsResponse>> customsReleases() {
        return trade.seen().all(event -> event instanceof ClearanceEvent.CustomsDecided(CustomsResponse response)
                && response.decision() == CustomsResponse.Decision.RELEASED ? Optional.of(response) : Optional.empty());
    }

    private Stream<Picked<ClearanceEvent.CarrierReleased>> carrierReleases() {
        return trade.seen().all(event -> event instanceof ClearanceEvent.CarrierReleased released ? Optional.of(released) : Optional.empty());
    }

    private Stream<Picked<ContainerGatedOut>> departures() {
        return trade.seen().all(event -> event instanceof ContainerGatedOut out ? Optional.of(out) : Optional.empty());
    }

    private static boolean left(ContainerView container) {
        return container.position().gone();
    }

    private CheckView gate() {
        long gone = containers.stream().filter(MovementChecks::left).count();
        List<EvidenceView> evidence = trade.evidence(departures().map(Picked::said));
        List<String> early = departures().filter(this::beforeItsReleases).map(out -> out.what().container().value()).distinct().sorted().toList();
        if (!early.isEmpty()) {
            return Answers.mismatch(Check.GATED_OUT, "Left before both releases: " + String.join(", ", early) + ".",
                    "双放行前已出闸：" + String.join("、", early) + "。", evidence);
        }
        return gone == containers.size() && gone > 0
                ? Answers.match(Check.GATED_OUT, "All " + gone + " containers left by the gate, after customs and the carrier released them.",
                        "全部" + gone + "个集装箱均在海关及承运人放行后出闸。", evidence)
                : Answers.notAvailable(Check.GATED_OUT, gone + " of " + containers.size() + " containers have left so far.",
                        "目前" + gone + "/" + containers.size() + "个集装箱已出闸。");
    }

    private boolean beforeItsReleases(Picked<ContainerGatedOut> out) {
        String number = out.what().container().value();
        boolean free = containers.stream().anyMatch(container -> container.number().equals(number) && container.customsReleased());
        Instant left = out.said().occurredAt();
        Optional<Instant> customs = Stream.concat(customsReleases().map(Picked::said).map(Said::occurredAt),
                trade.attestedAs("customs-released").map(OnLedger.Attested::at)).min(Instant::compareTo);
        Optional<Instant> carrier = carrierReleases().map(Picked::said).map(Said::occurredAt).min(Instant::compareTo);
        return !free || carrier.isEmpty() || left.isBefore(carrier.get()) || customs.filter(left::isBefore).isPresent();
    }

    private Stream<Picked<MovedContainer>> moved() {
        return trade.seen().said().stream().flatMap(said -> (switch (said.event()) {
            case ContainerDischarged(var _, ContainerMovementReport report) -> report.containers().stream();
            case ContainerGatedOut(var _, ContainerMovementReport report) -> report.containers().stream();
            case ClearanceEvent _ -> Stream.<MovedContainer>empty();
        }).map(container -> new Picked<>(said, container)));
    }

    private Optional<ManifestedContainer> listed(MovedContainer container) {
        return trade.seen().manifest().stream().flatMap(found -> found.what().consignments().stream())
                .flatMap(consignment -> consignment.containers().stream()).filter(one -> one.number().equals(container.number())).findFirst();
    }

    private CheckView weight() {
        List<Picked<MovedContainer>> weighed = moved().filter(one -> one.what().grossKilograms().isPresent()
                && listed(one.what()).flatMap(ManifestedContainer::grossKilograms).isPresent()).toList();
        List<String> off = weighed.stream().filter(one -> !near(one.what().grossKilograms().orElseThrow(),
                listed(one.what()).flatMap(ManifestedContainer::grossKilograms).orElseThrow())).map(one -> one.what().number().value()).distinct().toList();
        List<EvidenceView> evidence = trade.evidence(weighed.stream().map(Picked::said));
        if (weighed.isEmpty()) {
            return Answers.notAvailable(Check.GATE_WEIGHT, "No container was weighed that the manifest gives a weight for.", "舱单载有重量的集装箱均未称重。");
        }
        return off.isEmpty() ? Answers.match(Check.GATE_WEIGHT, "What was weighed is within 5 in 100 of the manifest.", "称重与舱单相差不超过5%。", evidence)
                : Answers.mismatch(Check.GATE_WEIGHT, "Weighed more than 5 in 100 away from the manifest: " + String.join(", ", off) + ".",
                        "称重与舱单相差超过5%：" + String.join("、", off) + "。", evidence);
    }

    private static boolean near(BigDecimal weighed, BigDecimal said) {
        return weighed.subtract(said).abs().compareTo(said.multiply(TOLERANCE)) <= 0;
    }

    /** A new seal after an examination is as good as the old one. */
    private CheckView seals() {
        List<Picked<MovedContainer>> read = moved().filter(one -> !one.what().seals().isEmpty()
                && listed(one.what()).filter(found -> !found.seals().isEmpty()).isPresent()).toList();
        List<String> others = read.stream().filter(one -> !expected(one.what()).containsAll(bare(one.what().seals())))
                .map(one -> one.what().number().value()).distinct().toList();
        List<EvidenceView> evidence = trade.evidence(read.stream().map(Picked::said));
        if (read.isEmpty()) {
            return Answers.notAvailable(Check.CONTAINER_SEALS, "No seal was read that the manifest names.", "未读取到舱单所载铅封。");
        }
        return others.isEmpty() ? Answers.match(Check.CONTAINER_SEALS, "The seals that were read are those of the manifest.", "所读铅封与舱单一致。", evidence)
                : Answers.mismatch(Check.CONTAINER_SEALS, "Other seals than the manifest's were read on " + String.join(", ", others) + ".",
                        "以下集装箱的铅封与舱单不一致：" + String.join("、", others) + "。", evidence);
    }

    private Set<String> expected(MovedContainer container) {
        Stream<String> renewed = trade.seen().all(event -> event instanceof ClearanceEvent.ReturnedFromExamination back
                && back.container().equals(container.number()) ? Optional.of(Cargo.bare(back.newSeal())) : Optional.empty()).map(Picked::what);
        return Stream.concat(bare(listed(container).orElseThrow().seals()).stream(), renewed).collect(Collectors.toSet());
    }

    private static Set<String> bare(List<ContainerSeal> seals) {
        return seals.stream().map(ContainerSeal::number).map(Cargo::bare).collect(Collectors.toSet());
    }
}
