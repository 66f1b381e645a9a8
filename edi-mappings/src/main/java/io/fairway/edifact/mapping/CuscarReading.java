package io.fairway.edifact.mapping;

import io.fairway.document.Lineage;
import io.fairway.document.Lineage.Origin;
import io.fairway.document.Lineage.Unused;
import io.fairway.document.Manifest;
import io.fairway.document.ManifestConsignment;
import io.fairway.document.ManifestedContainer;
import io.fairway.document.finding.Place;
import io.fairway.document.id.ContainerNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one CUSCAR. Of the message it keeps the header, one small record per container and the numbers of the bills; a consignment
 * is let go as soon as the next one begins. The last part carries what was left unused in the header and in the containers.
 */
final class CuscarReading implements MessageReading {
    /** Twice what the directories allow. */
    private static final int MOST_GROUPS = 20_000;

    private final FieldReader header;
    private final PartSink parts;
    private final Map<String, Listed> listed = new HashMap<>();
    private final Set<String> placed = new HashSet<>();
    private final Set<String> bills = new HashSet<>();
    private Optional<ManifestHeader> head = Optional.empty();
    private Optional<Pending> pending = Optional.empty();
    private int consignments;
    private int containers;

    CuscarReading(FieldReader header, PartSink parts) {
        this.header = header;
        this.parts = parts;
    }

    /** A container of the header, to be joined by SGP. */
    record Listed(ManifestedContainer container, List<Origin> origins, List<Unused> unused, Place place) {
    }

    private record Pending(Manifest manifest, Lineage lineage) {
    }

    @Override
    public boolean takesPiecemeal(String trigger) {
        return trigger.equals("EQD") || trigger.equals("CNI");
    }

    @Override
    public void take(KeptGroup group, KeptGroup message) {
        if (group.trigger().equals("EQD")) {
            container(group);
        } else {
            consignment(group, headOf(message));
        }
    }

    @Override
    public void end(KeptGroup message) {
        headOf(message);
        Totals.check(header, message.find("CNT", "10"), consignments);
        Totals.check(header, message.find("CNT", "16"), containers);
        if (consignments == 0) {
            header.missing("consignments", message.find("CNI"), 0, 0);
        }
        var unused = new ArrayList<Unused>();
        message.collectUnused(unused);
        for (Listed one : listed.values()) {
            unused.addAll(one.unused());
            if (!placed.contains(one.container().number().value())) {
                header.report(ContentRule.CONTAINER_NOT_USED, one.place(), one.container().number().value(), "");
            }
        }
        pending.ifPresent(last -> {
            unused.addAll(0, last.lineage().unused());
            parts.part(last.manifest(), new Lineage(last.lineage().origins(), unused));
        });
    }

    /** Whether the limit is passed; told when it is. */
    private boolean isBeyond(int count, KeptGroup group) {
        if (count == MOST_GROUPS + 1) {
            header.tooLarge(group.place(), MOST_GROUPS + " " + group.trigger() + " groups");
        }
        return count > MOST_GROUPS;
    }

    private ManifestHeader headOf(KeptGroup message) {
        if (head.isEmpty()) {
            head = Optional.of(ManifestHeader.read(header, message));
        }
        return head.orElseThrow();
    }

    private void container(KeptGroup group) {
        containers++;
        if (isBeyond(containers, group)) {
            return;
        }
        FieldReader fields = header.fresh();
        Source eqd = group.opening();
        Optional<ContainerNumber> number = Equipment.number("number", header.fresh(), eqd);
        String sizeType = Equipment.sizeType("sizeType", fields, eqd);
        String fullness = Equipment.fullness("fullness", fields, eqd);
        var gross = fields.kilograms("grossKilograms", group.measurement("G", "AET", "VGM", "WT"));
        var tare = fields.kilograms("tareKilograms", group.measurement("T"));
        var seals = Equipment.seals("seals", fields, group.all("SEL"));
        number.ifPresent(known -> {
            var container = new ManifestedContainer(known, sizeType, fullness, gross, tare, seals, Optional.empty());
            var lineage = fields.lineage(group);
            if (listed.putIfAbsent(known.value(), new Listed(container, lineage.origins(), lineage.unused(), eqd.place(2, 1))) != null) {
                header.report(ContentRule.CONTAINER_REPEATED, eqd.place(2, 1), known.value(), "each container once");
            }
        });
    }

    private void consignment(KeptGroup group, ManifestHeader head) {
        consignments++;
        if (isBeyond(consignments, group)) {
            return;
        }
        group.opening().text(1, 1);
        List<KeptGroup> details = ConsignmentReading.details(group);
        if (details.isEmpty()) {
            header.missing("consignments[0].bill", group.find("RFF", "BM"), 1, 2);
            return;
        }
        var readings = new ArrayList<Runnable>();
        for (KeptGroup detail : details) {
            FieldReader fields = header.fresh();
            fields.adopt("", head.origins());
            Optional<ManifestConsignment> read = new ConsignmentReading(fields, listed, head).read(group, detail);
            read.ifPresent(consignment -> {
                noteBill(consignment, detail.opening());
                consignment.containers().forEach(container -> placed.add(container.number().value()));
                head.manifest().ifPresent(manifest ->
                        readings.add(() -> offer(with(manifest, consignment), fields.lineage(detail, group))));
            });
        }
        readings.forEach(Runnable::run);
    }

    private void noteBill(ManifestConsignment consignment, Source reference) {
        String key = consignment.bill() + "|" + consignment.houseBill().map(Object::toString).orElse("");
        if (!bills.add(key)) {
            header.report(ContentRule.BILL_REPEATED, reference.place(1, 2), reference.text(1, 2), "each bill once");
        }
    }

    private void offer(Manifest manifest, Lineage lineage) {
        pending.ifPresent(earlier -> parts.part(earlier.manifest(), earlier.lineage()));
        pending = Optional.of(new Pending(manifest, lineage));
    }

    private static Manifest with(Manifest head, ManifestConsignment consignment) {
        return new Manifest(head.reference(), head.function(), head.issuedAt(), head.voyage(), head.carrier(), head.agent(),
                head.portOfDeparture(), head.portOfArrival(), head.customsOffice(), head.departedAt(), head.estimatedArrival(),
                List.of(consignment));
    }
}
