package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.NONE;
import static io.fairway.edifact.Element.e;

import io.fairway.document.DeclaredItem;
import io.fairway.document.DeclaredItem.Duty;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.GoodsDeclaration.Direction;
import io.fairway.document.Money;
import io.fairway.document.SupportingDocument;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.edifact.Element;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes one CUSDEC (D.96B). */
final class CusdecWriting {
    private final MessageDraft draft;

    CusdecWriting(MessageDraft draft) {
        this.draft = draft;
    }

    void write(GoodsDeclaration declaration) {
        beginning(declaration);
        header(declaration);
        attachments(declaration.documents());
        references(declaration);
        declaration.voyage().ifPresent(voyage -> Voyages.write(draft, "20", "voyage", voyage));
        documents(declaration.documents());
        declaration.exporter().ifPresent(party -> Parties.write(draft, "EX", "exporter", party));
        declaration.importer().ifPresent(party -> Parties.write(draft, "IM", "importer", party));
        Parties.write(draft, "DT", "declarant", declaration.declarant());
        if (!declaration.deliveryTerms().isEmpty()) {
            draft.segment("TOD", e("3"), NONE, e(MessageDraft.fit("deliveryTerms", declaration.deliveryTerms(), 3)));
        }
        declaration.invoiceTotal().ifPresent(this::invoiceTotal);
        draft.segment("UNS", e("D"));
        MessageDraft.mandatory("items", declaration.items().isEmpty() ? "" : "some", 4);
        String invoiceCurrency = declaration.invoiceTotal().map(Money::currency).orElse("");
        for (int i = 0; i < declaration.items().size(); i++) {
            item("items[" + i + "].", declaration.items().get(i), invoiceCurrency);
        }
        draft.segment("UNS", e("S"));
        declaration.packages().ifPresent(packages -> draft.count("11", packages));
    }

    private void beginning(GoodsDeclaration declaration) {
        String code = switch (declaration.direction()) {
            case IMPORT -> "929";
            case EXPORT -> "830";
        };
        Element number = declaration.version() == 1 ? e(declaration.lrn().value())
                : e(declaration.lrn().value(), Integer.toString(declaration.version()));
        draft.segment("BGM", e(code), number, e(Functions.code(declaration.function())));
    }

    private void header(GoodsDeclaration declaration) {
        if (!declaration.procedure().isEmpty()) {
            draft.segment("CST", NONE, e(MessageDraft.fit("procedure", declaration.procedure(), 18), "117", "ZZZ"));
        }
        draft.segment("LOC", e("22"), e(MessageDraft.mandatory("customsOffice", declaration.customsOffice(), 25), "ZZZ", "ZZZ"));
        if (!declaration.exportCountry().isEmpty()) {
            draft.segment("LOC", e("35"), e(MessageDraft.fit("exportCountry", declaration.exportCountry(), 25), "162", "5"));
        }
        declaration.portOfDischarge().ifPresent(port -> draft.location("11", port));
        declaration.declaredOn().ifPresent(date -> draft.date("137", date));
        declaration.arrivalOn().ifPresent(date -> draft.date("132", date));
        String treatment = declaration.direction() == Direction.IMPORT ? "23" : "22";
        if (draft.directory().before(DirectoryRelease.D03A)) {
            draft.segment("GIS", e(treatment));
        } else {
            // GEI took the place of GIS: 9649 code 1, processing indicator
            draft.segment("GEI", e("1"), e(treatment));
        }
        draft.kilograms("G", "grossKilograms", declaration.grossKilograms());
        MessageDraft.atMost(999, declaration.containers().size(), "containers");
        for (ContainerNumber container : declaration.containers()) {
            draft.segment("EQD", e("CN"), e(container.value()));
        }
    }

    private void attachments(List<SupportingDocument> documents) {
        for (int i = 0; i < documents.size(); i++) {
            String ordinal = Integer.toString(i + 1);
            documents.get(i).attachment().ifPresent(digest -> draft.segment("FTX", e("DOC"), NONE, NONE,
                    e(ordinal, "SHA-256", digest.value().toUpperCase(Locale.ROOT))));
        }
    }

    private void references(GoodsDeclaration declaration) {
        MessageDraft.mandatory("bills", declaration.bills().isEmpty() ? "" : "some", 4);
        MessageDraft.atMost(98, declaration.bills().size(), "bills");
        draft.reference("ABE", "lrn", declaration.lrn().value());
        for (BillNumber bill : declaration.bills()) {
            draft.reference("BM", "bills", bill.value());
        }
        if (declaration.packages().isPresent() || !declaration.packageType().isEmpty()) {
            packages("packageType", declaration.packages(), declaration.packageType());
        }
    }

    private void packages(String path, Optional<Integer> packages, String type) {
        draft.segment("PAC", e(packages.map(Object::toString).orElse("")), NONE, e(MessageDraft.fit(path, type, 17)));
    }

    private void documents(List<SupportingDocument> documents) {
        MessageDraft.atMost(10, documents.size(), "documents");
        for (SupportingDocument document : documents) {
            draft.segment("DOC", e(MessageDraft.mandatory("documents.typeCode", document.typeCode(), 3)),
                    e(MessageDraft.fit("documents.number", document.number(), 35)));
            document.issuedOn().ifPresent(date -> draft.date("137", date));
        }
    }

    private void invoiceTotal(Money total) {
        draft.segment("MOA", e("39", MessageDraft.number("invoiceTotal.amount", total.amount())));
        if (!total.currency().isEmpty()) {
            draft.segment("CUX", e("2", MessageDraft.fit("invoiceTotal.currency", total.currency(), 3), "4"));
        }
    }

    private void item(String path, DeclaredItem item, String invoiceCurrency) {
        draft.segment("CST", e(Integer.toString(item.number())), e(item.commodity().value(), "122", "ZZZ"));
        draft.text("AAA", path + "description", item.description());
        if (!item.origin().isEmpty()) {
            draft.segment("LOC", e("27"), e(MessageDraft.fit(path + "origin", item.origin(), 25), "162", "5"));
        }
        draft.kilograms("AAF", path + "netKilograms", item.netKilograms());
        draft.kilograms("AAB", path + "grossKilograms", item.grossKilograms());
        if (item.packages().isPresent() || !item.packageType().isEmpty()) {
            packages(path + "packageType", item.packages(), item.packageType());
        }
        item.value().ifPresent(value -> {
            if (value.currency().isEmpty() && !invoiceCurrency.isEmpty()) {
                throw new UnwritableDocumentException(path + "value.currency", "would be read as " + invoiceCurrency);
            }
            money("38", path + "value", value, invoiceCurrency);
        });
        for (Duty duty : item.duties()) {
            Element rate = duty.ratePercent().map(percent -> e("", "", "", MessageDraft.number(path + "duties", percent))).orElse(NONE);
            draft.segment("TAX", e("1"), e(MessageDraft.fit(path + "duties.kind", duty.kind(), 3)), NONE, NONE, rate);
            duty.amount().ifPresent(amount -> money("55", path + "duties.amount", amount, ""));
        }
    }

    /** @param assumed the currency a reader assumes, which need not be said */
    private void money(String kind, String path, Money money, String assumed) {
        String currency = money.currency().equals(assumed) ? "" : MessageDraft.fit(path + ".currency", money.currency(), 3);
        draft.segment("MOA", e(kind, MessageDraft.number(path + ".amount", money.amount()), currency));
    }
}
