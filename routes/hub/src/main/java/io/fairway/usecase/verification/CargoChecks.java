package io.fairway.usecase.verification;

import io.fairway.clearance.ClearanceEvent;
import io.fairway.document.Document;
import io.fairway.document.Manifest;
import io.fairway.document.TransportDocument;
import io.fairway.document.Voyage;
import io.fairway.usecase.verification.TradeCase.Picked;
import io.fairway.usecase.verification.TradeCase.Said;
import io.fairway.usecase.view.CheckView;
import io.fairway.usecase.view.DiscrepancyView;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The goods: the presented document against the carrier's manifest, and the manifest against what else was said. */
final class CargoChecks {
    private static final String MANIFEST = "the carrier's manifest";
    private static final String MANIFEST_CHINESE = "承运人舱单";

    private final Trade trade;
    private final Question.Terms terms;
    private final Optional<Cargo> presented;
    private final Optional<Picked<Manifest>> manifest;
    private final Optional<Cargo> listed;

    CargoChecks(Trade trade, Question.Terms terms, List<Document> read) {
        this.trade = trade;
        this.terms = terms;
        this.presented = read.stream().flatMap(document -> Cargo.of(document, trade.bill()).stream()).findFirst();
        this.manifest = trade.seen().manifest();
        this.listed = manifest.flatMap(found -> Cargo.of(found.what(), trade.bill()));
    }

    List<CheckView> all() {
        return List.of(vessel(), shippedOnBoard(), compared(Check.PARTIES), compared(Check.PORTS), compared(Check.GOODS), compared(Check.QUANTITY),
                declaration());
    }

    private Stream<Said> source() {
        return manifest.stream().map(Picked::said);
    }

    private CheckView compared(Check check) {
        if (presented.isEmpty()) {
            return Answers.notAvailable(check, "No document was presented that can be read and speaks of this bill.", "未提交可读取且涉及该提单的单证。");
        }
        if (listed.isEmpty()) {
            return Answers.notAvailable(check, "The carrier has listed the bill on no manifest here.", "承运人未在本系统的舱单中列明该提单。");
        }
        return comparison(check, presented.get(), listed.get()).answer(check, MANIFEST, MANIFEST_CHINESE, trade.evidence(source()));
    }

    private static Comparison comparison(Check check, Cargo one, Cargo other) {
        var comparison = new Comparison();
        return switch (check) {
            case PARTIES -> comparison.texts("consignor", "发货人", one.names().consignor(), other.names().consignor())
                    .texts("consignee", "收货人", one.names().consignee(), other.names().consignee())
                    .texts("notify party", "通知人", one.names().notified(), other.names().notified());
            case PORTS -> comparison.values("port of loading", "装货港", one.loading(), other.loading())
                    .values("port of discharge", "卸货港", one.discharge(), other.discharge());
            case GOODS -> comparison.sets("description", "品名", one.descriptions(), other.descriptions())
                    .sets("commodity codes", "税号", one.commodities(), other.commodities());
            case QUANTITY -> comparison.values("packages", "件数", one.packages(), other.packages())
                    .weights("gross weight", "毛重", one.grossKilograms(), other.grossKilograms())
                    .sets("containers", "集装箱", one.containers(), other.containers())
                    .sets("container seals", "铅封", one.seals(), other.seals());
            default -> throw new IllegalStateException(check + " is not compared so");
        };
    }

