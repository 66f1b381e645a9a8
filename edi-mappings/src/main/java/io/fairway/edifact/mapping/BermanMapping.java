package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.e;

import io.fairway.document.BerthRequest;
import io.fairway.document.BerthRequest.Kind;
import io.fairway.document.Contact;
import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Party;
import io.fairway.document.PortCall;
import io.fairway.document.ShipParticulars;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.Voyage;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.UnLocode;
import io.fairway.edifact.Element;
import java.time.Instant;
import java.util.Optional;

/**
 * BERMAN, the berth management message (all directories that have it, from D.00B): one {@link BerthRequest}. The port stands beside
 * the berth in LOC+153, as related location, or in LOC+60; without one, the port that it is sent to is meant.
 */
final class BermanMapping implements MessageMapping {

    @Override
    public String messageType() {
        return "BERMAN";
    }

    @Override
    public MessageReading open(FieldReader fields, PartSink parts) {
        return message -> read(fields, message, parts);
    }

    private static void read(FieldReader fields, KeptGroup message, PartSink parts) {
        int gaps = fields.gaps();
        Source bgm = message.find("BGM");
        Optional<Kind> kind = fields.requiredCoded("kind", bgm, 1, 1, BermanMapping::kind);
        Optional<String> reference = fields.reference(bgm);
        DocumentFunction function = Functions.read(fields, bgm);
        Optional<Instant> issuedAt = fields.issued("issuedAt", message.find("DTM", "137"));
        String remarks = fields.lines("remarks", message.find("FTX", "AAI"), 4);
        Source tdt = message.find("TDT", "20");
        KeptGroup transport = message.groupOrEmpty("TDT", "20");
        ShipParticulars ship = Ships.read(fields, transport, tdt);
        Optional<PortCall> call = call(fields, transport, tdt);
        Voyages.checkReference(fields, message, call.map(PortCall::voyage));
        Optional<Party> agent = Parties.required("agent", fields, message.find("NAD", "CG", "AM", "MS"));
        Optional<Contact> contact = Contacts.read("contact", fields, message.groupOrEmpty("NAD", "CG", "AM", "MS"));
        if (fields.gaps() == gaps) {
            parts.part(new BerthRequest(reference.orElseThrow(), function, kind.orElseThrow(), issuedAt.orElseThrow(), call.orElseThrow(),
                    ship, agent.orElseThrow(), contact, remarks), fields.lineage(message));
        }
    }

    private static Kind kind(String code) {
        return switch (code) {
            case "316" -> Kind.APPLICATION;
            case "352" -> Kind.NOTICE_OF_USE;
            default -> throw new RefusedValueException("CODE_UNKNOWN", code, "316 application for a berth or 352 notice of its use");
        };
    }

    private static Optional<PortCall> call(FieldReader fields, KeptGroup transport, Source tdt) {
        Optional<Voyage> voyage = Voyages.required("call.voyage", fields, tdt);
        Source place = transport.find("LOC", "153");
        String berth = fields.codedText("call.berth", place, 2, 1);
        Optional<UnLocode> port = port(fields, transport, place);
        Optional<UnLocode> last = fields.coded("call.lastPort", transport.find("LOC", "125"), 2, 1, UnLocode::new);
        Optional<UnLocode> next = fields.coded("call.nextPort", transport.find("LOC", "61"), 2, 1, UnLocode::new);
        Optional<Instant> expected = fields.instant("call.estimatedArrival", transport.findWithin("DTM", "132"));
        Optional<Instant> leaves = fields.instant("call.estimatedDeparture", transport.findWithin("DTM", "133"));
        Optional<Instant> arrived = fields.instant("call.arrivedAt", transport.findWithin("DTM", "178"));
        Optional<Instant> left = fields.instant("call.departedAt", transport.findWithin("DTM", "186", "136"));
        return voyage.map(ship -> new PortCall(ship, port, berth, expected, leaves, arrived, left, last, next));
    }

    private static Optional<UnLocode> port(FieldReader fields, KeptGroup transport, Source berth) {
        Source named = transport.find("LOC", "60", "8", "11");
        if (named.isPresent()) {
            return fields.coded("call.port", named, 2, 1, UnLocode::new);
        }
        return fields.coded("call.port", berth, 3, 1, UnLocode::new);
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        if (!(document instanceof BerthRequest request)) {
            throw new UnwritableDocumentException("document", "BERMAN says berth requests only");
        }
        String code = switch (request.kind()) {
            case APPLICATION -> "316";
            case NOTICE_OF_USE -> "352";
        };
        draft.beginning(code, "reference", request.reference(), Functions.code(request.function()));
        draft.time("137", request.issuedAt());
        draft.text("AAI", "remarks", request.remarks());
        draft.reference("VON", "call.voyage.number", request.voyage().number().value());
        Parties.write(draft, "CG", "agent", request.agent());
        request.contact().ifPresent(contact -> Contacts.write(draft, "contact", contact));
        Voyages.write(draft, "20", "call.voyage", request.voyage(), request.ship().flag());
        Ships.write(draft, request.ship());
        call(request.call(), draft);
    }

    private static void call(PortCall call, MessageDraft draft) {
        call.lastPort().ifPresent(port -> draft.location("125", port));
        call.nextPort().ifPresent(port -> draft.location("61", port));
        Element berth = call.berth().isEmpty() ? Element.NONE : e(MessageDraft.fit("call.berth", call.berth(), 25), "ZZZ", "ZZZ");
        if (call.port().isPresent() || !call.berth().isEmpty()) {
            draft.segment("LOC", e("153"), berth, call.port().map(port -> e(port.value(), "139", "6")).orElse(Element.NONE));
        }
        draft.time("132", call.estimatedArrival());
        draft.time("178", call.arrivedAt());
        draft.time("133", call.estimatedDeparture());
        draft.time("186", call.departedAt());
    }
}
