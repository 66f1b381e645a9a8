package io.fairway.clearance;

import io.fairway.clearance.ClearanceEvent.CarrierReleaseRevoked;
import io.fairway.clearance.ClearanceEvent.CarrierReleased;
import io.fairway.clearance.ClearanceEvent.ContainerDischarged;
import io.fairway.clearance.ClearanceEvent.ContainerGatedIn;
import io.fairway.clearance.ClearanceEvent.ContainerGatedOut;
import io.fairway.clearance.ClearanceEvent.ContainerLoaded;
import io.fairway.clearance.ClearanceEvent.CustomsDecided;
import io.fairway.clearance.ClearanceEvent.DeclarationAmended;
import io.fairway.clearance.ClearanceEvent.DeclarationCancellationRequested;
import io.fairway.clearance.ClearanceEvent.DeclarationSubmitted;
import io.fairway.clearance.ClearanceEvent.ManifestAmended;
import io.fairway.clearance.ClearanceEvent.ManifestLodged;
import io.fairway.clearance.ClearanceEvent.ManifestWithdrawn;
import io.fairway.clearance.ClearanceEvent.MovementWithdrawn;
import io.fairway.clearance.ClearanceEvent.ShipArrived;
import io.fairway.clearance.ClearanceEvent.TechnicallyRejected;
import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerMovementReport.MovedContainer;
import io.fairway.document.ContainerNotice;
import io.fairway.document.ContainerReleaseOrder;
import io.fairway.document.ContentReport;
import io.fairway.document.CustomsResponse;
import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.HaulageAnnouncement;
import io.fairway.document.LoadDischargeOrder;
import io.fairway.document.Manifest;
import io.fairway.document.PortCallDocument;
import io.fairway.document.ShipmentDocument;
import io.fairway.document.StatusReport;
import io.fairway.document.SyntaxReport;
import java.time.Instant;
import io.fairway.document.TradeDocument;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What a document says about one consignment, as facts with their own time. No fact is later than we heard of it, whatever the
 * sender's clock says, so that a wrong date can never outrun a later revocation.
 */
final class Testimony {

    private Testimony() {
    }

    /** One fact and when it happened. */
    record Said(ClearanceEvent event, Instant at) {
    }

    /** @return the facts; empty when the document is not about this consignment, or has a function that says nothing about it */
    static List<Said> of(Document part, ClearanceCase about, Source source) {
        ConsignmentKey key = about.key();
        List<Said> said = switch (part) {
            case Manifest manifest -> ofManifest(manifest, key);
            case GoodsDeclaration declaration -> ofDeclaration(declaration, key, source);
            case CustomsResponse response -> response.bills().isEmpty() || response.bills().contains(key.bill())
                    ? List.of(new Said(new CustomsDecided(response), response.decidedAt())) : List.of();
            case ContainerReleaseOrder order -> order.bill().equals(key.bill()) ? ofReleaseOrder(order, about, source) : List.of();
            case ContainerMovementReport report -> ofMovement(report, about);
            case ContentReport report -> report.verdict() == ContentReport.Verdict.NOT_ACCEPTED
                    ? List.of(new Said(new TechnicallyRejected(report.answeredReference(), text(report)), report.issuedAt())) : List.of();
            case LoadDischargeOrder order -> LogisticsTestimony.of(order, about, source);
            case HaulageAnnouncement announcement -> LogisticsTestimony.of(announcement, about, source);
            case StatusReport _, ShipmentDocument _, PortCallDocument _, ContainerNotice _ -> LogisticsTestimony.noted(part, source.receivedAt());
            case TradeDocument _, SyntaxReport _ -> List.of();
        };
        return said.stream().map(each -> each.at().isAfter(source.receivedAt()) ? new Said(each.event(), source.receivedAt()) : each).toList();
    }

    private static List<Said> ofManifest(Manifest manifest, ConsignmentKey key) {
        boolean isOurs = manifest.consignments().size() == 1 && manifest.consignments().stream().anyMatch(consignment ->
                consignment.bill().equals(key.bill()) || consignment.houseBill().filter(key.bill()::equals).isPresent());
        if (!isOurs) {
            return List.of();
        }
        return switch (manifest.function()) {
            case ORIGINAL -> List.of(new Said(new ManifestLodged(manifest), manifest.issuedAt()));
            case CHANGE, REPLACE -> List.of(new Said(new ManifestAmended(manifest), manifest.issuedAt()));
            case CANCEL, DELETE -> List.of(new Said(new ManifestWithdrawn(manifest), manifest.issuedAt()));
            case RESPONSE -> List.of();
        };
    }

