package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.NONE;
import static io.fairway.edifact.Element.e;

import io.fairway.document.PersonList.Kind;
import io.fairway.document.PersonList.Person;
import io.fairway.document.PersonList.Sex;
import io.fairway.document.PersonList.TravelDocument;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.UnLocode;
import io.fairway.edifact.Element;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One person of a PAXLST: NAD with the name in C080, family name first, and what stands under it. */
final class Persons {
    private static final int NAME_PARTS = 5;
    private static final int LONGEST_NAME = 35;
    private static final int SHORT_DATE = 6;
    /** Two digits of a year of birth mean 1930 to 2029. */
    private static final int LATEST_SHORT_YEAR = 2030;

    private Persons() {
    }

    static Optional<Person> read(String path, FieldReader fields, KeptGroup group) {
        Source nad = group.opening();
        nad.text(1, 1);
        Optional<String> family = fields.required(path + "familyName", nad, 4, 1, text -> text);
        String given = given(path + "givenNames", fields, nad);
        Source attribute = group.find("ATT", "2");
        Sex sex = fields.coded(path + "sex", attribute, 3, 1, Persons::sex).orElse(Sex.NOT_SAID);
        Optional<LocalDate> born = born(path + "bornOn", fields, group.find("DTM", "329"));
        Source birthplace = group.find("LOC", "180");
        String named = fields.text(path + "placeOfBirth", birthplace, 2, 4);
        String place = named.isEmpty() ? fields.codedText(path + "placeOfBirth", birthplace, 2, 1) : named;
        Source nationality = group.find("NAT", "2");
        String country = fields.codedText(path + "nationality", nationality, 2, 1);
        Source employment = group.find("EMP", "1");
        String rank = fields.codedText(path + "rank", employment, 2, 1);
        Optional<UnLocode> on = fields.coded(path + "embarkedAt", group.find("LOC", "178"), 2, 1, UnLocode::new);
        Optional<UnLocode> off = fields.coded(path + "disembarksAt", group.find("LOC", "179"), 2, 1, UnLocode::new);
        List<TravelDocument> documents = documents(path, fields, group);
        return family.map(name -> new Person(name, given, sex, born, place, country, rank, on, off, documents));
    }

    private static Optional<LocalDate> born(String path, FieldReader fields, Source date) {
        boolean isShort = date.text(1, 2).length() == SHORT_DATE;
        return fields.date(path, date).map(day -> isShort && day.getYear() >= LATEST_SHORT_YEAR ? day.minusYears(100) : day);
    }

    private static String given(String path, FieldReader fields, Source nad) {
        var names = new ArrayList<String>();
        for (int part = 2; part <= NAME_PARTS; part++) {
            String name = names.isEmpty() ? fields.text(path, nad, 4, part) : nad.text(4, part);
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return String.join(" ", names);
    }

    private static Sex sex(String code) {
        return switch (code) {
            case "F" -> Sex.FEMALE;
            case "M" -> Sex.MALE;
            case "U", "X" -> Sex.NOT_SAID;
            default -> throw new RefusedValueException("CODE_UNKNOWN", code, "F female, M male or U not said");
        };
    }

    private static List<TravelDocument> documents(String path, FieldReader fields, KeptGroup person) {
        var documents = new ArrayList<TravelDocument>();
        for (KeptGroup group : person.groups("DOC")) {
            String at = path + "documents[" + documents.size() + "].";
            Source doc = group.opening();
            documents.add(new TravelDocument(fields.codedText(at + "typeCode", doc, 1, 1), fields.text(at + "number", doc, 2, 1),
                    fields.date(at + "expiresOn", group.find("DTM", "36")), fields.codedText(at + "issuedBy", group.find("LOC", "91"), 2, 1)));
        }
        return documents;
    }

    static void write(MessageDraft draft, Kind kind, Person person) {
        String qualifier = switch (kind) {
            case CREW -> "FM";
            case PASSENGERS -> "FL";
        };
        draft.segment("NAD", e(qualifier), NONE, NONE, name(person));
        switch (person.sex()) {
            case FEMALE -> draft.segment("ATT", e("2"), NONE, e("F"));
            case MALE -> draft.segment("ATT", e("2"), NONE, e("M"));
            case NOT_SAID -> {
                // ATT is conditional
            }
        }
        person.bornOn().ifPresent(day -> draft.date("329", day));
        person.embarkedAt().ifPresent(port -> draft.location("178", port));
        person.disembarksAt().ifPresent(port -> draft.location("179", port));
        if (!person.placeOfBirth().isEmpty()) {
            draft.segment("LOC", e("180"), e("", "", "", MessageDraft.fit("persons.placeOfBirth", person.placeOfBirth(), 70)));
        }
        if (!person.rank().isEmpty()) {
            draft.segment("EMP", e("1"), e(MessageDraft.fit("persons.rank", person.rank(), 3), "110", "111"));
        }
        if (!person.nationality().isEmpty()) {
            draft.segment("NAT", e("2"), e(MessageDraft.fit("persons.nationality", person.nationality(), 3)));
        }
        MessageDraft.atMost(5, person.documents().size(), "persons.documents");
        person.documents().forEach(document -> write(draft, document));
    }

    private static Element name(Person person) {
        var parts = new ArrayList<String>();
        parts.add(MessageDraft.mandatory("persons.familyName", person.familyName(), LONGEST_NAME));
        if (!person.givenNames().isEmpty()) {
            parts.addAll(MessageDraft.lines("persons.givenNames", person.givenNames(), NAME_PARTS - 1, LONGEST_NAME).components());
        }
        return new Element(parts);
    }

    private static void write(MessageDraft draft, TravelDocument document) {
        draft.segment("DOC", e(MessageDraft.mandatory("persons.documents.typeCode", document.typeCode(), 3), "110", "111"),
                e(MessageDraft.mandatory("persons.documents.number", document.number(), 35)));
        document.expiresOn().ifPresent(day -> draft.date("36", day));
        if (!document.issuedBy().isEmpty()) {
            draft.segment("LOC", e("91"), e(MessageDraft.fit("persons.documents.issuedBy", document.issuedBy(), 3)));
        }
    }
}
