package io.fairway.edifact.mapping;

import io.fairway.document.BayPlan;
import io.fairway.document.BerthRequest;
import io.fairway.document.Contact;
import io.fairway.document.ContainerSeal;
import io.fairway.document.DangerousGoodsDeclaration;
import io.fairway.document.DangerousGoodsDeclaration.DangerousConsignment;
import io.fairway.document.DangerousGoodsDeclaration.DangerousContainer;
import io.fairway.document.DangerousGoodsDeclaration.DangerousItem;
import io.fairway.document.DangerousGoodsDeclaration.Placement;
import io.fairway.document.DocumentFunction;
import io.fairway.document.GoodsItem.DangerousGoods;
import io.fairway.document.PersonList;
import io.fairway.document.PersonList.Person;
import io.fairway.document.PersonList.TravelDocument;
import io.fairway.document.PortCall;
import io.fairway.document.ShipParticulars;
import io.fairway.document.ShipReport;
import io.fairway.document.StatusReport;
import io.fairway.document.StatusReport.StatusContainer;
import io.fairway.document.StatusReport.StatusEvent;
import io.fairway.document.StowageInstruction;
import io.fairway.document.StowageInstruction.Move;
import io.fairway.document.StowedContainer;
import io.fairway.document.StowedContainer.Weighing;
import io.fairway.document.id.BillNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What is said about a ship's call, and status reports, made of dice; the same for the same seed. */
final class RandomCalls {
    private final Dice dice;

    RandomCalls(long seed) {
        this.dice = new Dice(seed);
    }

    private DocumentFunction function() {
        return dice.one(DocumentFunction.values());
    }

    ShipReport shipReport() {
        return new ShipReport(dice.reference(), function(), dice.one(ShipReport.Occasion.values()), dice.minute(), call(), ship(),
                dice.party(), dice.maybe(this::contact), dice.maybe(dice::count), dice.maybe(dice::count), dice.maybe(dice.text(20)));
    }

    BerthRequest berthRequest() {
        return new BerthRequest(dice.reference(), function(), dice.one(BerthRequest.Kind.values()), dice.minute(), call(), ship(),
                dice.party(), dice.maybe(this::contact), dice.maybe(dice.text(20)));
    }

    private PortCall call() {
        return new PortCall(dice.voyage(), Optional.of(dice.port()), dice.maybe("HUBT1"), dice.maybe(dice::minute), dice.maybe(dice::minute),
                dice.maybe(dice::minute), dice.maybe(dice::minute), dice.maybe(dice::port), dice.maybe(dice::port));
    }

    private ShipParticulars ship() {
        return new ShipParticulars(dice.maybe("SG"), dice.maybe(dice::weight), dice.maybe(dice::weight), dice.maybe(dice::weight));
    }

    private Contact contact() {
        return new Contact("LI WEI", dice.maybe("0086-21-55550100"), dice.maybe("desk@agency.example"));
    }

    DangerousGoodsDeclaration dangerousGoods() {
        List<DangerousContainer> containers = dice.some(1, 4, () -> new DangerousContainer(dice.container(), dice.maybe("45G1")));
        List<Placement> placements = containers.stream().map(box -> new Placement(box.number(), dice.maybe(dice::count))).toList();
        var item = new DangerousItem(dice.count(), dice.count(), dice.one("DR", "CT"), dice.text(20), dice.one("IMD", "ADR"), dangerous(),
                dice.maybe("F-ES-E"), dice.maybe(dice::weight), Optional.of(dice.weight()), placements, dice.maybe("0320182"));
        var consignment = new DangerousConsignment(dice.bill("M"), dice.maybe(dice::port), dice.maybe(dice::port), dice.maybe(dice::party),
                List.of(item));
        return new DangerousGoodsDeclaration(dice.reference(), function(), dice.minute(), dice.one(DangerousGoodsDeclaration.Handling.values()),
                dice.voyage(), dice.port(), dice.maybe(dice::minute), dice.party(), dice.maybe(this::contact), containers,
                List.of(consignment));
    }

    private DangerousGoods dangerous() {
        return new DangerousGoods(dice.one("3", "6.1", "8"), dice.one("1263", "0081", ""), dice.one("23", "-5", "0", ""),
                dice.one("1", "2", "3", ""));
    }

    PersonList personList() {
        return new PersonList(dice.reference(), function(), dice.one(PersonList.Kind.values()), dice.minute(), dice.maybe("017W-CNSHG"),
                dice.voyage(), dice.maybe(dice::port), dice.port(), Optional.of(dice.minute()), dice.maybe(dice::minute), dice.party(),
                dice.maybe(this::contact), dice.some(0, 6, this::person));
    }

    private Person person() {
        return new Person(dice.one("DELA CRUZ", "O'BRIEN", "MÜLLER"), dice.one("", "JUAN", "JUAN MARIA", "ANNA-LENA"),
                dice.one(PersonList.Sex.values()), dice.maybe(dice::day), dice.maybe("MANILA"), dice.one("PHL", "DEU", ""),
                dice.maybe("CR1"), dice.maybe(dice::port), dice.maybe(dice::port), dice.some(0, 3, () -> new TravelDocument(
                dice.one("39", "36"), "S" + dice.count(), dice.maybe(dice::day), dice.one("PHL", ""))));
    }

    BayPlan bayPlan() {
        return new BayPlan(dice.maybe(dice.reference()), function(), dice.minute(), dice.voyage(), Optional.of(dice.port()),
                dice.maybe(dice::port), Optional.of(dice.minute()), dice.maybe(dice::minute), dice.some(0, 6, this::stowed));
    }

    StowageInstruction stowageInstruction() {
        return new StowageInstruction(dice.maybe(dice.reference()), function(), dice.minute(), dice.voyage(), Optional.of(dice.port()),
                Optional.of(dice.minute()), dice.maybe(dice::minute),
                dice.some(1, 7, () -> new Move(dice.one(StowageInstruction.Operation.values()), stowed())));
    }

    private StowedContainer stowed() {
        Weighing weighing = dice.one(Weighing.values());
        Optional<BigDecimal> weight = weighing == Weighing.VERIFIED ? Optional.of(dice.weight()) : dice.maybe(dice::weight);
        return new StowedContainer(dice.one("0320082", "0011284"), dice.maybe(dice::container), dice.one("22G1", "45R1"), dice.one("4", "5"),
                dice.maybe(dice.text(10)), weight, weighing, dice.maybe(dice::port), dice.maybe(dice::port), "HUBL",
                dice.maybe(() -> new BigDecimal(dice.one("-18", "5", "13"))), dice.some(0, 3, this::dangerous));
    }

    StatusReport statusReport() {
        Optional<BillNumber> bill = Optional.of(dice.bill("M"));
        return new StatusReport(dice.reference(), function(), dice.minute(), dice.maybe(dice::party), dice.maybe(dice::party),
                dice.some(1, 5, () -> new StatusEvent(bill, dice.one("29", "12", "48"), dice.maybe(dice::minute),
                        dice.one("", dice.port().value(), "2248", "HUBT1"), dice.maybe("R2248260305001"), dice.maybe(dice::voyage),
                        dice.maybe(dice.text(10)), dice.some(0, 3, () -> new StatusContainer(dice.container(), dice.maybe("22G1"),
                        dice.some(0, 3, () -> new ContainerSeal("S" + dice.count(), dice.one("CA", ""))))))));
    }}
