package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.NONE;
import static io.fairway.edifact.Element.e;

import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerMovementReport.MovedContainer;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.edifact.Element;

/** Writes one CODECO or COARRI. */
final class MovementWriting {
    private final MessageDraft draft;
    private final ContainerMovementReport report;

    MovementWriting(MessageDraft draft, ContainerMovementReport report) {
        this.draft = draft;
        this.report = report;
    }

    void write(String code, MovementKind kind) {
        draft.beginning(code, "reference", report.reference(), Functions.code(report.function()));
        transport(kind);
        draft.segment("NAD", e(kind.operator()), e(MessageDraft.mandatory("operator", report.operator(), 35), "160", "ZZZ"));
        if (report.containers().isEmpty()) {
            throw new UnwritableDocumentException("containers", "the message cannot do without it");
        }
        MessageDraft.atMost(999, report.containers().size(), "containers");
        report.containers().forEach(container -> container(container, kind));
        draft.count("16", report.containers().size());
    }

    private void transport(MovementKind kind) {
        if (kind == MovementKind.QUAY) {
            Voyages.writeRequired(draft, "voyage", report.voyage());
        } else {
            report.voyage().ifPresent(voyage -> Voyages.write(draft, "20", "voyage", voyage));
        }
        if (report.voyage().isEmpty() && report.shipArrivedAt().isPresent()) {
            throw new UnwritableDocumentException("shipArrivedAt", "stands with the voyage, which is missing");
        }
        if (draft.directory().before(DirectoryRelease.D00B)) {
            port(kind);
            draft.time("178", report.shipArrivedAt());
        } else {
            draft.time("178", report.shipArrivedAt());
            port(kind);
        }
    }

    private void port(MovementKind kind) {
        if (kind == MovementKind.QUAY) {
            String qualifier = switch (report.movement()) {
                case DISCHARGED, GATE_OUT -> "11";
                case LOADED, GATE_IN -> "9";
            };
            report.port().ifPresent(port -> draft.location(qualifier, port));
        }
    }

    private void container(MovedContainer container, MovementKind kind) {
        Equipment.write(draft, "containers", container.number(), container.sizeType(), container.fullness());
        container.bill().ifPresent(bill -> draft.reference("BM", "containers.bill", bill.value()));
        draft.reference("RE", "containers.releaseReference", container.releaseReference());
        draft.time(kind.time(), container.movedAt());
        if (kind == MovementKind.GATE) {
            report.port().ifPresent(port -> draft.location("165", port));
        }
        draft.kilograms("G", "containers.grossKilograms", container.grossKilograms());
        Equipment.writeSeals(draft, "containers.seals", container.seals());
        MessageDraft.atMost(9, container.damages().size(), "containers.damages");
        for (String damage : container.damages()) {
            draft.segment("DAM", e("1"), e("", "", "", MessageDraft.mandatory("containers.damages", damage, 35)));
        }
        road(container);
    }

    private void road(MovedContainer container) {
        if (container.haulier().isEmpty() && container.truckPlate().isEmpty()) {
            return;
        }
        Element haulier = container.haulier().isEmpty() ? NONE
                : e(MessageDraft.fit("containers.haulier", container.haulier(), 17), "172", "ZZZ");
        Element plate = container.truckPlate().isEmpty() ? NONE
                : e(MessageDraft.fit("containers.truckPlate", container.truckPlate(), 9), "145", "ZZZ");
        draft.segment("TDT", e("1"), NONE, e("3"), NONE, haulier, NONE, NONE, plate);
    }
}
