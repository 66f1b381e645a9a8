package io.fairway.clearance;

import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerReleaseOrder;
import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.ExaminationPlace;
import io.fairway.document.Document;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.Manifest;
import io.fairway.document.SupportingDocument;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.LocalReferenceNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A fact about one consignment. Records of values only, so that a store can write them by component and read them back by simple
 * class name. Facts that came as a document hold the part of it that speaks of this consignment, because others may have to be told
 * it later.
 */
public sealed interface ClearanceEvent {

    /** What the carrier says of its cargo. */
    sealed interface ManifestFact extends ClearanceEvent {
    }

    /** Original manifest (MT1101 function 9; CUSCAR 85). */
    record ManifestLodged(Manifest manifest) implements ManifestFact {
    }

    /** Changed manifest (CUSCAR 1225 4 or 5). */
    record ManifestAmended(Manifest manifest) implements ManifestFact {
    }

    /** The bill is taken off the manifest (function 1 or 3). */
    record ManifestWithdrawn(Manifest manifest) implements ManifestFact {
    }

    /** The ship is alongside (COARRI DTM+178; CUSREP). */
    record ShipArrived(Instant at) implements ManifestFact {
    }

    /** The tally of the discharge is complete. @param discharged the containers found */
    record TallyReported(String report, List<ContainerNumber> discharged) implements ManifestFact {
        public TallyReported {
            discharged = List.copyOf(discharged);
        }
    }

    /** What customs decided about the manifest or a declaration; the response says which. */
    record CustomsDecided(CustomsResponse response) implements ClearanceEvent {
    }

    /** What a declarant says. */
    sealed interface DeclarationFact extends ClearanceEvent {
        DeclarationKey key();
    }

    /** A goods declaration for the first time. @param declarant party id */
    record DeclarationSubmitted(String declarant, GoodsDeclaration declaration) implements DeclarationFact {
        @Override
        public DeclarationKey key() {
            return new DeclarationKey(declarant, declaration.lrn());
        }
    }

    /** The same declaration, changed or corrected: version plus one. */
    record DeclarationAmended(String declarant, GoodsDeclaration declaration) implements DeclarationFact {
        @Override
        public DeclarationKey key() {
            return new DeclarationKey(declarant, declaration.lrn());
        }
    }

    /** The declarant asks customs to cancel it. */
    record DeclarationCancellationRequested(String declarant, GoodsDeclaration declaration) implements DeclarationFact {
        @Override
        public DeclarationKey key() {
            return new DeclarationKey(declarant, declaration.lrn());
        }
    }

    /** A supporting document was uploaded for a declaration. @param document with the digest of the file */
    record AttachmentReceived(String declarant, LocalReferenceNumber lrn, SupportingDocument document) implements DeclarationFact {
        @Override
        public DeclarationKey key() {
            return new DeclarationKey(declarant, lrn);
        }
    }

    /** Customs' system could not read what it was sent (CONTRL 4, APERAK). @param answered LRN or manifest reference */
    record TechnicallyRejected(String answered, String text) implements ClearanceEvent {
    }

    /**
     * A document about the consignment that moves nothing here, but belongs to its history: the transport document, dangerous goods,
     * a status, an order to the terminal, a verified weight.
     */
    record DocumentNoted(Document document) implements ClearanceEvent {
    }

    /** What agencies other than by a customs response say: holds and examinations. */
    sealed interface AgencyFact extends ClearanceEvent {
        Agency agency();
    }

    /** A hold is placed. */
    record HoldPlaced(Hold hold) implements AgencyFact {
        @Override
        public Agency agency() {
            return hold.agency();
        }
    }

    /** A hold is lifted by the agency that placed it. */
    record HoldLifted(Agency agency, String id) implements AgencyFact {
    }

    /** An examination is ordered. @param containers empty means all */
    record ExaminationOrdered(Agency agency, String id, ExaminationPlace place, List<ContainerNumber> containers) implements AgencyFact {
        public ExaminationOrdered {
            containers = List.copyOf(containers);
        }
    }

    /** An examination has its result. @param place the part concluded */
    record ExaminationConcluded(Agency agency, String id, ExaminationPlace place, Result result) implements AgencyFact {
        /** A discrepancy becomes a hold with the id of the order. */
        public enum Result {
            PASSED, DISCREPANCY
        }
    }

    /** What the carrier tells the terminal: its own release. */
    sealed interface CarrierFact extends ClearanceEvent {
    }

    /** The carrier releases containers (COREOR 129). */
    record CarrierReleased(ContainerReleaseOrder order) implements CarrierFact {
    }

