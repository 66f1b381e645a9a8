package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.NONE;
import static io.fairway.edifact.Element.e;

import io.fairway.document.ContainerReleaseOrder;
import io.fairway.document.ContainerReleaseOrder.ReleasedContainer;

/** Writes one COREOR. What holds for all containers stands in the header. */
final class CoreorWriting {
    private final MessageDraft draft;

    CoreorWriting(MessageDraft draft) {
        this.draft = draft;
    }

    void write(ContainerReleaseOrder order) {
        boolean old = draft.directory().before(DirectoryRelease.D00B);
        draft.beginning("129", "reference", order.reference(), Functions.code(order.function()));
        if (!old) {
            times(order);
        }
        draft.text("AAI", "remarks", order.remarks());
        draft.reference("RE", "releaseReference", MessageDraft.mandatory("releaseReference", order.releaseReference(), 35));
        draft.reference("BM", "bill", order.bill().value());
        Voyages.write(draft, "20", "voyage", order.voyage());
        draft.location("11", order.portOfDischarge());
        if (old) {
            times(order);
        }
        Parties.write(draft, "CA", "carrier", order.carrier(), "172", "ZZZ");
        if (!order.terminal().isEmpty()) {
            draft.segment("NAD", e("TR"), e(MessageDraft.fit("terminal", order.terminal(), 35), "ZZZ", "ZZZ"));
        }
        order.consignee().ifPresent(consignee -> Parties.write(draft, "CN", "consignee", consignee));
        MessageDraft.atMost(999, order.containers().size(), "containers");
        order.containers().forEach(container -> container(order, container));
        draft.count("16", order.containers().size());
    }

    private void times(ContainerReleaseOrder order) {
        draft.time("137", order.issuedAt());
        draft.time(draft.directory().before(DirectoryRelease.D00B) ? "36" : "400", order.validUntil());
    }

    private void container(ContainerReleaseOrder order, ReleasedContainer container) {
        Equipment.write(draft, "containers", container.number(), container.sizeType(), "5");
        draft.reference("BM", "bill", order.bill().value());
        draft.reference("AHZ", "containers.customsRelease", container.customsRelease());
        Equipment.writeSeals(draft, "containers.seals", container.seals());
        if (!container.haulier().isEmpty()) {
            draft.segment("TDT", e("1"), NONE, e("3"), NONE,
                    e(MessageDraft.fit("containers.haulier", container.haulier(), 17), "172", "ZZZ"));
        }
    }
}
