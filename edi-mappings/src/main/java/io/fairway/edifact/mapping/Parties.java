package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.e;

import io.fairway.document.Party;
import io.fairway.edifact.Element;
import java.util.Optional;

/**
 * Parties in NAD segments. The name is taken from C080, or from the unstructured C058 when that is all there is; lines are joined
 * by blanks.
 */
final class Parties {
    private static final Party NOBODY = new Party("", "", "", "", "", "");

    private Parties() {
    }

    static Optional<Party> read(String path, FieldReader fields, Source nad) {
        if (!nad.isPresent()) {
            return Optional.empty();
        }
        String code = fields.codedText(fields.path(path, ".code"), nad, 2, 1);
        String structured = fields.lines(fields.path(path, ".name"), nad, 4);
        String name = structured.isEmpty() ? fields.lines(fields.path(path, ".name"), nad, 3) : structured;
        var party = new Party(code, name, fields.lines(fields.path(path, ".street"), nad, 5), fields.text(fields.path(path, ".city"), nad, 6, 1),
                fields.text(fields.path(path, ".postcode"), nad, 8, 1), fields.text(fields.path(path, ".country"), nad, 9, 1));
        return isNobody(party) ? Optional.empty() : Optional.of(party);
    }

    static Optional<Party> required(String path, FieldReader fields, Source nad) {
        Optional<Party> party = read(path, fields, nad);
        if (party.isEmpty()) {
            fields.missing(path, nad, 2, 1);
        }
        return party;
    }

    /** @param agencies code list and agency of the party code (1131, 3055) */
    static void write(MessageDraft draft, String qualifier, String path, Party party, String... agencies) {
        Element code = party.code().isEmpty() ? Element.NONE
                : e(MessageDraft.fit(path + ".code", party.code(), 35), agencies[0], agencies[1]);
        if (isNobody(party)) {
            MessageDraft.mandatory(path, "", 35);
        }
        draft.segment("NAD", e(qualifier), code, Element.NONE,
                MessageDraft.linesOrNone(path + ".name", party.name(), 5, 35),
                MessageDraft.linesOrNone(path + ".street", party.street(), 3, 35),
                e(MessageDraft.fit(path + ".city", party.city(), 35)), Element.NONE,
                e(MessageDraft.fit(path + ".postcode", party.postcode(), 9)),
                e(MessageDraft.fit(path + ".country", party.country(), 3)));
    }

    /** NAD with a code agreed between the two sides, as most parties here have. */
    static void write(MessageDraft draft, String qualifier, String path, Party party) {
        write(draft, qualifier, path, party, "ZZZ", "ZZZ");
    }

    private static boolean isNobody(Party party) {
        return party.equals(NOBODY);
    }
}
