package io.fairway.usecase;

import io.fairway.clearance.ConsignmentKey;
import io.fairway.document.BayPlan;
import io.fairway.document.BerthRequest;
import io.fairway.document.BookingConfirmation;
import io.fairway.document.ContainerAnnouncement;
import io.fairway.document.ContainerHandlingOrder;
import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerMovementReport.MovedContainer;
import io.fairway.document.ContainerReleaseOrder;
import io.fairway.document.ContentReport;
import io.fairway.document.CustomsResponse;
import io.fairway.document.DangerousGoodsDeclaration;
import io.fairway.document.Document;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.HaulageAnnouncement;
import io.fairway.document.LoadDischargeOrder;
import io.fairway.document.Manifest;
import io.fairway.document.PersonList;
import io.fairway.document.ShipReport;
import io.fairway.document.ShippingInstruction;
import io.fairway.document.StatusReport;
import io.fairway.document.StatusReport.StatusContainer;
import io.fairway.document.StowageInstruction;
import io.fairway.document.SyntaxReport;
import io.fairway.document.TradeDocument;
import io.fairway.document.TransportDocument;
import io.fairway.document.VerifiedGrossMass;
import io.fairway.document.Voyage;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which consignments a document speaks of. An empty member: one is meant, but it is not known yet which. */
public final class Subjects {
    private final Consignments consignments;
    private final Parties parties;

    public Subjects(Consignments consignments, Parties parties) {
        this.consignments = consignments;
        this.parties = parties;
    }

    /** One member per fact; opens cases that are named by carrier and bill. */
    List<Optional<ConsignmentId>> of(Document document, PartyId sender, Environment environment) {
        return switch (document) {
            case Manifest manifest -> manifest.consignments().stream()
                    .map(consignment -> open(carrierOf(manifest, sender), consignment.bill(), environment)).toList();
            case GoodsDeclaration declaration -> declaration.bills().stream()
                    .map(bill -> billOf(declaration.voyage(), bill, environment)).toList();
            case CustomsResponse response -> ofResponse(response, environment);
            case ContainerReleaseOrder order -> List.of(open(carrier(order.voyage()), order.bill(), environment));
            case ContainerMovementReport report -> report.containers().stream()
                    .flatMap(moved -> ofMoved(report, moved, environment)).distinct().toList();
            case StatusReport report -> report.events().stream().flatMap(event -> ofBoxes(event.voyage(), event.bill(),
                    event.containers().stream().map(StatusContainer::number), environment)).distinct().toList();
            case TransportDocument transport -> List.of(open(carrierOf(transport), transport.bill(), environment));
            case DangerousGoodsDeclaration dangerous -> dangerous.consignments().stream()
                    .map(consignment -> billOf(Optional.of(dangerous.voyage()), consignment.bill(), environment)).toList();
            case LoadDischargeOrder order -> order.containers().stream().flatMap(container -> ofBoxes(Optional.of(order.voyage()),
                    container.bill(), Stream.of(container.number()), environment)).distinct().toList();
            case HaulageAnnouncement announcement -> announcement.containers().stream().flatMap(container ->
                    ofBoxes(Optional.empty(), container.bill(), Stream.of(container.number()), environment)).distinct().toList();
            case ContainerHandlingOrder order -> order.containers().stream().flatMap(container ->
                    ofBoxes(Optional.empty(), container.bill(), Stream.of(container.number()), environment)).distinct().toList();
            case VerifiedGrossMass mass -> mass.containers().stream()
                    .flatMap(container -> consignments.withContainer(container.number(), environment).stream()).distinct()
                    .map(Optional::of).toList();
            case ShippingInstruction ignored -> List.of();
            case BookingConfirmation ignored -> List.of();
            case ContainerAnnouncement ignored -> List.of();
            case ShipReport ignored -> List.of();
            case BerthRequest ignored -> List.of();
            case PersonList ignored -> List.of();
            case BayPlan ignored -> List.of();
            case StowageInstruction ignored -> List.of();
            case TradeDocument ignored -> List.of();
            case SyntaxReport ignored -> List.of();
            case ContentReport ignored -> List.of();
        };
    }

    private Optional<ConsignmentId> open(String carrier, BillNumber bill, Environment environment) {
        return Optional.of(consignments.findOrOpen(new ConsignmentKey(carrier, bill), environment));
    }

    private Optional<ConsignmentId> billOf(Optional<Voyage> voyage, BillNumber bill, Environment environment) {
        if (voyage.isPresent() && !voyage.get().carrierCode().isEmpty()) {
            return open(carrier(voyage.get()), bill, environment);
        }
        return only(consignments.withBill(bill, environment));
    }

    private List<Optional<ConsignmentId>> ofResponse(CustomsResponse response, Environment environment) {
        if (response.lrn().isPresent() || response.entryNumber().isPresent()) {
            List<ConsignmentId> declared = consignments.withDeclaration(response.lrn(), response.entryNumber(), environment);
            if (!declared.isEmpty()) {
                return declared.stream().map(Optional::of).toList();
            }
        }
        if (response.bills().isEmpty()) {
            return List.of(Optional.empty());
        }
        return response.bills().stream().map(bill -> only(consignments.withBill(bill, environment))).toList();
    }

    private Stream<Optional<ConsignmentId>> ofMoved(ContainerMovementReport report, MovedContainer moved, Environment environment) {
        if (moved.bill().isPresent()) {
            return Stream.of(billOf(report.voyage(), moved.bill().get(), environment));
        }
        List<ConsignmentId> holding = consignments.withContainer(moved.number(), environment);
        if (holding.isEmpty() && report.isFullGateIn()) {
            // an export comes in before anybody has made a bill of it
            return Stream.empty();
        }
        return holding.isEmpty() ? Stream.of(Optional.empty()) : holding.stream().map(Optional::of);
    }

    /** By the bill when one is said, else the known consignments that have one of the containers. */
    private Stream<Optional<ConsignmentId>> ofBoxes(Optional<Voyage> voyage, Optional<BillNumber> bill, Stream<ContainerNumber> containers,
                                                    Environment environment) {
        if (bill.isPresent()) {
            return Stream.of(billOf(voyage, bill.get(), environment));
        }
        return containers.flatMap(container -> consignments.withContainer(container, environment).stream()).map(Optional::of);
    }

    private static Optional<ConsignmentId> only(List<ConsignmentId> candidates) {
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    private String carrierOf(Manifest manifest, PartyId sender) {
        String code = manifest.voyage().carrierCode();
        String stated = code.isEmpty() ? manifest.carrier().code() : code;
        return stated.isEmpty() ? sender.value() : carrier(stated);
    }

    private String carrierOf(TransportDocument transport) {
        String code = transport.shipment().voyage().map(Voyage::carrierCode).orElse("");
        return carrier(code.isEmpty() ? transport.shipment().parties().carrier().code() : code);
    }

    private String carrier(Voyage voyage) {
        return carrier(voyage.carrierCode());
    }

    private String carrier(String code) {
        return parties.byCode(code).map(party -> party.id().value()).orElse(code);
    }
}
