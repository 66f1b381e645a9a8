package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.NONE;
import static io.fairway.edifact.Element.e;

import io.fairway.document.Money;
import io.fairway.document.Shipment;
import io.fairway.document.Shipment.FreightTerms;
import io.fairway.document.Shipment.ShippedContainer;
import io.fairway.document.Shipment.ShippedGoods;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.edifact.Element;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Writes what IFTMCS, IFTMIN and IFTMBC have in common, in the order of their segments. */
final class ShipmentWriting {
    private static final String AT = "shipment.";

    private final MessageDraft draft;
    private final Shipment shipment;
    private final Terms terms;

    /** Whether the message has segments for freight, marks, commodity codes, placements and seals. */
    enum Terms {
        /** IFTMCS and IFTMIN. */
        IN_FULL,
        /** IFTMBC. */
        AS_BOOKED
    }

    ShipmentWriting(MessageDraft draft, Shipment shipment, Terms terms) {
        this.draft = draft;
        this.shipment = shipment;
        this.terms = terms;
    }

    /** From TSR to the references: what stands before the carriage. */
    void header(String qualifier, String reference) {
        if (!shipment.serviceCode().isEmpty()) {
            draft.segment("TSR", e(MessageDraft.fit(AT + "serviceCode", shipment.serviceCode(), 3)));
        }
        freight();
        MessageDraft.atMost(99, shipment.clauses().size(), AT + "clauses");
        shipment.clauses().forEach(clause -> draft.text("BLC", AT + "clauses", MessageDraft.mandatory(AT + "clauses", clause, 350)));
        totals();
        shipment.route().placeOfReceipt().ifPresent(place -> draft.location("88", place));
        draft.location("9", shipment.route().portOfLoading());
        draft.location("11", shipment.route().portOfDischarge());
        shipment.route().placeOfDelivery().ifPresent(place -> draft.location("7", place));
        shipment.freightPayableAt().ifPresent(place -> draft.location("57", place));
        draft.reference(qualifier, "reference", reference);
        if (!qualifier.equals("BN")) {
            draft.reference("BN", AT + "bookingNumber", shipment.bookingNumber());
        }
        draft.reference("FF", AT + "forwarderReference", shipment.forwarderReference());
        shipment.freightTerms().ifPresent(this::freightTerms);
    }

    private void freight() {
        if (shipment.freight().isPresent()) {
            onlyInFull(AT + "freight");
            Money freight = shipment.freight().get();
            draft.segment("MOA", e("64", MessageDraft.number(AT + "freight.amount", freight.amount()),
                    MessageDraft.fit(AT + "freight.currency", freight.currency(), 3)));
        }
    }

    private void freightTerms(FreightTerms said) {
        onlyInFull(AT + "freightTerms");
        draft.segment("CPI", e("4"), NONE, e(switch (said) {
            case PREPAID -> "P";
            case COLLECT -> "C";
        }));
    }

    private void onlyInFull(String path) {
        if (terms == Terms.AS_BOOKED) {
            throw new UnwritableDocumentException(path, "a booking confirmation has no place for it");
        }
    }

