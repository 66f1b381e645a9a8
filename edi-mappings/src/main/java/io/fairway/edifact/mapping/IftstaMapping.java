package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.e;

import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Party;
import io.fairway.document.StatusReport;
import io.fairway.document.StatusReport.StatusContainer;
import io.fairway.document.StatusReport.StatusEvent;
import io.fairway.document.UnwritableDocumentException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * IFTSTA, the status report (all directories since D.95B): {@link StatusReport}, one part per bill, one per event that names none.
 * The status is UNECE Recommendation 24 in C555 (9011, later 4405).
 */
final class IftstaMapping implements MessageMapping {
    private static final String STATUS_REPORT = "23";

    @Override
    public String messageType() {
        return "IFTSTA";
    }

    @Override
    public MessageReading open(FieldReader fields, PartSink parts) {
        return message -> read(fields, message, parts);
    }

    /** The events of one bill, what was read of them, and where they stood. */
    private record Share(List<StatusEvent> events, FieldReader fields, List<KeptGroup> groups) {
    }

    private static void read(FieldReader fields, KeptGroup message, PartSink parts) {
        int gaps = fields.gaps();
        Source bgm = message.find("BGM");
        bgm.text(1, 1);
        Optional<String> reference = fields.reference(bgm);
        DocumentFunction function = Functions.read(fields, bgm);
        Optional<Instant> issuedAt = fields.issued("issuedAt", message.find("DTM", "137"));
        Optional<Party> sender = Parties.read("sender", fields, message.find("NAD", "MS"));
        Optional<Party> carrier = Parties.read("carrier", fields, message.find("NAD", "CA"));
        List<Share> shares = shares(fields, message);
        if (fields.gaps() > gaps) {
            return;
        }
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(i);
            share.fields().adopt("", fields.origins());
            List<KeptGroup> sources = i == shares.size() - 1 ? List.of(message) : share.groups();
            parts.part(new StatusReport(reference.orElseThrow(), function, issuedAt.orElseThrow(), sender, carrier, share.events()),
                    share.fields().lineage(sources.toArray(KeptGroup[]::new)));
        }
    }

    private static List<Share> shares(FieldReader fields, KeptGroup message) {
        var shares = new LinkedHashMap<String, Share>();
        List<KeptGroup> consignments = message.groups("CNI");
        if (consignments.isEmpty()) {
            fields.missing("events[0]", message.find("CNI"), 0, 0);
        }
        for (KeptGroup consignment : consignments) {
            consignment.opening().text(1, 1);
            for (KeptGroup status : consignment.groups("STS")) {
                share(fields, shares, StatusReading.bill(message, consignment, status), status);
            }
        }
        return List.copyOf(shares.values());
    }

    private static void share(FieldReader fields, Map<String, Share> shares, StatusReading.Bill bill, KeptGroup status) {
        String key = bill.source().isPresent() ? "bill " + bill.value() : "event " + shares.size();
        Share share = shares.computeIfAbsent(key, first -> new Share(new ArrayList<>(), fields.fresh(), new ArrayList<>()));
        share.groups().add(status);
        int gaps = share.fields().gaps();
        StatusReading.event(share.fields(), "events[" + share.events().size() + "].", status, bill).ifPresent(share.events()::add);
        fields.addGaps(share.fields().gaps() - gaps);
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        if (!(document instanceof StatusReport report)) {
            throw new UnwritableDocumentException("document", "IFTSTA says status reports only");
        }
        draft.beginning(STATUS_REPORT, "reference", report.reference(), Functions.code(report.function()));
        draft.time("137", report.issuedAt());
        report.carrier().ifPresent(carrier -> Parties.write(draft, "CA", "carrier", carrier, "172", "ZZZ"));
        report.sender().ifPresent(sender -> Parties.write(draft, "MS", "sender", sender));
        MessageDraft.mandatory("events", report.events().isEmpty() ? "" : "some", 4);
        MessageDraft.atMost(999, report.events().size(), "events");
        for (int i = 0; i < report.events().size(); i++) {
            event(i, report.events().get(i), draft);
        }
    }

    private static void event(int index, StatusEvent event, MessageDraft draft) {
        String path = "events[" + index + "].";
        draft.segment("CNI", e(Integer.toString(index + 1)), e(event.bill().map(Object::toString).orElse("")));
        draft.segment("STS", e("1"), e(MessageDraft.mandatory(path + "status", event.status(), 3)));
        draft.reference("AHZ", path + "releaseNumber", event.releaseNumber());
        draft.time("334", event.happenedAt());
        draft.text("AAI", path + "remark", event.remark());
        if (event.place().matches("[A-Z]{2}[A-Z2-9]{3}")) {
            draft.location("14", event.place());
        } else {
            draft.agreedLocation("14", path + "place", event.place());
        }
        event.voyage().ifPresent(voyage -> Voyages.write(draft, "20", path + "voyage", voyage));
        MessageDraft.atMost(99, event.containers().size(), path + "containers");
        for (StatusContainer container : event.containers()) {
            Equipment.write(draft, path + "containers", container.number(), container.sizeType(), "");
            Equipment.writeSeals(draft, path + "containers.seals", container.seals());
        }
    }
}
