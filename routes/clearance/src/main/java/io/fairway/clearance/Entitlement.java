package io.fairway.clearance;

import io.fairway.clearance.ClearanceEvent.AgencyFact;
import io.fairway.clearance.ClearanceEvent.BillMoved;
import io.fairway.clearance.ClearanceEvent.BulkFetched;
import io.fairway.clearance.ClearanceEvent.BulkReleaseEnded;
import io.fairway.clearance.ClearanceEvent.BulkReleased;
import io.fairway.clearance.ClearanceEvent.CarrierReleaseRevoked;
import io.fairway.clearance.ClearanceEvent.CarrierReleased;
import io.fairway.clearance.ClearanceEvent.ContainerDischarged;
import io.fairway.clearance.ClearanceEvent.ContainerGatedIn;
import io.fairway.clearance.ClearanceEvent.ContainerGatedOut;
import io.fairway.clearance.ClearanceEvent.ContainerLoaded;
import io.fairway.clearance.ClearanceEvent.ContainerOnBoard;
import io.fairway.clearance.ClearanceEvent.CustomsDecided;
import io.fairway.clearance.ClearanceEvent.DeclarationFact;
import io.fairway.clearance.ClearanceEvent.DischargeOrdered;
import io.fairway.clearance.ClearanceEvent.DocumentNoted;
import io.fairway.clearance.ClearanceEvent.ExitAcknowledged;
import io.fairway.clearance.ClearanceEvent.LoadedOnTruck;
import io.fairway.clearance.ClearanceEvent.ManifestAmended;
import io.fairway.clearance.ClearanceEvent.ManifestLodged;
import io.fairway.clearance.ClearanceEvent.ManifestWithdrawn;
import io.fairway.clearance.ClearanceEvent.MovedToExamination;
import io.fairway.clearance.ClearanceEvent.MovementWithdrawn;
import io.fairway.clearance.ClearanceEvent.PickupBooked;
import io.fairway.clearance.ClearanceEvent.ReleaseExpired;
import io.fairway.clearance.ClearanceEvent.ReturnedFromExamination;
import io.fairway.clearance.ClearanceEvent.ShipArrived;
import io.fairway.clearance.ClearanceEvent.TallyReported;
import io.fairway.clearance.ClearanceEvent.TechnicallyRejected;
import io.fairway.clearance.ClearanceEvent.TruckArrived;
import io.fairway.document.ContainerHandlingOrder;
import io.fairway.document.Document;
import io.fairway.document.HaulageAnnouncement;
import io.fairway.document.StatusReport;
import io.fairway.document.VerifiedGrossMass;
import java.util.Optional;

/** Who may say what about a consignment. */
final class Entitlement {

    private Entitlement() {
    }

    /** @return why the sender may not say it; empty when it may */
    static Optional<Reason> refusal(ConsignmentKey key, ClearanceEvent event, Source source) {
        boolean entitled = switch (event) {
            case ManifestLodged _, ManifestAmended _, ManifestWithdrawn _, CarrierReleased _, CarrierReleaseRevoked _,
                 ContainerOnBoard _, DischargeOrdered _ -> speaksForCarrier(key, source);
            case ShipArrived _ -> speaksForCarrier(key, source) || source.is(Role.TERMINAL) || source.is(Role.MARITIME);
            case CustomsDecided _, TechnicallyRejected _, ReturnedFromExamination _ -> source.is(Role.CUSTOMS);
            case DeclarationFact fact -> source.is(Role.FORWARDER) && fact.key().declarant().equals(source.sender());
            case AgencyFact fact -> fact.agency() == Agency.CARRIER ? speaksForCarrier(key, source) : source.is(fact.agency().speaker());
            case TallyReported _, ContainerDischarged _, ContainerLoaded _, ContainerGatedIn _, ContainerGatedOut _,
                 MovementWithdrawn _, MovedToExamination _, TruckArrived _, LoadedOnTruck _ -> source.is(Role.TERMINAL);
            case BillMoved moved -> switch (moved.standing()) {
                case ISSUED, ACCOMPLISHED, REPLACED, ON_PAPER, VOID -> speaksForCarrier(key, source);
                case SURRENDERED_FOR_DELIVERY, SURRENDERED_FOR_CHANGE, GIVEN_BACK -> true; // whoever holds the bill: the contract decides
            };
            case BulkReleased _ -> speaksForCarrier(key, source);
            case BulkFetched _ -> source.is(Role.TERMINAL);
            case BulkReleaseEnded _ -> speaksForCarrier(key, source) || source.is(Role.CUSTOMS) || source.is(Role.MARITIME) || source.is(Role.BORDER);
            case PickupBooked _ -> source.is(Role.HAULIER) || source.is(Role.FORWARDER);
            case DocumentNoted noted -> mayNote(key, noted.document(), source);
            case ReleaseExpired _, ExitAcknowledged _ -> source.is(Role.OPERATOR);
        };
        return entitled ? Optional.empty() : Optional.of(Reason.of("NOT_ENTITLED",
                "The sender may not say this about the consignment.", "发送方无权就该票货物提交此内容。"));
    }

    /** What is said of the goods' way: by their carrier, by who handles them, and of customs' status by customs. */
    private static boolean mayNote(ConsignmentKey key, Document document, Source source) {
        return speaksForCarrier(key, source) || switch (document) {
            case StatusReport _ -> source.is(Role.TERMINAL) || source.is(Role.CUSTOMS) || source.is(Role.HAULIER);
            case HaulageAnnouncement _ -> source.is(Role.HAULIER) || source.is(Role.FORWARDER);
            case VerifiedGrossMass _ -> source.is(Role.FORWARDER) || source.is(Role.TERMINAL);
            case ContainerHandlingOrder _ -> source.is(Role.FORWARDER) || source.is(Role.CUSTOMS);
            case Document _ -> false;
        };
    }

    /** Bills belong to their carrier; an agent speaks for it when appointed. */
    private static boolean speaksForCarrier(ConsignmentKey key, Source source) {
        return source.is(Role.CARRIER) && source.sender().equals(key.carrier())
                || source.is(Role.AGENT) && source.actsFor().contains(key.carrier());
    }
}
