package io.fairway.dialect;

import io.fairway.document.BayPlan;
import io.fairway.document.BerthRequest;
import io.fairway.document.BookingConfirmation;
import io.fairway.document.ContainerAnnouncement;
import io.fairway.document.ContainerHandlingOrder;
import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerNotice;
import io.fairway.document.ContainerReleaseOrder;
import io.fairway.document.ContentReport;
import io.fairway.document.CustomsResponse;
import io.fairway.document.DangerousGoodsDeclaration;
import io.fairway.document.Document;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.HaulageAnnouncement;
import io.fairway.document.LoadDischargeOrder;
import io.fairway.document.Manifest;
import io.fairway.document.ManifestConsignment.CustomsTreatment;
import io.fairway.document.PersonList;
import io.fairway.document.PortCallDocument;
import io.fairway.document.ShipReport;
import io.fairway.document.ShipmentDocument;
import io.fairway.document.ShippingInstruction;
import io.fairway.document.StatusReport;
import io.fairway.document.StowageInstruction;
import io.fairway.document.SyntaxReport;
import io.fairway.document.TradeDocument;
import io.fairway.document.TransportDocument;
import io.fairway.document.VerifiedGrossMass;
import io.fairway.json.mapping.DcsaTransportDocumentWriter;
import io.fairway.xml.mapping.XmlDialects;
import java.util.Optional;

/** Which form a document has in a dialect when none is asked for; a new kind of document must be given an answer here. */
final class UsualForms {

    private UsualForms() {
    }

    static Optional<String> edifact(Document document) {
        return switch (document) {
            case Manifest _ -> Optional.of("CUSCAR:D:95B:UN");
            case GoodsDeclaration _ -> Optional.of("CUSDEC:D:96B:UN");
            case CustomsResponse _ -> Optional.of("CUSRES:D:96B:UN");
            case ContainerReleaseOrder _ -> Optional.of("COREOR:D:00B:UN:SMDG20");
            case ContainerMovementReport report -> Optional.of(switch (report.movement()) {
                case DISCHARGED, LOADED -> "COARRI:D:95B:UN:SMDG14";
                case GATE_IN, GATE_OUT -> "CODECO:D:95B:UN:ITG14";
            });
            case StatusReport _ -> Optional.of("IFTSTA:D:00B:UN");
            case ShipmentDocument shipment -> Optional.of(ofShipment(shipment));
            case PortCallDocument call -> Optional.of(ofPortCall(call));
            case ContainerNotice notice -> Optional.of(ofNotice(notice));
            case TradeDocument _ -> Optional.empty();
            case ContentReport _ -> Optional.of("APERAK:D:96B:UN");
            case SyntaxReport _ -> Optional.of("CONTRL:D:3:UN");
        };
    }

    private static String ofShipment(ShipmentDocument shipment) {
        return switch (shipment) {
            case TransportDocument _ -> "IFTMCS:D:99B:UN";
            case ShippingInstruction _ -> "IFTMIN:D:99B:UN";
            case BookingConfirmation _ -> "IFTMBC:D:99B:UN";
        };
    }

    private static String ofPortCall(PortCallDocument call) {
        return switch (call) {
            case ShipReport _ -> "CUSREP:D:95B:UN";
            case DangerousGoodsDeclaration _ -> "IFTDGN:D:98B:UN";
            case PersonList _ -> "PAXLST:D:02B:UN";
            case BerthRequest _ -> "BERMAN:D:04A:UN";
            case BayPlan _ -> "BAPLIE:D:95B:UN:SMDG22";
            case StowageInstruction _ -> "MOVINS:D:95B:UN:SMDG21";
        };
    }

    private static String ofNotice(ContainerNotice notice) {
        return switch (notice) {
            case LoadDischargeOrder _ -> "COPRAR:D:00B:UN:SMDG20";
            case HaulageAnnouncement _ -> "COPINO:D:95B:UN:ITG13";
            case ContainerAnnouncement _ -> "COPARN:D:95B:UN:ITG11";
            case VerifiedGrossMass _ -> "VERMAS:D:16A:UN:SMDG10";
            case ContainerHandlingOrder _ -> "COHAOR:D:95B:UN";
        };
    }

    static Optional<String> wco(Document document) {
        return switch (document) {
            case GoodsDeclaration _ -> Optional.of(XmlDialects.WCO_DEC);
            case CustomsResponse _ -> Optional.of(XmlDialects.WCO_RES);
            default -> Optional.empty();
        };
    }

    static Optional<String> dcsa(Document document) {
        return document instanceof TransportDocument ? Optional.of(DcsaTransportDocumentWriter.FORM) : Optional.empty();
    }

    /** A manifest of goods that all leave is a pre-loading manifest. */
    static Optional<String> chinaManifest(Document document) {
        return switch (document) {
            case Manifest manifest -> Optional.of(isExport(manifest) ? XmlDialects.MT2101 : XmlDialects.MT1101);
            case CustomsResponse _ -> Optional.of(XmlDialects.MT1101_RECEIPT);
            case LoadDischargeOrder order when order.operation() == LoadDischargeOrder.Operation.LOAD -> Optional.of(XmlDialects.MT4101);
            case ContainerMovementReport report -> switch (report.movement()) {
                case GATE_IN -> Optional.of(XmlDialects.MT3101);
                case DISCHARGED -> Optional.of(XmlDialects.MT5101);
                case LOADED -> Optional.of(XmlDialects.MT5102);
                case GATE_OUT -> Optional.empty();
            };
            case ContentReport _ -> Optional.of(XmlDialects.MT3101_RECEIPT);
            default -> Optional.empty();
        };
    }

    static Optional<String> chinaDeclaration(Document document) {
        return switch (document) {
            case GoodsDeclaration _ -> Optional.of(XmlDialects.DEC_MESSAGE);
            case CustomsResponse _ -> Optional.of(XmlDialects.DEC_RESULT);
            case SyntaxReport _ -> Optional.of(XmlDialects.DEC_RESPONSE);
            default -> Optional.empty();
        };
    }

    static Optional<String> trade(Document document) {
        return document instanceof TradeDocument ? Optional.of(XmlDialects.TRADE) : Optional.empty();
    }

    static Optional<String> fal(Document document) {
        return switch (document) {
            case ShipReport _, PersonList _, DangerousGoodsDeclaration _ -> Optional.of(XmlDialects.FAL);
            default -> Optional.empty();
        };
    }

    private static boolean isExport(Manifest manifest) {
        return !manifest.consignments().isEmpty()
                && manifest.consignments().stream().allMatch(consignment -> consignment.treatment() == CustomsTreatment.EXPORT);
    }
}
