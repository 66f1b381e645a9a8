package io.fairway.edifact.mapping;

import io.fairway.document.Money;
import io.fairway.document.Party;
import io.fairway.document.Shipment;
import io.fairway.document.Shipment.FreightTerms;
import io.fairway.document.Shipment.Parties;
import io.fairway.document.Shipment.Placement;
import io.fairway.document.Shipment.Route;
import io.fairway.document.Shipment.ShippedContainer;
import io.fairway.document.Shipment.ShippedGoods;
import io.fairway.document.Voyage;
import io.fairway.document.finding.Certainty;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.HsCode;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.UnLocode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what IFTMCS, IFTMIN and IFTMBC have in common: the shipment. */
final class ShipmentReading {
    private static final int MOST_MARKS = 10;
    private static final String AT = "shipment.";

    private final FieldReader fields;
    private final KeptGroup message;

    ShipmentReading(FieldReader fields, KeptGroup message) {
        this.fields = fields;
        this.message = message;
    }

    /** The shipment; empty when a required value is missing. */
    Optional<Shipment> read() {
        int gaps = fields.gaps();
        Optional<Voyage> voyage = Voyages.optional(AT + "voyage", fields, message.find("TDT", "20"));
        Optional<Route> route = route();
        Optional<Parties> parties = parties();
        String booking = reference("bookingNumber", "BN");
        String forwarder = reference("forwarderReference", "FF");
        String service = fields.codedText(AT + "serviceCode", message.findOwn("TSR"), 1, 1);
        Optional<FreightTerms> terms = fields.optional(AT + "freightTerms", message.find("CPI"), 3, 1, ShipmentReading::terms);
        message.find("CPI").text(1, 1);
        Optional<UnLocode> payable = fields.coded(AT + "freightPayableAt", message.find("LOC", "57"), 2, 1, UnLocode::new);
        Optional<Money> freight = freight();
        List<String> clauses = clauses();
        var goods = new ArrayList<ShippedGoods>();
        for (KeptGroup group : message.groups("GID")) {
            goods(AT + "goods[" + goods.size() + "].", group).ifPresent(goods::add);
        }
        var containers = new ArrayList<ShippedContainer>();
        for (KeptGroup group : message.groups("EQD")) {
            containers.add(container(AT + "containers[" + containers.size() + "].", group));
        }
        checkTotals(goods, containers);
        return fields.gaps() > gaps ? Optional.empty() : Optional.of(new Shipment(voyage, route.orElseThrow(), parties.orElseThrow(),
                booking, forwarder, service, terms, payable, freight, clauses, goods, containers));
    }

    private String reference(String name, String qualifier) {
        return fields.text(AT + name, message.find("RFF", qualifier), 1, 2);
    }

    private static FreightTerms terms(String code) {
        return switch (code) {
            case "P" -> FreightTerms.PREPAID;
            case "C" -> FreightTerms.COLLECT;
            default -> throw new RefusedValueException("CODE_UNKNOWN", code, "P prepaid or C collect");
        };
    }

    private Optional<Money> freight() {
        Source moa = message.find("MOA", "64");
        String currency = fields.text(AT + "freight.currency", moa.holds(1, 3, "") ? message.find("CUX", "2") : moa,
                1, moa.holds(1, 3, "") ? 2 : 3);
        return fields.decimal(AT + "freight.amount", moa, 1, 2).map(amount -> new Money(amount, currency));
    }

    private List<String> clauses() {
        var clauses = new ArrayList<String>();
        for (KeptSegment segment : message.all("FTX")) {
            if (segment.holds(1, 1, "BLC") || segment.holds(1, 1, "BLR")) {
                segment.text(1, 1);
                clauses.add(fields.lines(AT + "clauses[" + clauses.size() + "]", Source.of(segment), 4));
            }
        }
        return clauses;
    }

    /** Ports stand with the main carriage or in the header; times with the ports of the carriage. */
    private Optional<Route> route() {
        KeptGroup carriage = message.groupOrEmpty("TDT", "20");
        Optional<UnLocode> receipt = place("placeOfReceipt", message.find("LOC", "88"));
        Optional<UnLocode> delivery = place("placeOfDelivery", message.find("LOC", "7"));
        Optional<UnLocode> loading = port("portOfLoading", "9", carriage);
        Optional<UnLocode> discharge = port("portOfDischarge", "11", carriage);
        Optional<Instant> departure = fields.instant(AT + "route.departure", carriage.findWithin("DTM", "186", "133", "136"));
        Optional<Instant> arrival = fields.instant(AT + "route.arrival", carriage.findWithin("DTM", "178", "132"));
        return loading.flatMap(from -> discharge.map(to -> new Route(receipt, from, to, delivery, departure, arrival)));
    }

    private Optional<UnLocode> place(String name, Source location) {
        return fields.coded(AT + "route." + name, location, 2, 1, UnLocode::new);
    }

    private Optional<UnLocode> port(String name, String qualifier, KeptGroup carriage) {
        Source header = message.find("LOC", qualifier);
        Source repeated = carriage.find("LOC", qualifier);
        if (header.isPresent() && header.holds(2, 1, repeated.text(2, 1))) {
            repeated.segment().ifPresent(segment -> segment.useCodeList(2, 1));
        }
        return fields.requiredCoded(AT + "route." + name, header.or(() -> repeated), 2, 1, UnLocode::new);
    }

