package io.fairway.edifact.mapping;

import io.fairway.document.BookingConfirmation;
import io.fairway.document.ContainerSeal;
import io.fairway.document.DocumentFunction;
import io.fairway.document.GoodsItem.DangerousGoods;
import io.fairway.document.Money;
import io.fairway.document.Party;
import io.fairway.document.Shipment;
import io.fairway.document.Shipment.FreightTerms;
import io.fairway.document.Shipment.Parties;
import io.fairway.document.Shipment.Placement;
import io.fairway.document.Shipment.Route;
import io.fairway.document.Shipment.ShippedContainer;
import io.fairway.document.Shipment.ShippedGoods;
import io.fairway.document.ShippingInstruction;
import io.fairway.document.TransportDocument;
import io.fairway.document.Voyage;
import io.fairway.document.id.ContainerNumber;
import java.util.List;
import java.util.Optional;

/** Transport documents, shipping instructions and bookings made of dice; the same for the same seed. */
final class RandomShipments {
    private final Dice dice;

    RandomShipments(long seed) {
        this.dice = new Dice(seed);
    }

    TransportDocument transportDocument() {
        Shipment shipment = full();
        return new TransportDocument(dice.bill("M"), dice.one(DocumentFunction.values()), dice.one(TransportDocument.Kind.values()),
                dice.minute(), dice.maybe(dice::day),
                shipment.parties().consignor().isPresent() ? dice.maybe(() -> dice.one(1, 3)) : Optional.empty(), shipment);
    }

    ShippingInstruction shippingInstruction() {
        return new ShippingInstruction(dice.reference(), dice.one(DocumentFunction.values()), dice.minute(), full());
    }

    BookingConfirmation bookingConfirmation() {
        Optional<Voyage> voyage = dice.maybe(dice::voyage);
        var goods = dice.some(0, 3, () -> new ShippedGoods(dice.count(), dice.count(), "CT", dice.text(20), Optional.empty(),
                dice.maybe(dice::weight), dice.maybe(dice::weight), List.of(), dice.some(0, 2, this::dangerous), List.of()));
        var containers = dice.some(0, 4, () -> container(dice.maybe(dice::container), List.of()));
        return new BookingConfirmation(dice.reference(), dice.one(DocumentFunction.values()), dice.one(BookingConfirmation.Answer.values()),
                dice.minute(), new Shipment(voyage, route(voyage), parties(), dice.maybe("BK7700123"), dice.maybe("FWD-88121"),
                dice.maybe("30"), Optional.empty(), dice.maybe(dice::port), Optional.empty(), clauses(), goods, containers));
    }

    private Shipment full() {
        Optional<Voyage> voyage = dice.maybe(dice::voyage);
        var containers = dice.some(0, 4, () -> container(dice.maybe(dice::container), seals()));
        List<Placement> placements = containers.stream().flatMap(box -> box.number().stream())
                .map(number -> new Placement(number, dice.maybe(dice::count))).toList();
        return new Shipment(voyage, route(voyage), parties(), dice.maybe("BK7700123"), dice.maybe("FWD-88121"), dice.maybe("30"),
                dice.maybe(() -> dice.one(FreightTerms.values())), dice.maybe(dice::port),
                dice.maybe(() -> new Money(dice.amount(), dice.one("EUR", "CNY"))), clauses(), dice.some(0, 4, () -> goods(placements)),
                containers);
    }

    private Route route(Optional<Voyage> voyage) {
        return new Route(dice.maybe(dice::port), dice.port(), dice.port(), dice.maybe(dice::port),
                voyage.flatMap(known -> dice.maybe(dice::minute)), voyage.flatMap(known -> dice.maybe(dice::minute)));
    }

    private Parties parties() {
        return new Parties(Party.coded("HUBL"), dice.maybe(dice::party), dice.maybe(dice::party), dice.maybe(dice::party),
                dice.maybe(dice::party));
    }

    private List<String> clauses() {
        return dice.some(0, 3, () -> dice.text(20));
    }

    private ShippedGoods goods(List<Placement> placements) {
        return new ShippedGoods(dice.count(), dice.count(), dice.one("CT", "DR"), dice.text(30), dice.maybe(dice::commodity),
                dice.maybe(dice::weight), dice.maybe(dice::weight), dice.some(0, 13, () -> dice.text(2)), dice.some(0, 3, this::dangerous),
                placements);
    }

    private ShippedContainer container(Optional<ContainerNumber> number, List<ContainerSeal> seals) {
        return new ShippedContainer(number, dice.one("22G1", "45G1"), dice.one("4", "5", ""), number.isPresent() ? 1 : dice.count(),
                dice.maybe(dice::weight), dice.maybe(dice::weight), dice.maybe(dice::weight), seals);
    }

    private List<ContainerSeal> seals() {
        return dice.some(0, 3, () -> new ContainerSeal("S" + dice.count(), dice.one("CA", "SH", "")));
    }

    private DangerousGoods dangerous() {
        return new DangerousGoods(dice.one("3", "6.1", "8"), dice.one("1263", "0081", ""), dice.one("23", "-5", "0", ""),
                dice.one("1", "2", "3", ""));
    }
}
