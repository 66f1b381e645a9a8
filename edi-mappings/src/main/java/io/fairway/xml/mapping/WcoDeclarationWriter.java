package io.fairway.xml.mapping;

import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.DocumentWriter;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.xml.XmlOutput;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Writes a goods declaration as a WCO declaration in the DMS profile, elements in the order of its schema; {@link WcoStatement}
 * and {@link WcoParty} say how values are told that the profile has no or too short an element for. Sender, recipient and
 * reference of the envelope have no place in the form.
 */
final class WcoDeclarationWriter implements DocumentWriter {
    private static final Pattern TERMS = Pattern.compile("[A-Za-z]{3}");
    private static final String BILL_OF_LADING = "705";
    private static final String PREVIOUS_DOCUMENT = "Z";
    private static final int ITEMS = 999;

    @Override
    public String dialect() {
        return XmlDialects.WCO_DEC;
    }

    @Override
    public String mediaType() {
        return "application/xml";
    }

    @Override
    public byte[] write(Document document, OutboundEnvelope envelope) {
        if (!(document instanceof GoodsDeclaration declaration)) {
            throw new UnwritableDocumentException("", "a WCO declaration says a goods declaration only");
        }
        if (declaration.items().size() > ITEMS) {
            throw new UnwritableDocumentException("items", "a WCO declaration has at most " + ITEMS + " items");
        }
        XmlOutput xml = WcoEnvelope.write("DEC", WcoNames.DECLARATION, WcoNames.DECLARATION_TYPES, envelope.environment());
        xml.open("Declaration");
        writeHeader(xml, declaration);
        WcoDocuments.write(xml, declaration.documents());
        writeStatements(xml, declaration);
        WcoTransport.writeBorder(xml, declaration);
        WcoParty.DECLARANT.write(xml, "declarant", declaration.declarant());
        declaration.exporter().ifPresent(party -> WcoParty.EXPORTER.write(xml, "exporter", party));
        writeShipment(xml, declaration);
        return xml.close().close().bytes();
    }

    private static void writeHeader(XmlOutput xml, GoodsDeclaration declaration) {
        xml.leaf("function", "FunctionCode", WcoFunction.functionCode(declaration.function()))
                .leaf("lrn", "FunctionalReferenceID", declaration.lrn().value());
        declaration.declaredOn().ifPresent(date -> xml.open("IssueDateTime").open("ds:DateTimeString").attribute("", "formatCode", "102")
                .text("declaredOn", ofThisCentury(date)).close().close());
        xml.leaf("function", "TypeCode", WcoFunction.typeCode(declaration.function(), declaration.direction()));
        if (!declaration.items().isEmpty()) {
            xml.leaf("items", "GoodsItemQuantity", Integer.toString(declaration.items().size()));
        }
        xml.leaf("customsOffice", "DeclarationOfficeID", declaration.customsOffice(), 17);
        declaration.invoiceTotal().ifPresent(total -> WcoMoney.write(xml, "invoiceTotal", "InvoiceAmount", total));
        xml.leaf("grossKilograms", "TotalGrossMassMeasure", WcoMoney.measure("grossKilograms", declaration.grossKilograms()))
                .leaf("packages", "TotalPackageQuantity", declaration.packages().map(String::valueOf).orElse(""), 8);
    }

    private static String ofThisCentury(LocalDate date) {
        if (date.getYear() < 2000 || date.getYear() > 2099) {
            throw new UnwritableDocumentException("declaredOn", "the form has dates from 2000 to 2099");
        }
        return XmlValues.written(date);
    }

    private static void writeStatements(XmlOutput xml, GoodsDeclaration declaration) {
        WcoStatement.VERSION.write(xml, "version", declaration.version() == 1 ? "" : Integer.toString(declaration.version()));
        WcoStatement.FUNCTION.write(xml, "function", WcoFunction.statement(declaration.function()));
        WcoStatement.DIRECTION.write(xml, "direction",
                declaration.function() == DocumentFunction.ORIGINAL ? "" : declaration.direction().name());
        WcoStatement.PROCEDURE.write(xml, "procedure", declaration.items().isEmpty() ? declaration.procedure() : "");
        declaration.arrivalOn().ifPresent(day -> WcoStatement.ARRIVAL.write(xml, "arrivalOn", XmlValues.written(day)));
        WcoTransport.writeStatements(xml, declaration);
        WcoStatement.PACKAGE_TYPE.write(xml, "packageType", declaration.packageType());
        WcoStatement.TERMS.write(xml, "deliveryTerms", isCodedTerms(declaration) ? "" : declaration.deliveryTerms());
        WcoParty.DECLARANT.writeStatements(xml, "declarant", declaration.declarant());
        declaration.importer().ifPresent(party -> WcoParty.IMPORTER.writeStatements(xml, "importer", party));
        declaration.exporter().ifPresent(party -> WcoParty.EXPORTER.writeStatements(xml, "exporter", party));
    }

    private static boolean isCodedTerms(GoodsDeclaration declaration) {
        return TERMS.matcher(declaration.deliveryTerms()).matches();
    }

    private static void writeShipment(XmlOutput xml, GoodsDeclaration declaration) {
        xml.open("GoodsShipment");
        WcoTransport.writeConsignment(xml, declaration);
        xml.open("ExportCountry").leaf("exportCountry", "ID", declaration.exportCountry(), 2).close();
        for (int i = 0; i < declaration.items().size(); i++) {
            WcoItem.write(xml, "items[" + i + "]", declaration.items().get(i), declaration.procedure());
        }
        declaration.importer().ifPresent(party -> WcoParty.IMPORTER.write(xml, "importer", party));
        for (int i = 0; i < declaration.bills().size(); i++) {
            xml.open("PreviousDocument").leaf("", "CategoryCode", PREVIOUS_DOCUMENT)
                    .leaf("bills[" + i + "]", "ID", declaration.bills().get(i).value()).leaf("", "TypeCode", BILL_OF_LADING).close();
        }
        if (isCodedTerms(declaration)) {
            xml.open("TradeTerms").leaf("deliveryTerms", "ConditionCode", declaration.deliveryTerms()).close();
        }
        xml.close();
    }
}
