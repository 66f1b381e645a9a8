package io.fairway.edifact.mapping;

import io.fairway.document.ContainerAnnouncement;
import io.fairway.document.ContainerAnnouncement.ExpectedContainer;
import io.fairway.document.ContainerHandlingOrder;
import io.fairway.document.ContainerHandlingOrder.HandledContainer;
import io.fairway.document.ContainerSeal;
import io.fairway.document.DocumentFunction;
import io.fairway.document.GoodsItem.DangerousGoods;
import io.fairway.document.HaulageAnnouncement;
import io.fairway.document.HaulageAnnouncement.AnnouncedContainer;
import io.fairway.document.LoadDischargeOrder;
import io.fairway.document.LoadDischargeOrder.OrderedContainer;
import io.fairway.document.VerifiedGrossMass;
import io.fairway.document.VerifiedGrossMass.WeighedContainer;
import io.fairway.document.Voyage;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.UnLocode;
import java.util.List;
import java.util.Optional;

/** Orders and announcements to a terminal, made of dice; the same for the same seed. */
final class RandomNotices {
    private final Dice dice;

    RandomNotices(long seed) {
        this.dice = new Dice(seed);
    }

    LoadDischargeOrder loadDischargeOrder() {
        Optional<BillNumber> bill = Optional.of(dice.bill("M"));
        Optional<UnLocode> port = dice.maybe(dice::port);
        return new LoadDischargeOrder(dice.reference(), dice.one(DocumentFunction.values()), dice.one(LoadDischargeOrder.Operation.values()),
                dice.maybe(dice::minute), dice.voyage(), port, port.flatMap(known -> dice.maybe(dice::minute)), "HUBL",
                dice.some(1, 5, () -> new OrderedContainer(dice.container(), dice.maybe("22G1"), dice.one("2", "3", "6", ""),
                        dice.one("4", "5"), bill, dice.maybe("BK7700123"), dice.maybe(dice::port), dice.maybe(dice::port),
                        dice.maybe("0320082"), dice.maybe(dice::weight), dice.maybe(dice::weight), seals(), dice.some(0, 3, this::dangerous))));
    }

    HaulageAnnouncement haulageAnnouncement() {
        Optional<BillNumber> bill = Optional.of(dice.bill("M"));
        Optional<UnLocode> port = dice.maybe(dice::port);
        return new HaulageAnnouncement(dice.reference(), dice.one(DocumentFunction.values()), dice.one(HaulageAnnouncement.Purpose.values()),
                dice.maybe(dice::minute), dice.maybe("DO7700551"), dice.one("3", "2", "8"), "HAUL77", dice.maybe("HUA12345"), port,
                port.isPresent() ? dice.maybe("HUBT1") : "", port.flatMap(known -> dice.maybe(dice::minute)), "HUBL", dice.maybe("HUBFWD"),
                dice.some(1, 4, () -> new AnnouncedContainer(dice.container(), dice.maybe("22G1"), dice.one("2", "3", ""),
                        dice.one("4", "5", ""), bill, dice.maybe("BK7700123"), dice.maybe("DRV-3101"), dice.maybe(dice::weight), seals())));
    }

    ContainerAnnouncement containerAnnouncement() {
        Optional<Voyage> voyage = dice.maybe(dice::voyage);
        return new ContainerAnnouncement(dice.reference(), dice.one(DocumentFunction.values()),
                dice.one(ContainerAnnouncement.Purpose.values()), dice.maybe(dice::minute), "BK" + dice.count(), voyage,
                voyage.flatMap(known -> dice.maybe(dice::port)), voyage.flatMap(known -> dice.maybe(dice::port)), "HUBL",
                dice.some(1, 5, this::expected));
    }

    private ExpectedContainer expected() {
        Optional<ContainerNumber> number = dice.maybe(dice::container);
        return new ExpectedContainer(number, dice.one("22G1", "45G1"), dice.one("2", "3", ""), dice.one("4", "5", ""),
                number.isPresent() ? 1 : dice.count(), dice.maybe(dice::minute), dice.maybe(dice::minute), seals());
    }

    ContainerHandlingOrder handlingOrder() {
        Optional<BillNumber> bill = Optional.of(dice.bill("M"));
        return new ContainerHandlingOrder(dice.reference(), dice.one(DocumentFunction.values()), dice.minute(), dice.maybe(dice::party),
                "HUBL", dice.some(1, 4, () -> new HandledContainer(dice.container(), dice.maybe("22G1"), bill,
                dice.some(0, 4, () -> dice.one("WEI", "SCN", "EXM")), dice.maybe(dice::port), dice.maybe(dice::minute),
                dice.maybe(dice::minute), dice.maybe(dice.text(20)))));
    }

    VerifiedGrossMass verifiedGrossMass() {
        return new VerifiedGrossMass(dice.maybe("VGM" + dice.count()), dice.one(DocumentFunction.values()), dice.minute(),
                dice.maybe(dice::party), dice.maybe(dice::party), dice.some(1, 5, () -> new WeighedContainer(dice.container(),
                dice.maybe("22G1"), dice.maybe("BK7700123"), seals(), dice.weight(), dice.maybe(dice::minute),
                dice.one(VerifiedGrossMass.Method.values()), dice.maybe("J VAN DIJK"))));
    }

    private List<ContainerSeal> seals() {
        return dice.some(0, 3, () -> new ContainerSeal("S" + dice.count(), dice.one("CA", "CU", "SH", "TO", "")));
    }

    private DangerousGoods dangerous() {
        return new DangerousGoods(dice.one("3", "6.1", "8"), dice.one("1263", "0081", ""), dice.one("23", "-5", "0", ""),
                dice.one("1", "2", "3", ""));
    }
}
