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
import io.fairway.document.PersonList;
import io.fairway.document.PortCallDocument;
import io.fairway.document.ShipReport;
import io.fairway.document.ShipmentDocument;
import io.fairway.document.ShippingInstruction;
import io.fairway.document.StatusReport;
import io.fairway.document.StowageInstruction;
import io.fairway.document.SyntaxReport;
import io.fairway.document.TransportDocument;
import io.fairway.document.VerifiedGrossMass;
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
            case StatusReport _ -> Optional.of("IFTSTA");
            case ShipmentDocument shipment -> Optional.of(ofShipment(shipment));
            case PortCallDocument call -> Optional.of(ofPortCall(call));
            case ContainerNotice notice -> Optional.of(ofNotice(notice));
            case ContentReport _ -> Optional.of("APERAK:D:96B:UN");
            case SyntaxReport _ -> Optional.of("CONTRL:D:3:UN");
        };
    }

    private static String ofShipment(ShipmentDocument shipment) {
        return switch (shipment) {
            case TransportDocument _ -> "IFTMCS";
            case ShippingInstruction _ -> "IFTMIN";
            case BookingConfirmation _ -> "IFTMBC";
        };
    }

    private static String ofPortCall(PortCallDocument call) {
        return switch (call) {
            case ShipReport _ -> "CUSREP";
            case DangerousGoodsDeclaration _ -> "IFTDGN";
            case PersonList _ -> "PAXLST";
            case BerthRequest _ -> "BERMAN";
            case BayPlan _ -> "BAPLIE";
            case StowageInstruction _ -> "MOVINS";
        };
    }

    private static String ofNotice(ContainerNotice notice) {
        return switch (notice) {
            case LoadDischargeOrder _ -> "COPRAR";
            case HaulageAnnouncement _ -> "COPINO";
            case ContainerAnnouncement _ -> "COPARN";
            case VerifiedGrossMass _ -> "VERMAS";
            case ContainerHandlingOrder _ -> "COHAOR";
        };
    }

    static Optional<String> wco(Document document) {
        return switch (document) {
            case GoodsDeclaration _ -> Optional.of(XmlDialects.WCO_DEC);
            case CustomsResponse _ -> Optional.of(XmlDialects.WCO_RES);
            default -> Optional.empty();
        };
    }

    static Optional<String> chinaManifest(Document document) {
        return switch (document) {
            case Manifest _ -> Optional.of(XmlDialects.MT1101);
            case CustomsResponse _ -> Optional.of(XmlDialects.MT1101_RECEIPT);
            default -> Optional.empty();
        };
    }
}