    /** A declaration says its date at most: an original counts from the beginning of that day, everything later from its receipt. */
    private static List<Said> ofDeclaration(GoodsDeclaration declaration, ConsignmentKey key, Source source) {
        if (!declaration.bills().contains(key.bill())) {
            return List.of();
        }
        return switch (declaration.function()) {
            case ORIGINAL -> List.of(new Said(new DeclarationSubmitted(source.sender(), declaration),
                    lodgedAt(declaration, source)));
            case CHANGE, REPLACE -> List.of(new Said(new DeclarationAmended(source.sender(), declaration), source.receivedAt()));
            case CANCEL, DELETE -> List.of(new Said(new DeclarationCancellationRequested(source.sender(), declaration), source.receivedAt()));
            case RESPONSE -> List.of();
        };
    }

    private static Instant lodgedAt(GoodsDeclaration declaration, Source source) {
        return declaration.declaredOn().filter(date -> declaration.version() == 1)
                .map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant()).orElse(source.receivedAt());
    }

    /** With an electronic bill a release counts from its receipt: its own date must not carry it behind what the ledger told. */
    private static List<Said> ofReleaseOrder(ContainerReleaseOrder order, ClearanceCase about, Source source) {
        return switch (order.function()) {
            case ORIGINAL, CHANGE, REPLACE -> List.of(new Said(new CarrierReleased(order),
                    about.state().bill().isPresent() ? source.receivedAt() : order.issuedAt()));
            case CANCEL, DELETE -> List.of(new Said(new CarrierReleaseRevoked(order), order.issuedAt()));
            case RESPONSE -> List.of();
        };
    }

    private static List<Said> ofMovement(ContainerMovementReport report, ClearanceCase about) {
        List<Said> said = new ArrayList<>();
        ours(report, about).forEach(container -> said.add(new Said(movement(alone(report, container), container), container.movedAt())));
        if (!said.isEmpty() && report.function() == DocumentFunction.ORIGINAL) {
            report.shipArrivedAt().ifPresent(at -> said.addFirst(new Said(new ShipArrived(at), at)));
        }
        return said;
    }

    /** Containers of our bill; of those reported without a bill the ones we ever manifested, or all when we know none of them. */
    private static List<MovedContainer> ours(ContainerMovementReport report, ClearanceCase about) {
        List<MovedContainer> billed = report.containers().stream()
                .filter(container -> container.bill().filter(about.key().bill()::equals).isPresent()).toList();
        List<MovedContainer> unbilled = report.containers().stream().filter(container -> container.bill().isEmpty()).toList();
        List<MovedContainer> listed = unbilled.stream().filter(container -> about.hasManifested(container.number())).toList();
        List<MovedContainer> ours = new ArrayList<>(billed);
        ours.addAll(billed.isEmpty() && listed.isEmpty() ? unbilled : listed);
        return ours;
    }

    private static ClearanceEvent movement(ContainerMovementReport report, MovedContainer container) {
        return switch (report.function()) {
            case CANCEL, DELETE -> new MovementWithdrawn(container.number(), report);
            case ORIGINAL, CHANGE, REPLACE, RESPONSE -> switch (report.movement()) {
                case DISCHARGED -> new ContainerDischarged(container.number(), report);
                case LOADED -> new ContainerLoaded(container.number(), report);
                case GATE_IN -> new ContainerGatedIn(container.number(), report);
                case GATE_OUT -> new ContainerGatedOut(container.number(), report);
            };
        };
    }

    private static ContainerMovementReport alone(ContainerMovementReport report, MovedContainer container) {
        return new ContainerMovementReport(report.reference(), report.function(), report.movement(), report.voyage(), report.port(),
                report.operator(), report.shipArrivedAt(), List.of(container));
    }

    private static String text(ContentReport report) {
        return String.join("; ", report.errors().stream().map(ContentReport.ContentError::text).toList());
    }
}
