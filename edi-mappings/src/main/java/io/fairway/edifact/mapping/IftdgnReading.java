package io.fairway.edifact.mapping;

import io.fairway.document.Contact;
import io.fairway.document.DangerousGoodsDeclaration;
import io.fairway.document.DangerousGoodsDeclaration.DangerousConsignment;
import io.fairway.document.DangerousGoodsDeclaration.DangerousContainer;
import io.fairway.document.DangerousGoodsDeclaration.DangerousItem;
import io.fairway.document.DangerousGoodsDeclaration.Handling;
import io.fairway.document.DangerousGoodsDeclaration.Placement;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Party;
import io.fairway.document.Voyage;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.UnLocode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one IFTDGN. */
final class IftdgnReading {
    private static final String AT = "consignments[0].";

    private final FieldReader fields;
    private final KeptGroup message;

    IftdgnReading(FieldReader fields, KeptGroup message) {
        this.fields = fields;
        this.message = message;
    }

    /** One consignment, what was read of it, and where it stood. */
    private record Share(DangerousConsignment consignment, FieldReader fields, KeptGroup group) {
    }

    void read(PartSink parts) {
        int gaps = fields.gaps();
        Source bgm = message.find("BGM");
        bgm.text(1, 1);
        Optional<String> reference = fields.reference(bgm);
        DocumentFunction function = Functions.read(fields, bgm);
        Optional<Instant> issuedAt = fields.issued("issuedAt", message.find("DTM", "137"));
        Handling handling = fields.coded("handling", message.find("HAN"), 1, 1, IftdgnReading::handling).orElse(Handling.NOT_SAID);
        KeptGroup transport = message.groupOrEmpty("TDT", "20");
        Optional<Voyage> voyage = Voyages.required("voyage", fields, message.find("TDT", "20"));
        Voyages.checkReference(fields, message, voyage);
        Source place = handling == Handling.LOADING ? transport.findWithin("LOC", "60", "153", "9", "5", "11")
                : transport.findWithin("LOC", "60", "153", "11", "8", "9", "5");
        Optional<UnLocode> port = fields.requiredCoded("port", place, 2, 1, UnLocode::new);
        Optional<Instant> arrival = fields.instant("estimatedArrival", transport.findWithin("DTM", "132"));
        Optional<Party> agent = Parties.required("agent", fields, message.find("NAD", "CG", "CA", "MS"));
        Optional<Contact> contact = Contacts.read("contact", fields, message.groupOrEmpty("NAD", "CG", "CA", "MS"));
        List<DangerousContainer> containers = containers();
        List<Share> shares = shares();
        if (fields.gaps() > gaps) {
            return;
        }
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(i);
            share.fields().adopt("", fields.origins());
            KeptGroup source = i == shares.size() - 1 ? message : share.group();
            parts.part(new DangerousGoodsDeclaration(reference.orElseThrow(), function, issuedAt.orElseThrow(), handling,
                    voyage.orElseThrow(), port.orElseThrow(), arrival, agent.orElseThrow(), contact,
                    holding(share.consignment(), containers), List.of(share.consignment())), share.fields().lineage(source));
        }
    }

    private static Handling handling(String code) {
        return switch (code) {
            case "DIS", "D" -> Handling.DISCHARGE;
            case "LOA", "L" -> Handling.LOADING;
            case "TRA", "T" -> Handling.TRANSIT;
            default -> throw new RefusedValueException("CODE_UNKNOWN", code, "DIS discharge, LOA loading or TRA transit");
        };
    }

    private List<DangerousContainer> containers() {
        var containers = new ArrayList<DangerousContainer>();
        for (KeptGroup group : message.groups("EQD")) {
            String path = "containers[" + containers.size() + "].";
            Source eqd = group.opening();
            String sizeType = Equipment.sizeType(path + "sizeType", fields, eqd);
            Equipment.number(path + "number", fields, eqd).ifPresent(number -> containers.add(new DangerousContainer(number, sizeType)));
        }
        return containers;
    }

    /** The containers that goods of the consignment are in. */
    private static List<DangerousContainer> holding(DangerousConsignment consignment, List<DangerousContainer> containers) {
        return containers.stream().filter(container -> consignment.goods().stream().flatMap(item -> item.placements().stream())
                .anyMatch(placement -> placement.container().equals(container.number()))).toList();
    }

    private List<Share> shares() {
        List<KeptGroup> groups = message.groups("CNI");
        if (groups.isEmpty()) {
            fields.missing("consignments", message.find("CNI"), 0, 0);
        }
        var shares = new ArrayList<Share>();
        for (KeptGroup group : groups) {
            FieldReader own = fields.fresh();
            consignment(own, group).ifPresent(consignment -> shares.add(new Share(consignment, own, group)));
            fields.addGaps(own.gaps());
        }
        return shares;
    }

    private static Optional<DangerousConsignment> consignment(FieldReader own, KeptGroup group) {
        Source cni = group.opening();
        cni.text(1, 1);
        Optional<BillNumber> bill = own.required(AT + "bill", cni, 2, 1, BillNumber::new);
        Optional<UnLocode> loading = own.coded(AT + "portOfLoading", group.find("LOC", "9"), 2, 1, UnLocode::new);
        Optional<UnLocode> discharge = own.coded(AT + "portOfDischarge", group.find("LOC", "11"), 2, 1, UnLocode::new);
        Optional<Party> consignor = Parties.read(AT + "consignor", own, group.find("NAD", "CZ"));
        var goods = new ArrayList<DangerousItem>();
        for (KeptGroup item : group.groups("GID")) {
            item(own, AT + "goods[" + goods.size() + "].", item).ifPresent(goods::add);
        }
        return bill.map(known -> new DangerousConsignment(known, loading, discharge, consignor, goods));
    }

    private static Optional<DangerousItem> item(FieldReader own, String path, KeptGroup group) {
        Source gid = group.opening();
        Optional<Integer> number = own.requiredCount(path + "number", gid, 1, 1);
        int packages = own.count(path + "packages", gid, 2, 1).orElse(0);
        String packageType = own.codedText(path + "packageType", gid, 2, 2);
        Source dgs = group.find("DGS");
        if (!dgs.isPresent()) {
            own.missing(path + "dangerous", dgs, 0, 0);
            return Optional.empty();
        }
        KeptGroup danger = group.groups("DGS").stream().findFirst().orElse(group);
        String name = own.lines(path + "technicalName", danger.find("FTX", "AAD", "AAC", "AAA"), 4);
        String regulation = own.text(path + "regulation", dgs, 1, 1);
        var dangerous = Dangers.read(path + "dangerous", own, dgs);
        String schedule = own.text(path + "emergencySchedule", dgs, 6, 1);
        var net = own.kilograms(path + "netKilograms", danger.measurement("AAL", "AAC", "N"));
        var gross = own.kilograms(path + "grossKilograms", danger.measurement("G", "AAB", "AET"));
        List<Placement> placements = placements(own, path + "placements", group, danger);
        String cell = own.codedText(path + "stowage", danger.findWithin("LOC", "147"), 2, 1);
        return number.map(known -> new DangerousItem(known, packages, packageType, name, regulation, dangerous, schedule, net, gross,
                placements, cell));
    }

    /** Where the item is: under GID since D.98B, or under DGS. */
    private static List<Placement> placements(FieldReader own, String path, KeptGroup item, KeptGroup danger) {
        var placements = new ArrayList<Placement>();
        List<KeptSegment> segments = item.all("SGP");
        for (KeptSegment segment : segments.isEmpty() ? danger.all("SGP") : segments) {
            Source sgp = Source.of(segment);
            String at = path + "[" + placements.size() + "].";
            Optional<Integer> packages = own.count(at + "packages", sgp, 2, 1);
            own.requiredCoded(at + "container", sgp, 1, 1, ContainerNumber::new)
                    .ifPresent(container -> placements.add(new Placement(container, packages)));
        }
        return placements;
    }
}
