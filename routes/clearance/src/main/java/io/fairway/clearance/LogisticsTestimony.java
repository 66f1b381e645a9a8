package io.fairway.clearance;

import io.fairway.clearance.ClearanceEvent.DischargeOrdered;
import io.fairway.clearance.ClearanceEvent.DocumentNoted;
import io.fairway.clearance.ClearanceEvent.PickupBooked;
import io.fairway.clearance.Testimony.Said;
import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.HaulageAnnouncement;
import io.fairway.document.HaulageAnnouncement.AnnouncedContainer;
import io.fairway.document.HaulageAnnouncement.Purpose;
import io.fairway.document.LoadDischargeOrder;
import io.fairway.document.LoadDischargeOrder.Operation;
import io.fairway.document.LoadDischargeOrder.OrderedContainer;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What orders and announcements to the terminal say about one consignment, as facts; what moves nothing is noted with the case. */
final class LogisticsTestimony {

    private LogisticsTestimony() {
    }

    /** A discharge that is ordered counts per container; a loading order and a cancellation are noted. */
    static List<Said> of(LoadDischargeOrder order, ClearanceCase about, Source source) {
        Instant at = order.issuedAt().orElse(source.receivedAt());
        List<OrderedContainer> ours = order.containers().stream()
                .filter(container -> isOurs(container.bill(), container.number(), about)).toList();
        if (ours.isEmpty()) {
            return List.of();
        }
        if (order.operation() == Operation.LOAD || isTakenBack(order.function())) {
            return noted(order, at);
        }
        return ours.stream().map(container -> new Said(new DischargeOrdered(container.number()), at)).toList();
    }

    /** A pick-up with a slot books it; everything else is noted. */
    static List<Said> of(HaulageAnnouncement announcement, ClearanceCase about, Source source) {
        Instant at = announcement.issuedAt().orElse(source.receivedAt());
        List<AnnouncedContainer> ours = announcement.containers().stream()
                .filter(container -> isOurs(container.bill(), container.number(), about)).toList();
        if (ours.isEmpty()) {
            return List.of();
        }
        if (announcement.purpose() == Purpose.DELIVERY || isTakenBack(announcement.function()) || announcement.arrival().isEmpty()) {
            return noted(announcement, at);
        }
        Instant slot = announcement.arrival().get();
        return ours.stream().map(container -> new Said(new PickupBooked(container.number(), announcement.haulier(),
                announcement.truckPlate(), slot), at)).toList();
    }

    /** A document about the consignment that moves nothing. */
    static List<Said> noted(Document document, Instant at) {
        return List.of(new Said(new DocumentNoted(document), at));
    }

    private static boolean isOurs(Optional<BillNumber> bill, ContainerNumber container, ClearanceCase about) {
        return bill.map(about.key().bill()::equals).orElseGet(() -> about.hasManifested(container));
    }

    private static boolean isTakenBack(DocumentFunction function) {
        return switch (function) {
            case CANCEL, DELETE -> true;
            case ORIGINAL, CHANGE, REPLACE, RESPONSE -> false;
        };
    }
}
