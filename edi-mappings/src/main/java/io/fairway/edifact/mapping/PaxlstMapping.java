package io.fairway.edifact.mapping;


import io.fairway.document.Contact;
import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Party;
import io.fairway.document.PersonList;
import io.fairway.document.PersonList.Kind;
import io.fairway.document.PersonList.Person;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.Voyage;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.UnLocode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/**
 * PAXLST, the passenger list (all directories since D.95B): one {@link PersonList}. Crew are NAD+FM, passengers NAD+FL. Not every
 * sender dates the list: then it is of the time it was prepared for, the arrival or the departure.
 */
final class PaxlstMapping implements MessageMapping {

    @Override
    public String messageType() {
        return "PAXLST";
    }

    @Override
    public MessageReading open(FieldReader fields, PartSink parts) {
        return message -> read(fields, message, parts);
    }

    private static void read(FieldReader fields, KeptGroup message, PartSink parts) {
        int gaps = fields.gaps();
        Source bgm = message.find("BGM");
        Optional<Kind> kind = fields.requiredCoded("kind", bgm, 1, 1, PaxlstMapping::kind);
        String trip = fields.text("tripReference", message.find("RFF", "TN", "VON"), 1, 2);
        String number = fields.text("reference", bgm, 2, 1);
        Optional<String> reference = number.isEmpty() ? reference(fields, message) : Optional.of(number);
        DocumentFunction function = Functions.read(fields, bgm);
        Optional<Party> sender = Parties.required("sender", fields, message.find("NAD", "MS", "CG"));
        Optional<Contact> contact = Contacts.read("contact", fields, message.groupOrEmpty("NAD", "MS", "CG"));
        Optional<Voyage> voyage = Voyages.required("voyage", fields, message.find("TDT", "20"));
        KeptGroup transport = message.groupOrEmpty("TDT", "20");
        Source arrives = transport.findWithin("DTM", "132", "232");
        Source leaves = transport.findWithin("DTM", "133", "189");
        Optional<Instant> arrival = fields.instant("estimatedArrival", arrives);
        Optional<Instant> departure = fields.instant("estimatedDeparture", leaves);
        Optional<Instant> issuedAt = fields.issued("issuedAt", message.find("DTM", "137").or(() -> arrives).or(() -> leaves));
        Optional<UnLocode> last = fields.coded("lastPort", transport.find("LOC", "125"), 2, 1, UnLocode::new);
        Optional<UnLocode> port = fields.requiredCoded("port", transport.find("LOC", "60", "87", "11"), 2, 1, UnLocode::new);
        var persons = new ArrayList<Person>();
        for (KeptGroup group : message.groups("NAD")) {
            if (group.opening().holds(1, 1, "FM") || group.opening().holds(1, 1, "FL")) {
                Persons.read("persons[" + persons.size() + "].", fields, group).ifPresent(persons::add);
            }
        }
        Source total = message.find("CNT", "41", "42");
        fields.fresh().count("total", total, 1, 2).filter(said -> said != persons.size()).ifPresent(said ->
                fields.report(ContentRule.PERSONS_DIFFER, total.place(1, 2), said.toString(), Integer.toString(persons.size())));
        if (fields.gaps() == gaps) {
            parts.part(new PersonList(reference.orElseThrow(), function, kind.orElseThrow(), issuedAt.orElseThrow(), trip,
                    voyage.orElseThrow(), last, port.orElseThrow(), arrival, departure, sender.orElseThrow(), contact, persons),
                    fields.lineage(message));
        }
    }

    /** A list without a number of its own goes by the journey's: the sender's reference, or the conveyance reference. */
    private static Optional<String> reference(FieldReader fields, KeptGroup message) {
        Source journey = message.find("RFF", "TN");
        Source tdt = message.find("TDT", "20");
        return journey.isPresent() || tdt.holds(2, 1, "") ? fields.required("reference", journey, 1, 2, text -> text)
                : fields.required("reference", tdt, 2, 1, text -> text);
    }

    private static Kind kind(String code) {
        return switch (code) {
            case "250" -> Kind.CREW;
            case "745" -> Kind.PASSENGERS;
            default -> throw new RefusedValueException("CODE_UNKNOWN", code, "250 crew list or 745 passenger list");
        };
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        if (!(document instanceof PersonList list)) {
            throw new UnwritableDocumentException("document", "PAXLST says lists of persons only");
        }
        String code = switch (list.kind()) {
            case CREW -> "250";
            case PASSENGERS -> "745";
        };
        draft.beginning(code, "reference", list.reference(), Functions.code(list.function()));
        draft.reference("TN", "tripReference", list.tripReference());
        draft.time("137", list.issuedAt());
        Parties.write(draft, "MS", "sender", list.sender());
        list.contact().ifPresent(contact -> Contacts.write(draft, "contact", contact));
        Voyages.write(draft, "20", "voyage", list.voyage());
        transport(list, draft);
        MessageDraft.atMost(99_999, list.persons().size(), "persons");
        list.persons().forEach(person -> Persons.write(draft, list.kind(), person));
        draft.count(list.kind() == Kind.CREW ? "41" : "42", list.persons().size());
    }

    /** The directories want exactly one time with the transport; a second one stands with a port. */
    private static void transport(PersonList list, MessageDraft draft) {
        if (list.estimatedArrival().isEmpty() && list.estimatedDeparture().isEmpty()) {
            throw new UnwritableDocumentException("estimatedArrival", "the message cannot do without it or the departure");
        }
        draft.time("132", list.estimatedArrival());
        if (list.estimatedArrival().isEmpty()) {
            draft.time("133", list.estimatedDeparture());
        }
        list.lastPort().ifPresent(port -> draft.location("125", port));
        draft.location("60", list.port());
        if (list.estimatedArrival().isPresent()) {
            draft.time("133", list.estimatedDeparture());
        }
    }
}
