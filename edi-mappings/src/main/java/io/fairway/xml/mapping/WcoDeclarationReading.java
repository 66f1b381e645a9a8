package io.fairway.xml.mapping;

import io.fairway.document.DeclaredItem;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Envelope;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.Envelope.Syntax;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.GoodsDeclaration.Direction;
import io.fairway.document.Party;
import io.fairway.document.SupportingDocument;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.LocalReferenceNumber;
import io.fairway.xml.FieldReader;
import io.fairway.xml.XmlElement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a WCO declaration (DEC). The interchange's reference is the functional reference with the function code, and the version
 * when one is stated ({@code LRN/13/2}): an amendment repeats the functional reference of what it amends. The sender is the
 * declarant's identifier.
 */
final class WcoDeclarationReading {
    private static final List<String> BILL_TYPES = List.of("704", "705", "706", "710", "714");

    private final XmlSession session;

    WcoDeclarationReading(XmlSession session) {
        this.session = session;
    }

    /** @param whole the heading of the envelope and the {@code Declaration} */
    void read(XmlElement whole) {
        FieldReader fields = FieldReader.of(whole, "", session::finding);
        Environment environment = WcoEnvelope.read(fields);
        FieldReader declaration = fields.child("Declaration", "").orElse(fields);
        String reference = declaration.peek("FunctionalReferenceID");
        if (reference.isEmpty()) {
            declaration.missing("FunctionalReferenceID", "lrn");
            return;
        }
        int version = WcoStatement.VERSION.read(declaration, "version", XmlValues::count).orElse(1);
        String key = reference + "/" + declaration.peek("FunctionCode") + (version == 1 ? "" : "/" + version);
        String sender = WcoParty.DECLARANT.peekCode(declaration, declaration);
        session.startInterchange(new Envelope(Syntax.XML, key, sender, "", environment, 0));
        session.startMessage(XmlDialects.WCO_DEC);
        Optional<GoodsDeclaration> read = declarationOf(declaration, version);
        if (read.isPresent()) {
            session.part(read.get(), fields.lineage());
        } else {
            session.incomplete();
        }
    }

    private Optional<GoodsDeclaration> declarationOf(FieldReader fields, int version) {
        FieldReader shipment = fields.child("GoodsShipment", "").orElse(fields);
        Optional<LocalReferenceNumber> lrn = fields.required("lrn", "FunctionalReferenceID", LocalReferenceNumber::new);
        var kind = WcoFunction.read(fields);
        Direction direction = WcoFunction.direction(fields, shipment);
        String procedure = procedure(fields, shipment);
        String office = fields.text("customsOffice", "DeclarationOfficeID");
        Optional<LocalDate> declaredOn = date(fields, "declaredOn",
                fields.peek("IssueDateTime/DateTimeString").isEmpty() ? "AcceptanceDateTime" : "IssueDateTime");
        Optional<LocalDate> arrivalOn = WcoStatement.ARRIVAL.read(fields, "arrivalOn", XmlValues::date);
        var transport = new WcoTransport(fields, shipment);
        List<BillNumber> bills = bills(shipment);
        List<ContainerNumber> containers = transport.readContainers();
        Optional<Party> declarant = WcoParty.DECLARANT.read(fields, fields, "declarant");
        boolean isCancellation = kind.filter(function -> function == DocumentFunction.CANCEL).isPresent();
        if (declarant.isEmpty() && isCancellation) {
            declarant = Optional.of(fields.text("declarant.code", "Submitter/ID")).filter(code -> !code.isEmpty()).map(Party::coded);
        }
        if (declarant.isEmpty()) {
            fields.missing("Declarant/ID", "declarant");
        }
        if (!isCancellation) {
            checkSubject(fields, bills, containers);
        }
        List<SupportingDocument> documents = WcoDocuments.read(fields);
        List<DeclaredItem> items = new ArrayList<>();
        shipment.children("GovernmentAgencyGoodsItem", "items").forEach(item -> WcoItem.read(item).ifPresent(items::add));
        fields.marker("GoodsItemQuantity");
        if (!fields.isComplete()) {
            return Optional.empty();
        }
        return Optional.of(new GoodsDeclaration(lrn.orElseThrow(), kind.orElseThrow(), version, direction, procedure, office, declaredOn,
                arrivalOn, transport.readVoyage(), bills, containers, shipment.text("exportCountry", "ExportCountry/ID"),
                transport.readPortOfDischarge(), declarant.orElseThrow(), WcoParty.IMPORTER.read(shipment, fields, "importer"),
                WcoParty.EXPORTER.read(fields, fields, "exporter"),
                fields.value("packages", "TotalPackageQuantity", XmlValues::count),
                WcoStatement.PACKAGE_TYPE.read(fields, "packageType", Function.identity()).orElse(""),
                fields.value("grossKilograms", "TotalGrossMassMeasure", XmlValues::decimal),
                shipment.value("deliveryTerms", "TradeTerms/ConditionCode", Function.<String>identity())
                        .or(() -> WcoStatement.TERMS.read(fields, "deliveryTerms", Function.identity())).orElse(""),
                WcoMoney.read(fields, "invoiceTotal", "InvoiceAmount"), documents, items));
    }

    private void checkSubject(FieldReader fields, List<BillNumber> bills, List<ContainerNumber> containers) {
        if (bills.isEmpty()) {
            session.finding(containers.isEmpty() ? XmlContentRule.DECLARATION_WITHOUT_SUBJECT : XmlContentRule.DECLARATION_WITHOUT_BILL,
                    fields.place(), "");
        }
    }

    private static Optional<LocalDate> date(FieldReader fields, String member, String element) {
        fields.marker(element + "/DateTimeString/@formatCode");
        return fields.value(member, element + "/DateTimeString", XmlValues::date);
    }

    /** The procedure of the first item; the others' say the same in a declaration for one procedure. */
    private static String procedure(FieldReader fields, FieldReader shipment) {
        String first = shipment.text("procedure", "GovernmentAgencyGoodsItem/GovernmentProcedure/CurrentCode");
        shipment.each("GovernmentAgencyGoodsItem").forEach(item -> {
            if (item.peek("GovernmentProcedure/CurrentCode").equals(first)) {
                item.marker("GovernmentProcedure/CurrentCode");
            }
        });
        return first.isEmpty() ? WcoStatement.PROCEDURE.read(fields, "procedure", Function.identity()).orElse("") : first;
    }

    private static List<BillNumber> bills(FieldReader shipment) {
        List<BillNumber> bills = new ArrayList<>();
        for (FieldReader previous : shipment.each("PreviousDocument")) {
            if (BILL_TYPES.contains(previous.peek("TypeCode"))) {
                previous.marker("TypeCode");
                previous.marker("CategoryCode");
                previous.required("bills[" + bills.size() + "]", "ID", BillNumber::new).ifPresent(bills::add);
            }
        }
        return bills;
    }
}
