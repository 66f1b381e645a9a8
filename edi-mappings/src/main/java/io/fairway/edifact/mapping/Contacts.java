package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.e;

import io.fairway.document.Contact;
import io.fairway.document.UnwritableDocumentException;
import java.util.Optional;

/** Whom to ask, in CTA and COM segments under a party. */
final class Contacts {
    private static final int LONGEST_NAME = 35;

    private Contacts() {
    }

    /** @param party the group of the party (NAD); COM may stand in it or in the group of CTA */
    static Optional<Contact> read(String path, FieldReader fields, KeptGroup party) {
        Source cta = party.find("CTA");
        cta.text(1, 1);
        String name = fields.text(path + ".name", cta, 2, 2);
        var contact = new Contact(name, number(path + ".telephone", fields, party, "TE"), number(path + ".email", fields, party, "EM"));
        return isNobody(contact) ? Optional.empty() : Optional.of(contact);
    }

    private static String number(String path, FieldReader fields, KeptGroup party, String kind) {
        for (KeptSegment segment : party.within("COM")) {
            if (segment.holds(1, 2, kind)) {
                segment.text(1, 2);
                return fields.text(path, Source.of(segment), 1, 1);
            }
        }
        return "";
    }

    /** CTA and COM; an empty contact cannot be said. */
    static void write(MessageDraft draft, String path, Contact contact) {
        if (isNobody(contact)) {
            throw new UnwritableDocumentException(path, "names nobody");
        }
        draft.segment("CTA", e("IC"), e("", MessageDraft.fit(path + ".name", contact.name(), LONGEST_NAME)));
        int longest = draft.directory().before(DirectoryRelease.D98B) ? 25 : 512;
        number(draft, MessageDraft.fit(path + ".telephone", contact.telephone(), longest), "TE");
        number(draft, MessageDraft.fit(path + ".email", contact.email(), longest), "EM");
    }

    private static void number(MessageDraft draft, String number, String kind) {
        if (!number.isEmpty()) {
            draft.segment("COM", e(number, kind));
        }
    }

    private static boolean isNobody(Contact contact) {
        return contact.equals(new Contact("", "", ""));
    }
}
