package io.fairway.edifact.mapping;

import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerMovementReport.MovedContainer;
import io.fairway.document.ContainerMovementReport.Movement;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Voyage;
import io.fairway.document.finding.Certainty;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.UnLocode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads one CODECO or COARRI. */
final class MovementReading {
    private final FieldReader fields;
    private final KeptGroup message;
    private final MovementKind kind;
    private final Source bgm;

    MovementReading(FieldReader fields, KeptGroup message, MovementKind kind) {
        this.fields = fields;
        this.message = message;
        this.kind = kind;
        this.bgm = message.find("BGM");
    }

    /** The header that all parts share. */
    private record Head(String reference, DocumentFunction function, Movement movement, Optional<Voyage> voyage, String operator,
                        Optional<Instant> shipArrivedAt) {
    }

    private record Share(List<MovedContainer> containers, FieldReader fields, List<KeptGroup> groups, Optional<UnLocode> port) {
    }

    void read(Function<String, Movement> movements, PartSink parts) {
        int gaps = fields.gaps();
        Optional<Movement> movement = fields.required("movement", bgm, 1, 1, movements);
        Optional<String> reference = fields.reference(bgm);
        DocumentFunction function = Functions.read(fields, bgm);
        Source tdt = message.find("TDT", "20");
        Optional<Voyage> voyage = Voyages.optional("voyage", fields, tdt);
        Optional<Instant> arrived = fields.instant("shipArrivedAt", transport().findWithin("DTM", "178"));
        Optional<String> operatorCode = operator(tdt);
        useVoyageReference(voyage);
        List<KeptGroup> groups = message.groups("EQD");
        Totals.check(fields, message.find("CNT", "16"), groups.size());
        if (groups.isEmpty()) {
            fields.missing("containers[0]", message.find("EQD"), 0, 0);
        }
        List<Share> shares = movement.map(known -> shares(groups, known)).orElse(List.of());
        if (fields.gaps() > gaps) {
            return;
        }
        var head = new Head(reference.orElseThrow(), function, movement.orElseThrow(), voyage, operatorCode.orElseThrow(), arrived);
        for (int i = 0; i < shares.size(); i++) {
            offer(head, shares.get(i), i == shares.size() - 1 ? List.of(message) : shares.get(i).groups(), parts);
        }
    }

    /** Some name the operator with each container only, or only as the carrier of the voyage. */
    private Optional<String> operator(Source tdt) {
        Source named = message.find("NAD", kind.operator(), "CF", "CA").or(() -> message.findWithin("NAD", "CF", "CA"));
        return named.isPresent() || tdt.holds(5, 1, "") ? fields.requiredCoded("operator", named, 2, 1, text -> text)
                : fields.requiredCoded("operator", tdt, 5, 1, text -> text);
    }

    private void offer(Head head, Share share, List<KeptGroup> sources, PartSink parts) {
        share.fields().adopt("", fields.origins());
        parts.part(new ContainerMovementReport(head.reference(), head.function(), head.movement(), head.voyage(), share.port(),
                head.operator(), head.shipArrivedAt(), share.containers()), share.fields().lineage(sources.toArray(KeptGroup[]::new)));
    }

    private KeptGroup transport() {
        return message.group("TDT", "20").orElseGet(() -> new KeptGroup("TDT"));
    }

    private void useVoyageReference(Optional<Voyage> voyage) {
        Source reference = transport().find("RFF", "VON");
        String said = reference.text(1, 2);
        voyage.filter(known -> !said.isEmpty() && !said.equals(known.number().value())).ifPresent(known ->
                fields.report(ContentRule.VOYAGE_DIFFERS, reference.place(1, 2), said, known.number().value(), Certainty.LIKELY));
    }

    private List<Share> shares(List<KeptGroup> groups, Movement movement) {
        var shares = new LinkedHashMap<String, Share>();
        for (KeptGroup group : groups) {
            Source port = port(group, movement);
            for (Source bill : bills(group)) {
                String key = bill.isPresent() ? bill.text(1, 2) + " " + port.text(2, 1) : "container " + shares.size();
                Share share = shares.computeIfAbsent(key, first -> open(port));
                share.groups().add(group);
                container(share.fields(), "containers[" + share.containers().size() + "].", group, bill)
                        .ifPresent(share.containers()::add);
            }
        }
        return List.copyOf(shares.values());
    }

    /** The bills of a container, several when goods of several are in it; one absent when none is said. */
    private static List<Source> bills(KeptGroup group) {
        List<Source> bills = group.findAll("RFF", "BM");
        return bills.isEmpty() ? List.of(group.find("RFF", "BM")) : bills;
    }

    private Share open(Source port) {
        FieldReader share = fields.fresh();
        return new Share(new ArrayList<>(), share, new ArrayList<>(), share.coded("port", port, 2, 1, UnLocode::new));
    }

    /** The port of the movement: at the gate the place of the container's report, at the quay the ship's port. */
    private Source port(KeptGroup group, Movement movement) {
        KeptGroup transport = transport();
        return switch (movement) {
            case GATE_IN -> group.find("LOC", "165").or(() -> transport.findWithin("LOC", "9", "11"));
            case GATE_OUT -> group.find("LOC", "165").or(() -> transport.findWithin("LOC", "11", "9"));
            case DISCHARGED -> transport.findWithin("LOC", "11").or(() -> group.find("LOC", "11"));
            case LOADED -> transport.findWithin("LOC", "9").or(() -> group.find("LOC", "9"));
        };
    }

    private Optional<MovedContainer> container(FieldReader share, String path, KeptGroup group, Source billReference) {
        int gaps = share.gaps();
        Source eqd = group.opening();
        Optional<ContainerNumber> number = Equipment.number(path + "number", share, eqd);
        String sizeType = Equipment.sizeType(path + "sizeType", share, eqd);
        String fullness = Equipment.fullness(path + "fullness", share, eqd);
        Optional<BillNumber> bill = share.optional(path + "bill", billReference, 1, 2, BillNumber::new);
        String release = share.text(path + "releaseReference", group.find("RFF", "RE"), 1, 2);
        Optional<Instant> movedAt = share.requiredInstant(path + "movedAt", group.find("DTM", kind.time(), "7", "203"));
        var gross = share.kilograms(path + "grossKilograms", group.measurement("G", "AET", "VGM", "WT"));
        var seals = Equipment.seals(path + "seals", share, group.all("SEL"));
        List<String> damages = damages(path + "damages", share, group);
        Source road = group.find("TDT", "1");
        road.text(3, 1);
        String haulier = share.codedText(path + "haulier", road, 5, 1);
        String plate = share.codedText(path + "truckPlate", road, 8, 1);
        if (share.gaps() > gaps) {
            fields.addGaps(share.gaps() - gaps);
            return Optional.empty();
        }
        return Optional.of(new MovedContainer(number.orElseThrow(), sizeType, fullness, bill, release, movedAt.orElseThrow(), gross,
                seals, damages, haulier, plate));
    }

    /** What is damaged, in words, or else the code of the damage (C821). */
    private static List<String> damages(String path, FieldReader share, KeptGroup group) {
        var damages = new ArrayList<String>();
        for (KeptSegment segment : group.all("DAM")) {
            Source damage = Source.of(segment);
            damage.text(1, 1);
            String at = path + "[" + damages.size() + "]";
            String words = share.text(at, damage, 2, 4);
            String said = words.isEmpty() ? share.text(at, damage, 2, 1) : words;
            if (!said.isEmpty()) {
                damages.add(said);
            }
        }
        return damages;
    }
}