    private Optional<Parties> parties() {
        Optional<Party> carrier = party("carrier", "CA");
        if (carrier.isEmpty()) {
            carrier = fields.requiredCoded(AT + "parties.carrier.code", message.find("TDT", "20"), 5, 1, Party::coded);
        }
        Optional<Party> consignor = party("consignor", "CZ");
        Optional<Party> consignee = party("consignee", "CN");
        Optional<Party> notify = party("notifyParty", "N1", "NI");
        Optional<Party> forwarder = party("forwarder", "FW");
        return carrier.map(known -> new Parties(known, consignor, consignee, notify, forwarder));
    }

    private Optional<Party> party(String name, String... qualifiers) {
        return io.fairway.edifact.mapping.Parties.read(AT + "parties." + name, fields, message.find("NAD", qualifiers));
    }

    private Optional<ShippedGoods> goods(String path, KeptGroup group) {
        Source gid = group.opening();
        Optional<Integer> number = fields.requiredCount(path + "number", gid, 1, 1);
        int packages = fields.count(path + "packages", gid, 2, 1).orElse(0);
        String packageType = fields.codedText(path + "packageType", gid, 2, 2);
        String description = description(path + "description", group);
        Optional<HsCode> commodity = commodity(path + "commodity", group);
        Optional<BigDecimal> gross = fields.kilograms(path + "grossKilograms", group.measurement("G", "AAB", "WT"));
        Source volume = group.measurement("ABJ", "AAW", "AAX");
        volume.text(3, 1);
        Optional<BigDecimal> cubic = fields.decimal(path + "cubicMetres", volume, 3, 2);
        List<String> marks = marks(path + "marks", group);
        var dangerous = Dangers.readAll(path + "dangerous", fields, group.all("DGS"));
        List<Placement> placements = placements(path + "placements", group);
        return number.map(known -> new ShippedGoods(known, packages, packageType, description, commodity, gross, cubic, marks, dangerous,
                placements));
    }

    private String description(String path, KeptGroup group) {
        var lines = new ArrayList<String>();
        for (KeptSegment segment : group.all("FTX", "AAA")) {
            segment.text(1, 1);
            lines.add(fields.lines(path, Source.of(segment), 4));
        }
        return String.join(" ", lines);
    }

    private Optional<HsCode> commodity(String path, KeptGroup group) {
        Source pia = group.find("PIA", "5", "1");
        if (!pia.holds(2, 2, "HS")) {
            return Optional.empty();
        }
        pia.text(2, 2);
        return fields.optional(path, pia, 2, 1, HsCode::new);
    }

    private List<String> marks(String path, KeptGroup group) {
        var marks = new ArrayList<String>();
        for (KeptSegment segment : group.all("PCI")) {
            segment.text(1, 1);
            for (int line = 1; line <= MOST_MARKS; line++) {
                fields.optional(path + "[" + marks.size() + "]", Source.of(segment), 2, line, text -> text).ifPresent(marks::add);
            }
        }
        return marks;
    }

    private List<Placement> placements(String path, KeptGroup group) {
        var placements = new ArrayList<Placement>();
        for (KeptSegment segment : group.all("SGP")) {
            Source sgp = Source.of(segment);
            String at = path + "[" + placements.size() + "].";
            Optional<Integer> packages = fields.count(at + "packages", sgp, 2, 1);
            fields.coded(at + "container", sgp, 1, 1, ContainerNumber::new)
                    .ifPresent(container -> placements.add(new Placement(container, packages)));
        }
        return placements;
    }

    private ShippedContainer container(String path, KeptGroup group) {
        Source eqd = group.opening();
        return new ShippedContainer(Equipment.numberIfAny(path + "number", fields, eqd), Equipment.sizeType(path + "sizeType", fields, eqd),
                Equipment.fullness(path + "fullness", fields, eqd), Equipment.count(path + "count", fields, group),
                fields.kilograms(path + "tareKilograms", group.measurement("T")),
                fields.kilograms(path + "grossKilograms", group.measurement("G", "AET", "WT")),
                fields.kilograms(path + "verifiedKilograms", group.measurement("VGM")),
                Equipment.seals(path + "seals", fields, group.all("SEL")));
    }

    private void checkTotals(List<ShippedGoods> goods, List<ShippedContainer> containers) {
        Totals.check(fields, message.find("CNT", "16"), containers.stream().mapToInt(ShippedContainer::count).sum());
        Source packages = message.find("CNT", "11");
        int sum = goods.stream().mapToInt(ShippedGoods::packages).sum();
        fields.fresh().count("total", packages, 1, 2).filter(said -> sum != 0 && said != sum).ifPresent(said ->
                fields.report(ContentRule.PACKAGES_DIFFER, packages.place(1, 2), said.toString(), Integer.toString(sum),
                        Certainty.LIKELY));
        Source weight = message.find("CNT", "7");
        Optional<BigDecimal> said = fields.fresh().totalKilograms("total", weight);
        if (said.isPresent() && !goods.isEmpty() && goods.stream().allMatch(item -> item.grossKilograms().isPresent())) {
            BigDecimal total = goods.stream().map(item -> item.grossKilograms().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (total.compareTo(said.get()) != 0) {
                fields.report(ContentRule.WEIGHT_DIFFERS, weight.place(1, 2), said.get().toPlainString(), total.toPlainString(),
                        Certainty.LIKELY);
            }
        }
    }
}
