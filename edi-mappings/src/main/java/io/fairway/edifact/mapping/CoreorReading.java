package io.fairway.edifact.mapping;

import io.fairway.document.ContainerReleaseOrder;
import io.fairway.document.ContainerReleaseOrder.ReleasedContainer;
import io.fairway.document.ContainerSeal;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Lineage;
import io.fairway.document.Party;
import io.fairway.document.Voyage;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.UnLocode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one COREOR. */
final class CoreorReading {
    private final FieldReader fields;
    private final KeptGroup message;
    private final Source bgm;

    CoreorReading(FieldReader fields, KeptGroup message) {
        this.fields = fields;
        this.message = message;
        this.bgm = message.find("BGM");
    }

    /** What one part speaks of. */
    private record Key(BillNumber bill, String releaseReference, Optional<Instant> validUntil, String remarks) {
    }

    /** The containers of one part and where their values came from, paths relative to the part. */
    private record Share(List<ReleasedContainer> containers, FieldReader fields, List<KeptGroup> groups) {
    }

    void read(PartSink parts) {
        int gaps = fields.gaps();
        checkDocumentCode();
        Optional<String> reference = fields.reference(bgm);
        DocumentFunction function = Functions.read(fields, bgm);
        Optional<Instant> issuedAt = fields.issued("issuedAt", message.findWithin("DTM", "137"));
        Optional<KeptGroup> transport = message.group("TDT", "20");
        Optional<Voyage> voyage = Voyages.required("voyage", fields, message.find("TDT", "20"));
        Source port = transport.map(group -> group.findWithin("LOC", "11", "9"))
                .orElseGet(() -> new Source(Optional.empty(), "LOC", "11", message.place()));
        Optional<UnLocode> discharge = fields.requiredCoded("portOfDischarge", port, 2, 1, UnLocode::new);
        Optional<Party> carrier = Parties.required("carrier", fields, message.find("NAD", "CA", "CF"));
        String terminal = fields.codedText("terminal", message.find("NAD", "TR"), 2, 1);
        Optional<Party> consignee = Parties.read("consignee", fields, message.find("NAD", "CN"));
        Map<Key, Share> shares = shares();
        if (fields.gaps() > gaps) {
            return;
        }
        var left = new ArrayList<>(shares.keySet());
        shares.forEach((key, share) -> {
            left.remove(key);
            KeptGroup[] sources = (left.isEmpty() ? List.of(message) : share.groups()).toArray(KeptGroup[]::new);
            share.fields().adopt("", fields.origins());
            Lineage lineage = share.fields().lineage(sources);
            parts.part(new ContainerReleaseOrder(reference.orElseThrow(), function, issuedAt.orElseThrow(), key.releaseReference(),
                    voyage.orElseThrow(), discharge.orElseThrow(), carrier.orElseThrow(), terminal, consignee, key.bill(),
                    share.containers(), key.validUntil(), key.remarks()), lineage);
        });
    }

    private void checkDocumentCode() {
        FieldReader probe = fields.fresh();
        probe.required("document code", bgm, 1, 1, CoreorReading::releaseOrder);
        fields.addGaps(probe.gaps());
    }

    /** 129 is the release order; 640 the delivery order that some carriers send instead. */
    private static String releaseOrder(String code) {
        return switch (code) {
            case "129", "640", "12" -> code;
            default -> throw new RefusedValueException("CODE_UNKNOWN", code, "129 release order");
        };
    }

    private Map<Key, Share> shares() {
        var shares = new LinkedHashMap<Key, Share>();
        List<KeptGroup> groups = message.groups("EQD");
        Totals.check(fields, message.find("CNT", "16"), groups.size());
        for (KeptGroup group : groups) {
            for (Source bill : bills(group)) {
                share(shares, group, bill).ifPresent(share -> {
                    share.groups().add(group);
                    container(share.fields(), "containers[" + share.containers().size() + "].", group)
                            .ifPresent(share.containers()::add);
                });
            }
        }
        if (groups.isEmpty()) {
            bills(message).forEach(bill -> share(shares, message, bill));
        }
        return shares;
    }

    /** The bills of a container, several when goods of several are in it; else those of the header. */
    private List<Source> bills(KeptGroup group) {
        List<Source> own = group.findAll("RFF", "BM");
        List<Source> bills = own.isEmpty() ? message.findAll("RFF", "BM") : own;
        return bills.isEmpty() ? List.of(group.find("RFF", "BM")) : bills;
    }

    private Optional<Share> share(Map<Key, Share> shares, KeptGroup group, Source bill) {
        FieldReader probe = fields.fresh();
        Optional<Key> key = key(probe, group, bill);
        if (key.isEmpty()) {
            countGap(probe);
        }
        return key.map(known -> shares.computeIfAbsent(known, first -> new Share(new ArrayList<>(), probe, new ArrayList<>())));
    }

    /** The finding is told already; only the gap is passed on. */
    private void countGap(FieldReader probe) {
        fields.addGaps(probe.gaps());
    }

    private Optional<Key> key(FieldReader probe, KeptGroup group, Source billReference) {
        Optional<BillNumber> bill = probe.required("bill", billReference, 1, 2, BillNumber::new);
        String release = probe.required("releaseReference", own(group, "RFF", "RE"), 1, 2, text -> text).orElse("");
        Optional<Instant> validUntil = probe.instant("validUntil", limit(group));
        String remarks = probe.lines("remarks", own(group, "FTX", "AAI"), 4);
        return probe.gaps() > 0 ? Optional.empty() : bill.map(known -> new Key(known, release, validUntil, remarks));
    }

    /** Latest release (DTM 400), or expiry (36) in the directories that do not know 400 yet. */
    private Source limit(KeptGroup group) {
        Source own = group.findWithin("DTM", "400", "36");
        Source header = own.or(() -> message.find("DTM", "400", "36"));
        return message.group("TDT", "20").map(transport -> header.or(() -> transport.find("DTM", "400", "36"))).orElse(header);
    }

    /** What the container says, or else the header. */
    private Source own(KeptGroup group, String tag, String qualifier) {
        return group.find(tag, qualifier).or(() -> message.find(tag, qualifier));
    }

    private Optional<ReleasedContainer> container(FieldReader share, String path, KeptGroup group) {
        Source eqd = group.opening();
        Optional<ContainerNumber> number = Equipment.number(path + "number", share, eqd);
        String sizeType = Equipment.sizeType(path + "sizeType", share, eqd);
        List<ContainerSeal> seals = Equipment.seals(path + "seals", share, group.all("SEL"));
        String customs = share.text(path + "customsRelease", group.find("RFF", "AHZ"), 1, 2);
        Source road = group.find("TDT", "1");
        road.text(3, 1);
        String haulier = share.codedText(path + "haulier", road, 5, 1);
        if (number.isEmpty()) {
            fields.addGaps(1);
        }
        return number.map(known -> new ReleasedContainer(known, sizeType, seals, customs, haulier));
    }
}