    private CheckView vessel() {
        if (manifest.isEmpty()) {
            return Answers.notAvailable(Check.VESSEL, "The carrier has listed the bill on no manifest here.", "承运人未在本系统的舱单中列明该提单。");
        }
        Voyage said = manifest.get().what().voyage();
        Optional<Voyage> shown = presented.flatMap(Cargo::voyage);
        var evidence = trade.evidence(Stream.concat(source(), trade.seen().newest(event ->
                event instanceof ClearanceEvent.ShipArrived arrived ? Optional.of(arrived) : Optional.empty()).map(Picked::said).stream()));
        boolean other = shown.filter(voyage -> !voyage.ship().equals(said.ship()) || !voyage.number().equals(said.number())).isPresent();
        boolean elsewhere = trade.seen().call().filter(call -> !call.voyage().equals(said.number().value())).isPresent();
        if (other || elsewhere) {
            return Answers.mismatch(Check.VESSEL, "Ship or voyage differ from " + MANIFEST + ".", "船舶或航次与" + MANIFEST_CHINESE + "不一致。", evidence);
        }
        return trade.seen().call().map(call -> Answers.match(Check.VESSEL, call.arrivedAt().isPresent()
                        ? "The ship of the bill called at " + call.port() + " on this voyage." : "The ship of the bill is expected at " + call.port()
                        + " on this voyage.", call.arrivedAt().isPresent() ? "提单所载船舶本航次已靠泊 " + call.port() + "。"
                        : "提单所载船舶本航次预计抵达 " + call.port() + "。", evidence))
                .orElseGet(() -> Answers.notAvailable(Check.VESSEL, "No call of the ship is known here.", "本系统无该船挂靠记录。"));
    }

    /** The date of the bill itself, or else the ship's departure as the manifest has it. */
    private CheckView shippedOnBoard() {
        Optional<Picked<LocalDate>> aboard = onBoard(trade.seen());
        if (aboard.isEmpty()) {
            return Answers.notAvailable(Check.SHIPPED_ON_BOARD, "Nobody said here when the goods were on board.", "无人在本系统说明货物装船日期。");
        }
        return terms.latestShipment().map(latest -> aboard.get().what().isAfter(latest)
                ? Answers.mismatch(Check.SHIPPED_ON_BOARD, "The carrier says a day on board after " + latest + ".", "承运人所述装船日期晚于" + latest + "。",
                        trade.evidence(Stream.of(aboard.get().said())))
                : Answers.match(Check.SHIPPED_ON_BOARD, "The carrier says a day on board not after " + latest + ".", "承运人所述装船日期不晚于" + latest + "。",
                        trade.evidence(Stream.of(aboard.get().said()))))
                .orElseGet(() -> Answers.notAvailable(Check.SHIPPED_ON_BOARD, "No latest day of shipment was named.", "未指明最迟装运日。"));
    }

    /** When the goods were on board by the carrier's word. */
    static Optional<Picked<LocalDate>> onBoard(TradeCase seen) {
        return seen.bill().flatMap(bill -> day(bill.what()).map(day -> new Picked<>(bill.said(), day)))
                .or(() -> seen.manifest().flatMap(found -> found.what().departedAt()
                        .map(departed -> new Picked<>(found.said(), LocalDate.ofInstant(departed, ZoneOffset.UTC)))));
    }

    private static Optional<LocalDate> day(TransportDocument bill) {
        return bill.shipment().route().departure().map(departure -> LocalDate.ofInstant(departure, ZoneOffset.UTC)).or(bill::issuedOn);
    }

    private CheckView declaration() {
        if (trade.seen().detail().declarations().isEmpty()) {
            return Answers.notAvailable(Check.DECLARATION, "No declaration is known to you; its declarant can grant you sight of it.",
                    "您无权查看任何报关单；申报人可授权查看。");
        }
        var evidence = trade.evidence(Stream.concat(trade.seen().newest(event -> event instanceof ClearanceEvent.DeclarationFact declared
                ? Optional.of(declared) : Optional.empty()).map(Picked::said).stream(), source()));
        List<String> differing = trade.seen().discrepancies().stream().filter(found -> found.settledAt().isEmpty()).map(DiscrepancyView::member)
                .distinct().sorted().toList();
        if (!differing.isEmpty()) {
            return Answers.mismatch(Check.DECLARATION, "What was declared to customs differs from what others say in "
                    + String.join(", ", differing) + ".", "报关内容与其他方所述不一致：" + String.join("、", differing) + "。", evidence);
        }
        return manifest.isEmpty() ? Answers.notAvailable(Check.DECLARATION, "There is no manifest to compare the declaration with.", "无舱单可与报关单比对。")
                : Answers.match(Check.DECLARATION, "What was declared to customs agrees with " + MANIFEST + ".", "报关内容与" + MANIFEST_CHINESE + "一致。",
                        evidence);
    }
}
