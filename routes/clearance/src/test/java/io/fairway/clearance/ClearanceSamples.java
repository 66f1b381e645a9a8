package io.fairway.clearance;

import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerMovementReport.MovedContainer;
import io.fairway.document.ContainerMovementReport.Movement;
import io.fairway.document.ContainerReleaseOrder;
import io.fairway.document.ContainerReleaseOrder.ReleasedContainer;
import io.fairway.document.ContainerSeal;
import io.fairway.document.DocumentFunction;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.Manifest;
import io.fairway.document.ManifestConsignment;
import io.fairway.document.ManifestConsignment.CustomsTreatment;
import io.fairway.document.ManifestedContainer;
import io.fairway.document.Party;
import io.fairway.document.SupportingDocument;
import io.fairway.document.Voyage;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.ImoNumber;
import io.fairway.document.id.LocalReferenceNumber;
import io.fairway.document.id.Sha256;
import io.fairway.document.id.UnLocode;
import io.fairway.document.id.VoyageNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Documents of one import by sea, and who says them. Everything is invented. */
final class ClearanceSamples {
    static final Instant START = Instant.parse("2026-03-04T00:00:00Z");
    static final ContainerNumber BOX = new ContainerNumber("HUBU2000016");
    static final ContainerNumber SECOND_BOX = new ContainerNumber("HUBU2000021");
    static final ContainerNumber STRANGE_BOX = new ContainerNumber("HUBU2000037");
    static final BillNumber BILL = new BillNumber("HUBLRTM2600171");
    static final ConsignmentKey KEY = new ConsignmentKey("HUBLINE", BILL);
    static final LocalReferenceNumber LRN = new LocalReferenceNumber("DEC260304-0007");
    static final DeclarationKey DECLARATION = new DeclarationKey("HUBFWD", LRN);
    static final Voyage VOYAGE = new Voyage(new ImoNumber("9745677"), "HUB PIONEER", new VoyageNumber("017W"), "HUBL");
    private static final UnLocode SHANGHAI = new UnLocode("CNSHG");

    private ClearanceSamples() {
    }

    static Instant minute(long minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    static Source carrier(Instant at) {
        return new Source("HUBLINE", Set.of(Role.CARRIER), "CR1", "1", at);
    }

    static Source forwarder(Instant at) {
        return new Source("HUBFWD", Set.of(Role.FORWARDER), "CD1", "1", at);
    }

    static Source customs(Instant at) {
        return new Source("CNCUSTOMS", Set.of(Role.CUSTOMS), "RS1", "1", at);
    }

    static Source border(Instant at) {
        return new Source("CNBORDER", Set.of(Role.BORDER), "", "", at);
    }

    static Source terminal(Instant at) {
        return new Source("HUBTERM", Set.of(Role.TERMINAL), "AR1", "1", at);
    }

    static Source haulier(Instant at) {
        return new Source("HAUL77", Set.of(Role.HAULIER), "", "", at);
    }

    static Source operator(Instant at) {
        return new Source("FAIRWAY", Set.of(Role.OPERATOR), "", "", at);
    }

    static Manifest manifest(DocumentFunction function, Instant at, ContainerNumber... containers) {
        return manifest(function, at, CustomsTreatment.IMPORT, containers);
    }

    static Manifest manifest(DocumentFunction function, Instant at, CustomsTreatment treatment, ContainerNumber... containers) {
        Optional<Voyage> onward = treatment == CustomsTreatment.TRANSHIPMENT
                ? Optional.of(new Voyage(new ImoNumber("9810109"), "HUB FEEDER", new VoyageNumber("101N"), "HUBL")) : Optional.empty();
        ManifestConsignment consignment = new ManifestConsignment(BILL, Optional.empty(), new UnLocode("NLRTM"), SHANGHAI, Optional.empty(),
                treatment, Party.named("NOORDZEE PUMPS BV"), Party.named("BLUE CRANE TRADING"), Optional.empty(), Optional.of(420),
                Optional.empty(), Stream.of(containers).map(ClearanceSamples::manifested).toList(), List.of(), onward);
        return new Manifest("CAR2603-017W", function, at, VOYAGE, Party.coded("HUBL"), Optional.empty(), Optional.empty(), SHANGHAI, "2248",
                Optional.empty(), Optional.empty(), List.of(consignment));
    }

    static Manifest departed(Manifest manifest, Instant departedAt) {
        return new Manifest(manifest.reference(), manifest.function(), manifest.issuedAt(), manifest.voyage(), manifest.carrier(),
                manifest.agent(), manifest.portOfDeparture(), manifest.portOfArrival(), manifest.customsOffice(), Optional.of(departedAt),
                manifest.estimatedArrival(), manifest.consignments());
    }

    private static ManifestedContainer manifested(ContainerNumber number) {
        return new ManifestedContainer(number, "22G1", "5", Optional.empty(), Optional.empty(), List.of(seal("HB778812")), Optional.empty());
    }

    static ContainerSeal seal(String number) {
        return new ContainerSeal(number, "CA");
    }

    static GoodsDeclaration declaration(DocumentFunction function, int version, ContainerNumber... containers) {
        return declaration(LRN, function, version, containers);
    }

    static GoodsDeclaration declaration(LocalReferenceNumber lrn, DocumentFunction function, int version, ContainerNumber... containers) {
        return new GoodsDeclaration(lrn, function, version, GoodsDeclaration.Direction.IMPORT, "40", "2248", Optional.of(LocalDate.parse("2026-03-04")),
                Optional.empty(), Optional.of(VOYAGE), List.of(BILL), List.of(containers), "NL", Optional.of(SHANGHAI),
                Party.coded("3122480007"), Optional.empty(), Optional.empty(), Optional.of(420), "CT", Optional.empty(), "CIF",
                Optional.empty(), List.of(new SupportingDocument("380", "NZP-26-0311", Optional.empty(), Optional.empty())), List.of());
    }

    static SupportingDocument uploaded(String type) {
        return new SupportingDocument(type, "NZP-26-0311", Optional.empty(), Optional.of(new Sha256("ab".repeat(32))));
    }

    static ContainerReleaseOrder releaseOrder(DocumentFunction function, Instant at, Optional<Instant> validUntil, ContainerNumber... containers) {
        return new ContainerReleaseOrder("RO7700551", function, at, "DO7700551", VOYAGE, SHANGHAI, Party.coded("HUBL"), "HUBT1",
                Optional.empty(), BILL, Stream.of(containers).map(number -> new ReleasedContainer(number, "22G1", List.of(), "", "HAUL77")).toList(),
                validUntil, "");
    }

    static ContainerMovementReport moved(Movement movement, Instant at, ContainerNumber... containers) {
        return report(movement, "R-" + movement + "-" + at, Stream.of(containers).map(number -> box(number, at, "5", "HB778812", List.of())).toList());
    }

    static ContainerMovementReport report(Movement movement, String reference, List<MovedContainer> containers) {
        return new ContainerMovementReport(reference, DocumentFunction.ORIGINAL, movement, Optional.of(VOYAGE), Optional.of(SHANGHAI), "HUBT1",
                Optional.empty(), containers);
    }

    static MovedContainer box(ContainerNumber number, Instant at, String fullness, String seal, List<String> damages) {
        return new MovedContainer(number, "22G1", fullness, Optional.of(BILL), "DO7700551", at, Optional.empty(), List.of(seal(seal)), damages,
                "HAUL77", "HUA12345");
    }
}
