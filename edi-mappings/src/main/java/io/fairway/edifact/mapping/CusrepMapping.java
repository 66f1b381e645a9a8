package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.e;

import io.fairway.document.Contact;
import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Party;
import io.fairway.document.PortCall;
import io.fairway.document.ShipParticulars;
import io.fairway.document.ShipReport;
import io.fairway.document.ShipReport.Occasion;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.Voyage;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.UnLocode;
import java.time.Instant;
import java.util.Optional;

/**
 * CUSREP, the conveyance report (all directories since D.95B): one {@link ShipReport}. BGM 98 and 185 report an arrival, 186 a
 * departure. The port of the call is LOC+60, at a departure LOC+5 of the header.
 */
final class CusrepMapping implements MessageMapping {
    private static final String CREW = "115";
    private static final String PASSENGERS = "114";

    @Override
    public String messageType() {
        return "CUSREP";
    }

    @Override
    public MessageReading open(FieldReader fields, PartSink parts) {
        return message -> read(fields, message, parts);
    }

    private static void read(FieldReader fields, KeptGroup message, PartSink parts) {
        int gaps = fields.gaps();
        Source bgm = message.find("BGM");
        Optional<Occasion> occasion = fields.requiredCoded("occasion", bgm, 1, 1, CusrepMapping::occasion);
        Optional<String> reference = fields.reference(bgm);
        DocumentFunction function = Functions.read(fields, bgm);
        Optional<Instant> issuedAt = fields.issued("issuedAt", message.find("DTM", "137"));
        Optional<Integer> crew = people(fields, "crew", message, CREW);
        Optional<Integer> passengers = people(fields, "passengers", message, PASSENGERS);
        String remarks = fields.lines("remarks", message.find("FTX", "AAI"), 4);
        Source tdt = message.find("TDT", "20", "11", "12");
        ShipParticulars ship = Ships.read(fields, message, tdt);
        Optional<PortCall> call = call(fields, message, tdt, occasion.orElse(Occasion.ARRIVAL));
        Optional<Party> agent = Parties.required("agent", fields, message.find("NAD", "CG", "AM", "MS"));
        Optional<Contact> contact = Contacts.read("contact", fields, message.groupOrEmpty("NAD", "CG", "AM", "MS"));
        if (fields.gaps() == gaps) {
            parts.part(new ShipReport(reference.orElseThrow(), function, occasion.orElseThrow(), issuedAt.orElseThrow(),
                    call.orElseThrow(), ship, agent.orElseThrow(), contact, crew, passengers, remarks), fields.lineage(message));
        }
    }

    private static Occasion occasion(String code) {
        return switch (code) {
            case "98", "185", "933" -> Occasion.ARRIVAL;
            case "186", "833" -> Occasion.DEPARTURE;
            default -> throw new RefusedValueException("CODE_UNKNOWN", code, "98 or 185 arrival, 186 departure");
        };
    }

    private static Optional<Integer> people(FieldReader fields, String path, KeptGroup message, String kind) {
        return fields.count(path, message.find("QTY", kind), 1, 2);
    }

    private static Optional<PortCall> call(FieldReader fields, KeptGroup message, Source tdt, Occasion occasion) {
        String[] own = occasion == Occasion.ARRIVAL ? new String[] {"60", "8", "11"} : new String[] {"5", "60", "9"};
        Optional<Voyage> voyage = Voyages.required("call.voyage", fields, tdt);
        Voyages.checkReference(fields, message, voyage);
        Optional<UnLocode> port = fields.requiredCoded("call.port", message.find("LOC", own), 2, 1, UnLocode::new);
        String berth = fields.codedText("call.berth", message.find("LOC", "153"), 2, 1);
        Optional<UnLocode> last = fields.coded("call.lastPort", message.findWithin("LOC", "125"), 2, 1, UnLocode::new);
        Optional<UnLocode> next = fields.coded("call.nextPort", message.findWithin("LOC", "61"), 2, 1, UnLocode::new);
        Optional<Instant> expected = fields.instant("call.estimatedArrival", message.findWithin("DTM", "132"));
        Optional<Instant> leaves = fields.instant("call.estimatedDeparture", message.findWithin("DTM", "133"));
        Optional<Instant> arrived = fields.instant("call.arrivedAt", message.findWithin("DTM", "178"));
        Optional<Instant> left = fields.instant("call.departedAt", message.findWithin("DTM", "186", "136"));
        return voyage.isEmpty() || port.isEmpty() ? Optional.empty()
                : Optional.of(new PortCall(voyage.get(), port, berth, expected, leaves, arrived, left, last, next));
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        if (!(document instanceof ShipReport report)) {
            throw new UnwritableDocumentException("document", "CUSREP says ship's reports only");
        }
        boolean old = draft.directory().before(DirectoryRelease.D98B);
        String code = switch (report.occasion()) {
            case ARRIVAL -> old ? "98" : "185";
            case DEPARTURE -> "186";
        };
        draft.beginning(code, "reference", report.reference(), Functions.code(report.function()));
        draft.time("137", report.issuedAt());
        report.crew().ifPresent(crew -> draft.segment("QTY", e(CREW, Integer.toString(crew))));
        report.passengers().ifPresent(passengers -> draft.segment("QTY", e(PASSENGERS, Integer.toString(passengers))));
        draft.text("AAI", "remarks", report.remarks());
        Ships.write(draft, report.ship());
        draft.reference("VON", "call.voyage.number", report.voyage().number().value());
        call(report, draft);
        Parties.write(draft, "CG", "agent", report.agent());
        report.contact().ifPresent(contact -> Contacts.write(draft, "contact", contact));
        Voyages.write(draft, "20", "call.voyage", report.voyage(), report.ship().flag());
        report.call().lastPort().ifPresent(port -> draft.location("125", port));
    }

    private static void call(ShipReport report, MessageDraft draft) {
        PortCall call = report.call();
        draft.location(report.occasion() == Occasion.ARRIVAL ? "60" : "5",
                call.port().orElseThrow(() -> new UnwritableDocumentException("call.port", "the message cannot do without it")));
        draft.time("132", call.estimatedArrival());
        draft.time("178", call.arrivedAt());
        draft.time("133", call.estimatedDeparture());
        draft.time("186", call.departedAt());
        call.nextPort().ifPresent(port -> draft.location("61", port));
        draft.agreedLocation("153", "call.berth", call.berth());
    }
}
