package io.fairway.usecase;

import io.fairway.clearance.Role;
import io.fairway.document.BayPlan;
import io.fairway.document.BerthRequest;
import io.fairway.document.ContainerAnnouncement;
import io.fairway.document.ContainerHandlingOrder;
import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerReleaseOrder;
import io.fairway.document.ContentReport;
import io.fairway.document.CustomsResponse;
import io.fairway.document.DangerousGoodsDeclaration;
import io.fairway.document.Document;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.HaulageAnnouncement;
import io.fairway.document.Licence;
import io.fairway.document.LoadDischargeOrder;
import io.fairway.document.Manifest;
import io.fairway.document.OriginCertificate;
import io.fairway.document.PackingList;
import io.fairway.document.PersonList;
import io.fairway.document.ShipReport;
import io.fairway.document.ShipmentDocument;
import io.fairway.document.StatusReport;
import io.fairway.document.StowageInstruction;
import io.fairway.document.SyntaxReport;
import io.fairway.document.VerifiedGrossMass;
import java.util.Set;

/**
 * Whose word a document is and whom it is for, by the roles of the port.
 *
 * @param speakers roles that may say it
 * @param listeners roles that are told it without being named; empty when only the addressee is
 */
record Audience(Set<Role> speakers, Set<Role> listeners) {
    private static final Set<Role> SHIP = Set.of(Role.CARRIER, Role.AGENT);
    private static final Set<Role> AUTHORITIES = Set.of(Role.CUSTOMS, Role.BORDER, Role.MARITIME, Role.TRANSPORT_AUTHORITY);
    private static final Set<Role> CARGO = Set.of(Role.CARRIER, Role.AGENT, Role.FORWARDER);
    /** Clearance decides whom these are told. */
    private static final Audience NOT_PASSED_ON = new Audience(Set.of(), Set.of());

    static Audience of(Document document) {
        return switch (document) {
            case ShipReport ignored -> new Audience(SHIP, Set.of(Role.CUSTOMS, Role.MARITIME, Role.BORDER));
            case BerthRequest ignored -> new Audience(SHIP, Set.of(Role.MARITIME, Role.TERMINAL));
            case DangerousGoodsDeclaration ignored -> new Audience(SHIP, Set.of(Role.MARITIME, Role.TERMINAL));
            case PersonList ignored -> new Audience(SHIP, Set.of(Role.BORDER, Role.MARITIME));
            case BayPlan ignored -> new Audience(Set.of(Role.CARRIER, Role.AGENT, Role.TERMINAL), Set.of(Role.TERMINAL));
            case StowageInstruction ignored -> new Audience(SHIP, Set.of(Role.TERMINAL));
            case LoadDischargeOrder ignored -> new Audience(SHIP, Set.of(Role.TERMINAL));
            case ContainerAnnouncement ignored -> new Audience(SHIP, Set.of(Role.TERMINAL));
            case HaulageAnnouncement ignored -> new Audience(Set.of(Role.HAULIER, Role.FORWARDER, Role.CARRIER), Set.of(Role.TERMINAL));
            case ContainerHandlingOrder ignored -> new Audience(Set.of(Role.CARRIER, Role.AGENT, Role.FORWARDER, Role.CUSTOMS),
                    Set.of(Role.TERMINAL));
            case VerifiedGrossMass ignored -> new Audience(Set.of(Role.FORWARDER, Role.CARRIER, Role.AGENT, Role.TERMINAL),
                    Set.of(Role.TERMINAL));
            case ShipmentDocument ignored -> new Audience(CARGO, Set.of());
            case StatusReport ignored -> new Audience(Set.of(Role.CARRIER, Role.AGENT, Role.TERMINAL, Role.HAULIER, Role.CUSTOMS), Set.of());
            case Licence ignored -> new Audience(AUTHORITIES, Set.of(Role.CUSTOMS));
            case OriginCertificate ignored -> new Audience(Set.of(Role.FORWARDER, Role.CUSTOMS), Set.of(Role.CUSTOMS));
            case PackingList ignored -> new Audience(CARGO, Set.of(Role.CUSTOMS));
            case Manifest ignored -> NOT_PASSED_ON;
            case GoodsDeclaration ignored -> NOT_PASSED_ON;
            case CustomsResponse ignored -> NOT_PASSED_ON;
            case ContainerReleaseOrder ignored -> NOT_PASSED_ON;
            case ContainerMovementReport report when report.isFullGateIn() -> new Audience(Set.of(Role.TERMINAL), Set.of(Role.CUSTOMS));
            case ContainerMovementReport ignored -> NOT_PASSED_ON;
            case SyntaxReport ignored -> NOT_PASSED_ON;
            case ContentReport ignored -> NOT_PASSED_ON;
        };
    }

    /** Whether documents of the kind go on to others as they were said. */
    boolean isPassedOn() {
        return !speakers.isEmpty();
    }

    boolean maySpeak(PartyRecord sender) {
        return sender.roles().stream().anyMatch(speakers::contains);
    }
}
