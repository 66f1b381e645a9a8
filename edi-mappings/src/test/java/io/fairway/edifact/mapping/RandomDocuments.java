package io.fairway.edifact.mapping;

import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerMovementReport.MovedContainer;
import io.fairway.document.ContainerMovementReport.Movement;
import io.fairway.document.ContainerReleaseOrder;
import io.fairway.document.ContainerReleaseOrder.ReleasedContainer;
import io.fairway.document.ContainerSeal;
import io.fairway.document.ContentReport;
import io.fairway.document.ContentReport.ContentError;
import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.CustomsResponse.ExaminationPlace;
import io.fairway.document.CustomsResponse.Reason;
import io.fairway.document.DeclaredItem;
import io.fairway.document.DeclaredItem.Duty;
import io.fairway.document.DocumentFunction;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.GoodsDeclaration.Direction;
import io.fairway.document.GoodsItem;
import io.fairway.document.GoodsItem.DangerousGoods;
import io.fairway.document.Manifest;
import io.fairway.document.ManifestConsignment;
import io.fairway.document.ManifestConsignment.CustomsTreatment;
import io.fairway.document.ManifestedContainer;
import io.fairway.document.Money;
import io.fairway.document.SupportingDocument;
import io.fairway.document.Voyage;
import io.fairway.document.id.BillNumber;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Documents made of dice, the same for the same seed; everything optional is now there and now not. */
final class RandomDocuments {
    private final Dice dice;

    RandomDocuments(long seed) {
        this.dice = new Dice(seed);
    }

    Manifest manifest() {
        Optional<Instant> departs = dice.maybe(dice::minute);
        Instant arrives = departs.orElseGet(dice::minute).plus(Duration.ofDays(30));
        return new Manifest(dice.reference(), dice.one(DocumentFunction.values()), dice.minute(), dice.voyage(), dice.party(),
                dice.maybe(dice::party), dice.maybe(dice::port), dice.port(), dice.maybe("2248"), departs,
                dice.maybe(() -> arrives), List.of(consignment()));
    }

    private ManifestConsignment consignment() {
        List<GoodsItem> goods = dice.some(1, 4, this::goods);
        int packages = goods.stream().mapToInt(GoodsItem::packages).sum();
        Optional<BigDecimal> weight = goods.stream().allMatch(item -> item.grossKilograms().isPresent())
                ? goods.stream().map(item -> item.grossKilograms().orElseThrow()).reduce(BigDecimal::add) : Optional.of(dice.weight());
        return new ManifestConsignment(dice.bill("M"), dice.maybe(() -> dice.bill("H")), dice.port(), dice.port(), dice.maybe(dice::port),
                dice.one(CustomsTreatment.values()), dice.party(), dice.party(), dice.maybe(dice::party),
                dice.maybe(() -> packages), dice.maybe(weight::orElseThrow), dice.some(0, 4, this::manifested), goods,
                dice.maybe(dice::voyage));
    }

    private ManifestedContainer manifested() {
        return new ManifestedContainer(dice.container(), dice.maybe("22G1"), dice.one("4", "5", "7", "8", ""), dice.maybe(dice::weight),
                dice.maybe(dice::weight), seals(), dice.maybe(dice::count));
    }

    private List<ContainerSeal> seals() {
        return dice.some(0, 3, () -> new ContainerSeal("S" + dice.count(), dice.one("CA", "CU", "SH", "TO", "")));
    }

    private GoodsItem goods() {
        return new GoodsItem(dice.count(), dice.count(), dice.one("CT", "DR", "PK"), dice.text(40), dice.maybe(dice::weight),
                dice.some(0, 13, () -> dice.text(2)), dice.maybe(dice::commodity), dice.some(0, 3, this::dangerous));
    }

    private DangerousGoods dangerous() {
        return new DangerousGoods(dice.one("3", "6.1", "8"), dice.one("1263", "0081", ""), dice.one("23", "-5", "0", ""),
                dice.one("1", "2", "3", ""));
    }

    GoodsDeclaration declaration() {
        Optional<Money> total = dice.maybe(() -> new Money(dice.amount(), "EUR"));
        List<DeclaredItem> items = dice.some(1, 5, () -> item(dice.one("EUR", "USD")));
        return new GoodsDeclaration(dice.lrn(), dice.one(DocumentFunction.values()), dice.one(1, 2, 17), dice.one(Direction.values()),
                dice.maybe("40"), "2248", dice.maybe(dice::day), dice.maybe(dice::day), dice.maybe(dice::voyage),
                dice.some(1, 4, () -> dice.bill("M")), dice.some(0, 5, dice::container), dice.maybe("NL"), dice.maybe(dice::port),
                dice.party(), dice.maybe(dice::party), dice.maybe(dice::party), dice.maybe(dice::count), dice.maybe("CT"),
                grossOf(items), dice.maybe("CIF"), total, dice.some(0, 10, this::supporting), items);
    }

