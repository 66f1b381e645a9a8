package io.fairway.edifact.mapping;

import io.fairway.document.DocumentFunction;
import io.fairway.document.Lineage.Origin;
import io.fairway.document.Manifest;
import io.fairway.document.ManifestConsignment.CustomsTreatment;
import io.fairway.document.Party;
import io.fairway.document.Voyage;
import io.fairway.document.finding.Certainty;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.UnLocode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The header of a CUSCAR.
 *
 * @param manifest without consignments; empty when a required value is missing
 * @param masterBill bill that all house consignments are under (RFF+MB)
 * @param treatment what customs is to do with goods that do not say it themselves
 * @param origins where the values that all consignments share came from
 * @param defaults where the values came from that hold for consignments that do not say them themselves
 */
record ManifestHeader(Optional<Manifest> manifest, Optional<BillNumber> masterBill, CustomsTreatment treatment, List<Origin> origins,
                      List<Origin> defaults) {

    static ManifestHeader read(FieldReader fields, KeptGroup message) {
        int gaps = fields.gaps();
        Source bgm = message.find("BGM");
        bgm.text(1, 1);
        Optional<String> reference = fields.required("reference", bgm, 2, 1, text -> text);
        DocumentFunction function = Functions.read(fields, bgm);
        Optional<Instant> issuedAt = fields.issued("issuedAt", message.find("DTM", "137"));
        Source tdt = message.find("TDT", "20", "11");
        Optional<Voyage> voyage = Voyages.required("voyage", fields, tdt);
        voyage.ifPresent(known -> checkVoyageReference(fields, message, known));
        Optional<Party> carrier = carrier(fields, message.find("NAD", "CA"), tdt);
        Optional<Party> agent = Parties.read("agent", fields, message.find("NAD", "CG"));
        Optional<UnLocode> departure = fields.coded("portOfDeparture", message.findWithin("LOC", "5"), 2, 1, UnLocode::new);
        Optional<UnLocode> arrival = fields.requiredCoded("portOfArrival", message.findWithin("LOC", "60", "11"), 2, 1, UnLocode::new);
        String office = fields.codedText("customsOffice", message.findWithin("LOC", "22"), 2, 1);
        Source arrives = message.findWithin("DTM", "132");
        Optional<Instant> departedAt = fields.instant("departedAt", message.findWithin("DTM", "186", "136", "133"));
        Optional<Instant> arrivesAt = fields.instant("estimatedArrival", arrives);
        if (departedAt.isPresent() && arrivesAt.isPresent() && arrivesAt.get().isBefore(departedAt.get())) {
            fields.report(ContentRule.DATES_OUT_OF_ORDER, arrives.place(1, 2), arrivesAt.get().toString(), departedAt.get().toString());
        }
        FieldReader defaults = fields.fresh();
        Optional<BillNumber> master = defaults.optional("consignments[0].bill", message.find("RFF", "MB"), 1, 2, BillNumber::new);
        CustomsTreatment treatment = treatment(defaults, message).orElse(CustomsTreatment.IMPORT);
        Optional<Manifest> manifest = fields.gaps() > gaps ? Optional.empty() : Optional.of(new Manifest(reference.orElseThrow(),
                function, issuedAt.orElseThrow(), voyage.orElseThrow(), carrier.orElseThrow(), agent, departure,
                arrival.orElseThrow(), office, departedAt, arrivesAt, List.of()));
        return new ManifestHeader(manifest, master, treatment, fields.origins(), defaults.origins());
    }

    /** What customs is to do with the goods, by GIS (until D.96B and after) or GEI (D.16A). */
    static Optional<CustomsTreatment> treatment(FieldReader fields, KeptGroup group) {
        for (KeptSegment segment : group.within("GIS")) {
            Optional<CustomsTreatment> said = treatment(segment, 1, fields);
            if (said.isPresent()) {
                return said;
            }
        }
        for (KeptSegment segment : group.within("GEI")) {
            Optional<CustomsTreatment> said = treatment(segment, 2, fields);
            if (said.isPresent()) {
                segment.text(1, 1);
                return said;
            }
        }
        return Optional.empty();
    }

    private static Optional<CustomsTreatment> treatment(KeptSegment segment, int element, FieldReader fields) {
        for (CustomsTreatment treatment : CustomsTreatment.values()) {
            if (segment.holds(element, 1, code(treatment))) {
                return fields.optional("consignments[0].treatment", Source.of(segment), element, 1, code -> treatment);
            }
        }
        return Optional.empty();
    }

    /** EDIFACT 7365. */
    static String code(CustomsTreatment treatment) {
        return switch (treatment) {
            case EXPORT -> "22";
            case IMPORT -> "23";
            case TRANSIT -> "24";
            case TRANSHIPMENT -> "28";
        };
    }

    /** A house report names its sender, not the carrier: then the carrier is whom the transport names. */
    private static Optional<Party> carrier(FieldReader fields, Source nad, Source tdt) {
        Optional<Party> named = Parties.read("carrier", fields, nad);
        if (named.isPresent()) {
            return named;
        }
        return fields.requiredCoded("carrier.code", tdt, 5, 1, Party::coded);
    }

    private static void checkVoyageReference(FieldReader fields, KeptGroup message, Voyage voyage) {
        Source reference = message.find("RFF", "VON");
        String said = reference.text(1, 2);
        if (!said.isEmpty() && !said.equals(voyage.number().value())) {
            fields.report(ContentRule.VOYAGE_DIFFERS, reference.place(1, 2), said, voyage.number().value(), Certainty.LIKELY);
        }
    }
}