    private void totals() {
        if (!shipment.containers().isEmpty()) {
            draft.count("16", shipment.containers().stream().mapToInt(ShippedContainer::count).sum());
        }
        List<ShippedGoods> goods = shipment.goods();
        if (!goods.isEmpty() && goods.stream().allMatch(item -> item.grossKilograms().isPresent())) {
            BigDecimal total = goods.stream().map(item -> item.grossKilograms().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
            draft.segment("CNT", e("7", MessageDraft.number(AT + "grossKilograms", total), "KGM"));
        }
    }

    /** The carriage with its times; they stand with the ports. */
    void carriage() {
        Shipment.Route route = shipment.route();
        if (shipment.voyage().isEmpty() && (route.departure().isPresent() || route.arrival().isPresent())) {
            throw new UnwritableDocumentException(AT + "route.departure", "stands with the voyage, which is missing");
        }
        shipment.voyage().ifPresent(voyage -> {
            Voyages.write(draft, "20", AT + "voyage", voyage);
            draft.location("9", route.portOfLoading());
            draft.time("133", route.departure());
            draft.location("11", route.portOfDischarge());
            draft.time("132", route.arrival());
        });
    }

    /** The carrier. */
    void carrier() {
        Parties.write(draft, "CA", AT + "parties.carrier", shipment.parties().carrier(), "172", "ZZZ");
    }

    /** Parties other than the carrier; what stands under the consignor comes between them. */
    void consignor() {
        shipment.parties().consignor().ifPresent(party -> Parties.write(draft, "CZ", AT + "parties.consignor", party));
    }

    void consignee() {
        shipment.parties().consignee().ifPresent(party -> Parties.write(draft, "CN", AT + "parties.consignee", party));
        String notify = draft.directory().before(DirectoryRelease.D13B) ? "N1" : "NI";
        shipment.parties().notifyParty().ifPresent(party -> Parties.write(draft, notify, AT + "parties.notifyParty", party));
        shipment.parties().forwarder().ifPresent(party -> Parties.write(draft, "FW", AT + "parties.forwarder", party));
    }

    void cargo() {
        MessageDraft.atMost(999, shipment.goods().size(), AT + "goods");
        shipment.goods().forEach(this::goods);
        MessageDraft.atMost(999, shipment.containers().size(), AT + "containers");
        shipment.containers().forEach(this::container);
    }

    private void goods(ShippedGoods item) {
        String path = AT + "goods.";
        Element packages = item.packages() == 0 && item.packageType().isEmpty() ? NONE
                : e(item.packages() == 0 ? "" : Integer.toString(item.packages()),
                        MessageDraft.fit(path + "packageType", item.packageType(), 17));
        draft.segment("GID", e(Integer.toString(item.number())), packages);
        item.commodity().ifPresent(code -> {
            onlyInFull(path + "commodity");
            draft.segment("PIA", e("5"), e(code.value(), "HS"));
        });
        draft.text("AAA", path + "description", item.description());
        draft.kilograms("G", path + "grossKilograms", item.grossKilograms());
        item.cubicMetres().ifPresent(volume ->
                draft.segment("MEA", e("AAE"), e("ABJ"), e("MTQ", MessageDraft.number(path + "cubicMetres", volume))));
        marks(path + "marks", item.marks());
        MessageDraft.atMost(999, item.placements().size(), path + "placements");
        item.placements().forEach(placement -> {
            onlyInFull(path + "placements");
            draft.segment("SGP", e(placement.container().value()), e(placement.packages().map(Object::toString).orElse("")));
        });
        Dangers.writeAll(draft, path + "dangerous", item.dangerous());
    }

    private void marks(String path, List<String> marks) {
        MessageDraft.atMost(90, marks.size(), path);
        for (int from = 0; from < marks.size(); from += 10) {
            onlyInFull(path);
            List<String> lines = marks.subList(from, Math.min(from + 10, marks.size()));
            lines.forEach(line -> MessageDraft.mandatory(path, line, 35));
            draft.segment("PCI", e("28"), new Element(lines));
        }
    }

    private void container(ShippedContainer container) {
        String path = AT + "containers";
        Equipment.write(draft, path, container.number(), container.sizeType(), "", container.fullness());
        Equipment.writeCount(draft, path, container.number(), container.count());
        draft.kilograms("T", path + ".tareKilograms", container.tareKilograms());
        draft.kilograms("G", path + ".grossKilograms", container.grossKilograms());
        draft.kilograms("VGM", path + ".verifiedKilograms", container.verifiedKilograms());
        if (!container.seals().isEmpty()) {
            onlyInFull(path + ".seals");
        }
        Equipment.writeSeals(draft, path + ".seals", container.seals());
    }

    /** DOC under the consignor: the transport document in so many originals. */
    void originals(Optional<Integer> originals) {
        if (originals.isPresent() && shipment.parties().consignor().isEmpty()) {
            throw new UnwritableDocumentException("originals", "stands with the consignor, who is missing");
        }
        originals.ifPresent(count -> draft.segment("DOC", e("706"), NONE, NONE, NONE, e(Integer.toString(count))));
    }
}
