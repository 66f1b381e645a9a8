package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.e;

import io.fairway.document.DangerousGoodsDeclaration;
import io.fairway.document.DangerousGoodsDeclaration.DangerousConsignment;
import io.fairway.document.DangerousGoodsDeclaration.DangerousItem;
import io.fairway.document.DangerousGoodsDeclaration.Handling;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.edifact.Element;

/** Writes one IFTDGN. */
final class IftdgnWriting {
    private final MessageDraft draft;

    IftdgnWriting(MessageDraft draft) {
        this.draft = draft;
    }

    void write(DangerousGoodsDeclaration declaration) {
        draft.beginning("890", "reference", declaration.reference(), Functions.code(declaration.function()));
        draft.time("137", declaration.issuedAt());
        handling(declaration.handling());
        draft.reference("VON", "voyage.number", declaration.voyage().number().value());
        Voyages.write(draft, "20", "voyage", declaration.voyage());
        draft.location("60", declaration.port());
        draft.time("132", declaration.estimatedArrival());
        Parties.write(draft, "CG", "agent", declaration.agent());
        declaration.contact().ifPresent(contact -> Contacts.write(draft, "contact", contact));
        MessageDraft.atMost(999, declaration.containers().size(), "containers");
        declaration.containers().forEach(container ->
                Equipment.write(draft, "containers", container.number(), container.sizeType(), ""));
        MessageDraft.mandatory("consignments", declaration.consignments().isEmpty() ? "" : "some", 4);
        MessageDraft.atMost(999, declaration.consignments().size(), "consignments");
        for (int i = 0; i < declaration.consignments().size(); i++) {
            consignment(i, declaration.consignments().get(i));
        }
    }

    private void handling(Handling handling) {
        switch (handling) {
            case DISCHARGE -> draft.segment("HAN", e("DIS"));
            case LOADING -> draft.segment("HAN", e("LOA"));
            case TRANSIT -> draft.segment("HAN", e("TRA"));
            case NOT_SAID -> {
                // HAN is conditional
            }
        }
    }

    private void consignment(int index, DangerousConsignment consignment) {
        String path = "consignments[" + index + "].";
        draft.segment("CNI", e(Integer.toString(index + 1)), e(consignment.bill().value()));
        consignment.portOfLoading().ifPresent(port -> draft.location("9", port));
        consignment.portOfDischarge().ifPresent(port -> draft.location("11", port));
        consignment.consignor().ifPresent(party -> Parties.write(draft, "CZ", path + "consignor", party));
        MessageDraft.mandatory(path + "goods", consignment.goods().isEmpty() ? "" : "some", 4);
        MessageDraft.atMost(99, consignment.goods().size(), path + "goods");
        consignment.goods().forEach(item -> item(path + "goods.", item));
    }

    private void item(String path, DangerousItem item) {
        Element packages = item.packages() == 0 && item.packageType().isEmpty() ? Element.NONE
                : e(item.packages() == 0 ? "" : Integer.toString(item.packages()),
                        MessageDraft.fit(path + "packageType", item.packageType(), 17));
        draft.segment("GID", e(Integer.toString(item.number())), packages);
        MessageDraft.atMost(99, item.placements().size(), path + "placements");
        item.placements().forEach(placement -> draft.segment("SGP", e(placement.container().value()),
                e(placement.packages().map(Object::toString).orElse(""))));
        Dangers.write(draft, path + "dangerous", item.dangerous(), item.regulation(), item.emergencySchedule());
        draft.text("AAD", path + "technicalName", MessageDraft.mandatory(path + "technicalName", item.technicalName(), 350));
        if (item.netKilograms().isEmpty() && item.grossKilograms().isEmpty()) {
            throw new UnwritableDocumentException(path + "grossKilograms", "the message cannot do without a weight");
        }
        draft.kilograms("AAL", path + "netKilograms", item.netKilograms());
        draft.kilograms("G", path + "grossKilograms", item.grossKilograms());
        draft.cell(path + "stowage", item.stowage());
    }
}
