package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.e;

import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.Voyage;
import io.fairway.document.id.ShipId;
import io.fairway.document.id.VoyageNumber;
import io.fairway.edifact.Element;
import java.util.Optional;

/** Voyages of ships in TDT segments: conveyance reference 8028, carrier C040, ship in C222. */
final class Voyages {

    private Voyages() {
    }

    /** The voyage; a missing or refused member is a finding and a gap. */
    static Optional<Voyage> required(String path, FieldReader fields, Source tdt) {
        if (!tdt.isPresent()) {
            fields.missing(path, tdt, 0, 0);
            return Optional.empty();
        }
        useMode(tdt);
        Optional<ShipId> ship = ShipNumbers.required(fields.path(path, ".ship"), fields, tdt);
        String name = fields.text(fields.path(path, ".shipName"), tdt, 8, 4);
        Optional<VoyageNumber> number = fields.required(fields.path(path, ".number"), tdt, 2, 1, VoyageNumber::new);
        String carrier = fields.codedText(fields.path(path, ".carrierCode"), tdt, 5, 1);
        return ship.isPresent() && number.isPresent()
                ? Optional.of(new Voyage(ship.orElseThrow(), name, number.orElseThrow(), carrier)) : Optional.empty();
    }

    /** The voyage when the segment names a ship and a voyage; what it says of one without the other is left unused. */
    static Optional<Voyage> optional(String path, FieldReader fields, Source tdt) {
        boolean isNamed = !tdt.holds(2, 1, "") && !(tdt.holds(8, 1, "") && tdt.holds(8, 4, ""));
        return isNamed ? required(path, fields, tdt) : Optional.empty();
    }

    /** Says when a reference (RFF+VON) names another voyage than the transport. */
    static void checkReference(FieldReader fields, KeptGroup message, Optional<Voyage> voyage) {
        for (KeptSegment segment : message.within("RFF")) {
            if (segment.holds(1, 1, "VON")) {
                segment.text(1, 1);
                String said = segment.text(1, 2);
                voyage.filter(known -> !said.equals(known.number().value())).ifPresent(known ->
                        fields.report(ContentRule.VOYAGE_DIFFERS, segment.place(1, 2), said, known.number().value()));
            }
        }
    }

    private static void useMode(Source tdt) {
        tdt.text(3, 1);
    }

    /** @param stage 8051: 20 main carriage, 30 on-carriage */
    static void write(MessageDraft draft, String stage, String path, Voyage voyage) {
        write(draft, stage, path, voyage, "");
    }

    /** @param flag ISO 3166 alpha-2 country of registry (8453), may be empty */
    static void write(MessageDraft draft, String stage, String path, Voyage voyage, String flag) {
        Element carrier = voyage.carrierCode().isEmpty() ? Element.NONE
                : e(MessageDraft.fit(path + ".carrierCode", voyage.carrierCode(), 17), "172", "ZZZ");
        draft.segment("TDT", e(stage), e(voyage.number().value()), e("1"), Element.NONE, carrier, Element.NONE, Element.NONE,
                ShipNumbers.element(draft, path, voyage, MessageDraft.fit("ship.flag", flag, 3)));
    }

    static void writeRequired(MessageDraft draft, String path, Optional<Voyage> voyage) {
        write(draft, "20", path, voyage.orElseThrow(() -> new UnwritableDocumentException(path, "the message cannot do without it")));
    }
}
