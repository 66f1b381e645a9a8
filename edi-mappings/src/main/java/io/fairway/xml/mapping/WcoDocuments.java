package io.fairway.xml.mapping;

import io.fairway.document.SupportingDocument;
import io.fairway.document.id.Sha256;
import io.fairway.xml.FieldReader;
import io.fairway.xml.XmlOutput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Supporting documents of a WCO declaration, {@code AdditionalDocument{CategoryCode, ID, TypeCode}}. A type of UNTDID 1001 has
 * category {@code N} (N 380: invoice); a national type of four characters is category and type (C505). Right behind a document,
 * an entry of category {@code DAT} has its date of issue ({@code yyyyMMdd}) and one of category {@code SHA} the SHA-256 of the
 * uploaded file, because the element at the declaration's level has no place for them.
 */
final class WcoDocuments {
    private static final String ELEMENT = "AdditionalDocument";
    private static final String DATE = "DAT";
    private static final String DIGEST = "SHA";
    private static final Pattern UN_TYPE = Pattern.compile("[0-9]{3}");
    private static final Pattern NATIONAL_TYPE = Pattern.compile("[A-Z][A-Z0-9]{3}");
    private static final int CODE_LIMIT = 3;
    private static final int NUMBER_LIMIT = 70;
    private static final String INVOICE = "380";

    private WcoDocuments() {
    }

    /** Documents of the declaration, then of its items, then the invoice of the shipment. */
    static List<SupportingDocument> read(FieldReader declaration) {
        List<SupportingDocument> documents = new ArrayList<>();
        readAll(declaration, documents);
        declaration.child("GoodsShipment", "").ifPresent(shipment -> {
            shipment.each("GovernmentAgencyGoodsItem").forEach(item -> readAll(item, documents));
            shipment.child("Invoice", "documents[" + documents.size() + "]").ifPresent(invoice -> {
                invoice.marker("IssueDateTime/DateTimeString/@formatCode");
                documents.add(new SupportingDocument(INVOICE, invoice.text("number", "ID"),
                        invoice.value("issuedOn", "IssueDateTime/DateTimeString", XmlValues::date), Optional.empty()));
            });
        });
        return documents;
    }

    private static void readAll(FieldReader holder, List<SupportingDocument> documents) {
        for (FieldReader entry : holder.each(ELEMENT)) {
            String category = entry.marker("CategoryCode");
            boolean isDetail = (category.equals(DATE) || category.equals(DIGEST)) && !documents.isEmpty();
            if (isDetail) {
                FieldReader detail = entry.as("documents[" + (documents.size() - 1) + "]");
                detail.marker("TypeCode");
                documents.add(detailed(documents.removeLast(), category, detail));
            } else {
                FieldReader document = entry.as("documents[" + documents.size() + "]");
                document.marker("EffectiveDateTime/DateTimeString/@formatCode");
                Optional<LocalDate> issuedOn = document.value("issuedOn", "EffectiveDateTime/DateTimeString", XmlValues::date);
                documents.add(new SupportingDocument(typeOf(category, document.text("typeCode", "TypeCode")),
                        document.text("number", "ID"), issuedOn, Optional.empty()));
            }
        }
    }

    private static SupportingDocument detailed(SupportingDocument document, String category, FieldReader detail) {
        return category.equals(DATE)
                ? new SupportingDocument(document.typeCode(), document.number(), detail.value("issuedOn", "ID", XmlValues::date),
                        document.attachment())
                : new SupportingDocument(document.typeCode(), document.number(), document.issuedOn(),
                        detail.value("attachment", "ID", Sha256::new));
    }

    private static String typeOf(String category, String type) {
        return category.equals("N") ? type : category + type;
    }

    static void write(XmlOutput xml, List<SupportingDocument> documents) {
        for (int i = 0; i < documents.size(); i++) {
            SupportingDocument document = documents.get(i);
            String path = "documents[" + i + "]";
            writeEntry(xml, path, categoryOf(document.typeCode()), document.number(), document.typeCode());
            document.issuedOn().ifPresent(date ->
                    writeEntry(xml, path, DATE, XmlValues.written(date), document.typeCode()));
            document.attachment().ifPresent(digest -> writeEntry(xml, path, DIGEST, digest.value(), document.typeCode()));
        }
    }

    private static String categoryOf(String type) {
        if (UN_TYPE.matcher(type).matches()) {
            return "N";
        }
        return NATIONAL_TYPE.matcher(type).matches() ? type.substring(0, 1) : "";
    }

    private static void writeEntry(XmlOutput xml, String path, String category, String id, String type) {
        String written = NATIONAL_TYPE.matcher(type).matches() ? type.substring(1) : type;
        xml.open(ELEMENT)
                .leaf(path, "CategoryCode", category, CODE_LIMIT)
                .leaf(path + ".number", "ID", id, NUMBER_LIMIT)
                .leaf(path + ".typeCode", "TypeCode", written, CODE_LIMIT)
                .close();
    }
}
