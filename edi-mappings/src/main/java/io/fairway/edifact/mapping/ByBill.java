package io.fairway.edifact.mapping;

import io.fairway.document.Document;
import io.fairway.document.id.BillNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shares the containers of a terminal message out over the bills they belong to, for one part each; a container without a bill is a
 * part of its own.
 *
 * @param <C> what is read of a container
 */
final class ByBill<C> {
    private final FieldReader header;
    private final KeptGroup message;
    private final Map<String, Share<C>> shares = new LinkedHashMap<>();

    /** @param header what was read of the message itself; every part takes it over */
    ByBill(FieldReader header, KeptGroup message) {
        this.header = header;
        this.message = message;
    }

    /** Reads one container; empty when a required value is missing. */
    interface ContainerReader<C> {
        Optional<C> read(FieldReader fields, String path, KeptGroup group, Optional<BillNumber> bill);
    }

    private record Share<C>(List<C> containers, FieldReader fields, List<KeptGroup> groups) {
    }

    /** Reads all containers; gaps count as gaps of the header, so that a message with one hands over no part. */
    void read(ContainerReader<C> reader) {
        List<KeptGroup> groups = message.groups("EQD");
        Totals.check(header, message.find("CNT", "16"), groups.size());
        if (groups.isEmpty()) {
            header.missing("containers[0]", message.find("EQD"), 0, 0);
        }
        for (KeptGroup group : groups) {
            bills(group).forEach(bill -> container(reader, group, bill));
        }
    }

    /** The bills of a container, several when goods of several are in it; one absent when none is said. */
    private static List<Source> bills(KeptGroup group) {
        List<Source> bills = group.findAll("RFF", "BM");
        return bills.isEmpty() ? List.of(group.find("RFF", "BM")) : bills;
    }

    private void container(ContainerReader<C> reader, KeptGroup group, Source bill) {
        String key = bill.isPresent() ? "bill " + bill.text(1, 2) : "container " + shares.size();
        Share<C> share = shares.computeIfAbsent(key, first -> new Share<>(new ArrayList<>(), header.fresh(), new ArrayList<>()));
        share.groups().add(group);
        int gaps = share.fields().gaps();
        String path = "containers[" + share.containers().size() + "].";
        Optional<BillNumber> number = share.fields().optional(path + "bill", bill, 1, 2, BillNumber::new);
        Optional<C> container = reader.read(share.fields(), path, group, number);
        header.addGaps(share.fields().gaps() - gaps);
        container.ifPresent(share.containers()::add);
    }

    /** Hands over one document per share; the last one carries what of the message was not used. */
    void offer(Function<List<C>, Document> make, PartSink parts) {
        int left = shares.size();
        for (Share<C> share : shares.values()) {
            left--;
            share.fields().adopt("", header.origins());
            List<KeptGroup> sources = left == 0 ? List.of(message) : share.groups();
            parts.part(make.apply(share.containers()), share.fields().lineage(sources.toArray(KeptGroup[]::new)));
        }
    }
}