    /** The carrier takes its release back (COREOR 1225 1 or 3). */
    record CarrierReleaseRevoked(ContainerReleaseOrder order) implements CarrierFact {
    }

    /** The last day of a carrier's release has passed. */
    record ReleaseExpired(String releaseReference) implements CarrierFact {
    }

    /**
     * The electronic bill moved on the ledger.
     *
     * @param generation of the bill, from 1; a replacement is the next
     * @param version of its record on the ledger, from 1 in each generation
     */
    record BillMoved(int generation, long version, Standing standing) implements ClearanceEvent {
        /** Whether and how the bill still stands between the goods and their release. */
        public enum Standing {
            ISSUED, SURRENDERED_FOR_DELIVERY, SURRENDERED_FOR_CHANGE, GIVEN_BACK, ACCOMPLISHED, REPLACED, ON_PAPER, VOID;

            /** Whether somebody may still hold it, so that its carrier must not hand over. */
            public boolean isLive() {
                return switch (this) {
                    case ISSUED, SURRENDERED_FOR_DELIVERY, SURRENDERED_FOR_CHANGE, GIVEN_BACK, REPLACED -> true;
                    case ACCOMPLISHED, ON_PAPER, VOID -> false;
                };
            }
        }

        /** Whether it tells of the same bill what was before the other, or the same. */
        boolean isNotAfter(BillMoved other) {
            return generation < other.generation || generation == other.generation && version <= other.version;
        }
    }

    /** What the ledger tells of bulk cargo, which is released by quantity and has no container. */
    sealed interface BulkFact extends ClearanceEvent {
        /** Reference of the release. */
        String release();
    }

    /**
     * The carrier releases bulk cargo.
     *
     * @param goods    kind of goods; empty where the hub does not know it
     * @param quantity empty where the hub does not know it
     */
    record BulkReleased(String release, String goods, Optional<BulkQuantity> quantity, String haulier, Optional<Instant> validUntil) implements BulkFact {
    }

    /** A part of it was fetched. @param version of the release on the ledger @param quantity empty where the hub does not know it */
    record BulkFetched(String release, long version, Optional<BulkQuantity> quantity) implements BulkFact {
    }

    /** Nothing more is fetched by it: taken back or expired. */
    record BulkReleaseEnded(String release) implements BulkFact {
    }

    /** Where one container is. */
    sealed interface ContainerFact extends ClearanceEvent {
        ContainerNumber container();
    }

    /** Stowed on the ship (BAPLIE). */
    record ContainerOnBoard(ContainerNumber container) implements ContainerFact {
    }

    /** The carrier orders its discharge (COPRAR 118). */
    record DischargeOrdered(ContainerNumber container) implements ContainerFact {
    }

    /** Discharged (COARRI 119). @param report the report, of this container alone */
    record ContainerDischarged(ContainerNumber container, ContainerMovementReport report) implements ContainerFact {
    }

    /** Loaded on a ship (COARRI 122): the onward leg of a transhipment. */
    record ContainerLoaded(ContainerNumber container, ContainerMovementReport report) implements ContainerFact {
    }

    /** In by the gate (CODECO 109); empty after delivery it is the return of the empty. */
    record ContainerGatedIn(ContainerNumber container, ContainerMovementReport report) implements ContainerFact {
    }

    /** Out by the gate (CODECO 111). */
    record ContainerGatedOut(ContainerNumber container, ContainerMovementReport report) implements ContainerFact {
    }

    /** The terminal takes a movement back: always for a person to resolve. */
    record MovementWithdrawn(ContainerNumber container, ContainerMovementReport report) implements ContainerFact {
    }

    /** Moved to the place of examination. */
    record MovedToExamination(ContainerNumber container) implements ContainerFact {
    }

    /** Back from examination, sealed again. @param newSeal must be recorded */
    record ReturnedFromExamination(ContainerNumber container, String newSeal) implements ContainerFact {
    }

    /** A haulier booked a slot (COPINO 661). @param haulier code as in the release order */
    record PickupBooked(ContainerNumber container, String haulier, String truckPlate, Instant slot) implements ContainerFact {
    }

    /** The empty truck of the booking came in. */
    record TruckArrived(ContainerNumber container, String truckPlate) implements ContainerFact {
    }

    /** The terminal put the container on the truck. */
    record LoadedOnTruck(ContainerNumber container) implements ContainerFact {
    }

    /** Customs has been told of the exit: the consignment is delivered as far as this container goes. */
    record ExitAcknowledged(ContainerNumber container) implements ContainerFact {
    }
}
