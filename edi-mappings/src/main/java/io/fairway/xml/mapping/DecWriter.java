package io.fairway.xml.mapping;

import io.fairway.document.DeclaredItem;
import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.DocumentWriter;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.GoodsDeclaration.Direction;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.Party;
import io.fairway.document.SupportingDocument;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.BillNumber;
import io.fairway.xml.XmlOutput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Writes a goods declaration as the single window's {@code DecMessage} 3.1. The form has a new declaration of one bill, parties by
 * code and name, items with value and net weight; addresses, duties, packages of items, and a test indicator it has not, and a
 * declaration that says them is refused rather than shortened. Spellings are those of the form.
 */
final class DecWriter implements DocumentWriter {

    @Override
    public String dialect() {
        return XmlDialects.DEC_MESSAGE;
    }

    @Override
    public String mediaType() {
        return "application/xml";
    }

    @Override
    public byte[] write(Document document, OutboundEnvelope envelope) {
        if (!(document instanceof GoodsDeclaration declaration)) {
            throw new UnwritableDocumentException("", "a DecMessage says a goods declaration only");
        }
        DecLimits.check(declaration, envelope);
        XmlOutput xml = new XmlOutput().open(DecNames.ROOT).attribute("", "xmlns", DecNames.NAMESPACE).attribute("", "Version", DecNames.VERSION);
        writeHead(xml, declaration);
        xml.open("DecLists");
        for (int i = 0; i < declaration.items().size(); i++) {
            writeItem(xml, declaration.items().get(i), "items[" + i + "]");
        }
        xml.close();
        writeContainers(xml, declaration);
        writeDocuments(xml, declaration.documents());
        declaration.voyage().ifPresent(voyage -> xml.open("DecFreeTxt").leaf("voyage.number", "VoyNo", voyage.number().value()).close());
        xml.open("DecSign").leaf("", "OperType", "C").leaf("lrn", "ClientSeqNo", declaration.lrn().value()).close();
        writeAttachments(xml, declaration.documents());
        return xml.close().bytes();
    }

    private static void writeHead(XmlOutput xml, GoodsDeclaration declaration) {
        boolean isImport = declaration.direction() == Direction.IMPORT;
        Party domestic = (isImport ? declaration.importer() : declaration.exporter()).orElse(Party.named(""));
        Party abroad = (isImport ? declaration.exporter() : declaration.importer()).orElse(Party.named(""));
        String inside = isImport ? "importer" : "exporter";
        String outside = isImport ? "exporter" : "importer";
        xml.open("DecHead")
                .leaf("direction", "IEFlag", isImport ? "I" : "E")
                .leaf("declarant.code", "AgentCode", declaration.declarant().code())
                .leaf("declarant.name", "AgentName", declaration.declarant().name())
                .leaf("bills[0]", "BillNo", declaration.bills().stream().findFirst().map(BillNumber::value).orElse(""))
                .leaf("customsOffice", "CustomMaster", declaration.customsOffice())
                .leaf("grossKilograms", "GrossWet", number(declaration.grossKilograms()))
                .leaf("arrivalOn", "IEDate", declaration.arrivalOn().map(XmlValues::written).orElse(""))
                .leaf("packages", "PackNo", declaration.packages().map(String::valueOf).orElse(""))
                .leaf(inside + ".code", "TradeCode", domestic.code())
                .leaf("exportCountry", "TradeCountry", DecNames.alpha3(declaration.exportCountry()))
                .leaf("procedure", "TradeMode", declaration.procedure())
                .leaf(inside + ".name", "TradeName", domestic.name())
                .leaf("", "TrafMode", "2")
                .leaf("voyage.ship", "TrafName", declaration.voyage().map(voyage -> MtShip.written("voyage.ship", voyage.ship())).orElse(""))
                .leaf("deliveryTerms", "TransMode", DecNames.modeOf(declaration.deliveryTerms()).orElse(""))
                .leaf("packageType", "WrapType", declaration.packageType())
                .leaf("", "EntryType", "M")
                .leaf("declaredOn", "DDate", declaration.declaredOn().map(XmlValues::written).orElse(""))
                .leaf(outside + ".code", isImport ? "OverseasConsignorCode" : "OverseasConsigneeCode", abroad.code())
                .leaf(outside + ".name", isImport ? "OverseasConsignorEname" : "OverseasConsigneeEname", abroad.name())
                .close();
    }

    private static void writeItem(XmlOutput xml, DeclaredItem item, String path) {
        xml.open("DecList")
                .leaf(path + ".commodity", "CodeTS", item.commodity().value())
                .leaf(path + ".description", "GName", item.description())
                .leaf(path + ".number", "GNo", Integer.toString(item.number()))
                .leaf(path + ".origin", "OriginCountry", DecNames.alpha3(item.origin()));
        item.value().ifPresent(value -> xml.leaf(path + ".value.currency", "TradeCurr", value.currency())
                .leaf(path + ".value.amount", "DeclTotal", value.amount().toPlainString()));
        item.netKilograms().ifPresent(net -> xml.leaf(path + ".netKilograms", "FirstQty", net.toPlainString())
                .leaf("", "FirstUnit", DecNames.KILOGRAMS));
        xml.close();
    }

    private static void writeContainers(XmlOutput xml, GoodsDeclaration declaration) {
        xml.open("DecContainers");
        for (int i = 0; i < declaration.containers().size(); i++) {
            xml.open("Container").leaf("containers[" + i + "]", "ContainerId", declaration.containers().get(i).value()).close();
        }
        xml.close();
    }

    private static void writeDocuments(XmlOutput xml, List<SupportingDocument> documents) {
        xml.open("DecLicenseDocus");
        documents.stream().filter(document -> document.attachment().isEmpty()).forEach(document -> xml.open("LicenseDocu")
                .leaf("documents.typeCode", "DocuCode", document.typeCode()).leaf("documents.number", "CertCode", document.number()).close());
        xml.close();
    }

    private static void writeAttachments(XmlOutput xml, List<SupportingDocument> documents) {
        documents.forEach(document -> document.attachment().ifPresent(digest -> xml.open("EdocRealation")
                .leaf("documents.attachment", "EdocID", digest.value()).leaf("documents.typeCode", "EdocCode", document.typeCode())
                .leaf("documents.number", "EdocCopId", document.number()).close()));
    }

    private static String number(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse("");
    }

    static boolean isNew(GoodsDeclaration declaration) {
        return declaration.function() == DocumentFunction.ORIGINAL && declaration.version() == 1;
    }
}