    /** Weights that add up, so that nothing is found. */
    private Optional<BigDecimal> grossOf(List<DeclaredItem> items) {
        return items.stream().allMatch(item -> item.grossKilograms().isPresent())
                ? items.stream().map(item -> item.grossKilograms().orElseThrow()).reduce(BigDecimal::add) : dice.maybe(dice::weight);
    }

    private DeclaredItem item(String currency) {
        return new DeclaredItem(dice.count(), dice.commodity(), dice.text(30), dice.maybe("NL"), dice.maybe(dice::weight),
                dice.maybe(dice::weight), dice.maybe(() -> new Money(dice.amount(), currency)), Optional.empty(), dice.maybe("CT"),
                dice.some(0, 3, () -> new Duty(dice.one("CUD", "VAT", "EXC"), dice.maybe(dice::amount),
                        dice.maybe(() -> new Money(dice.amount(), dice.maybe("CNY"))))));
    }

    private SupportingDocument supporting() {
        return new SupportingDocument(dice.one("380", "271", "705"), dice.reference(), dice.maybe(dice::day), dice.maybe(dice::digest));
    }

    CustomsResponse response(Decision decision) {
        boolean declaration = dice.maybe("x").isEmpty();
        return new CustomsResponse(dice.reference(), decision, dice.minute(), declaration ? Optional.of(dice.lrn()) : Optional.empty(),
                dice.maybe(dice::entry), dice.some(declaration ? 0 : 1, 4, () -> dice.bill("M")), dice.some(0, 4, dice::container),
                dice.maybe("HOLD-7"), dice.maybe("R2248260305001"), dice.maybe(() -> dice.one(ExaminationPlace.values())),
                dice.some(0, 3, () -> new Money(dice.amount(), dice.maybe("CNY"))), dice.some(0, 12, () ->
                new Reason(dice.one("", "12", "E102"), dice.one("", "1", "17"), dice.text(30))));
    }

    /** A response that D.95B can say: its reasons are words only. */
    CustomsResponse responseInWords(Decision decision) {
        CustomsResponse full = response(decision);
        return new CustomsResponse(full.reference(), decision, full.decidedAt(), full.lrn(), full.entryNumber(), full.bills(),
                full.containers(), full.holdId(), full.releaseNumber(), full.place(), full.duties(),
                dice.some(0, 4, () -> new Reason("", "", dice.text(30))));
    }

    ContainerReleaseOrder releaseOrder() {
        return new ContainerReleaseOrder(dice.reference(), dice.one(DocumentFunction.values()), dice.minute(), dice.reference(),
                dice.voyage(), dice.port(), dice.party(), dice.maybe("HUBT1"), dice.maybe(dice::party), dice.bill("M"),
                dice.some(0, 5, () -> new ReleasedContainer(dice.container(), dice.maybe("22G1"), seals(), dice.maybe("R224826"),
                        dice.maybe("HAUL77"))), dice.maybe(dice::minute), dice.maybe(dice.text(20)));
    }

    ContainerMovementReport movement(Movement movement) {
        boolean quay = movement == Movement.DISCHARGED || movement == Movement.LOADED;
        Optional<Voyage> voyage = quay ? Optional.of(dice.voyage()) : dice.maybe(dice::voyage);
        Optional<BillNumber> bill = Optional.of(dice.bill("M"));
        return new ContainerMovementReport(dice.reference(), dice.one(DocumentFunction.values()), movement, voyage, dice.maybe(dice::port),
                "HUBL", voyage.flatMap(known -> dice.maybe(dice::minute)), dice.some(1, 5, () -> new MovedContainer(dice.container(),
                dice.maybe("22G1"), dice.one("4", "5"), bill, dice.maybe("DO7700551"), dice.minute(), dice.maybe(dice::weight), seals(),
                dice.some(0, 3, () -> dice.one("DENT", "HOLE IN ROOF")), dice.maybe("HAUL77"), dice.maybe("HUA12345"))));
    }

    ContentReport contentReport() {
        return new ContentReport(dice.reference(), dice.minute(), dice.reference(), dice.maybe("HUBTERM"), dice.maybe("HUBLINE"),
                dice.one(ContentReport.Verdict.values()), dice.some(0, 5, () -> new ContentError(
                dice.one("E102", "CONTAINER_CHECK_DIGIT", "BILL_REPEATED"), dice.one("", "HUBU2000016", "HUBLRTM2600171"),
                dice.maybe(dice.text(20)))));
    }
}
