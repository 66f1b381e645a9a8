package io.fairway.usecase;

import io.fairway.document.ContainerHandlingOrder;
import io.fairway.document.DangerousGoodsDeclaration;
import io.fairway.document.Document;
import io.fairway.document.HaulageAnnouncement;
import io.fairway.document.LoadDischargeOrder;
import io.fairway.document.StatusReport;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts the parts of one message together again: an addressee is told the whole list, not one message per bill. */
final class WholeMessage {

    private WholeMessage() {
    }

    /** @param parts of one message, in its order; they share their header */
    static Document of(List<Document> parts) {
        return switch (parts.getFirst()) {
            case LoadDischargeOrder first -> new LoadDischargeOrder(first.reference(), first.function(), first.operation(), first.issuedAt(),
                    first.voyage(), first.port(), first.estimatedArrival(), first.carrier(),
                    all(parts, LoadDischargeOrder.class, LoadDischargeOrder::containers));
            case HaulageAnnouncement first -> new HaulageAnnouncement(first.reference(), first.function(), first.purpose(), first.issuedAt(),
                    first.releaseReference(), first.mode(), first.haulier(), first.truckPlate(), first.port(), first.terminal(),
                    first.arrival(), first.operator(), first.forwarder(),
                    all(parts, HaulageAnnouncement.class, HaulageAnnouncement::containers));
            case ContainerHandlingOrder first -> new ContainerHandlingOrder(first.reference(), first.function(), first.issuedAt(),
                    first.orderedBy(), first.operator(), all(parts, ContainerHandlingOrder.class, ContainerHandlingOrder::containers));
            case DangerousGoodsDeclaration first -> new DangerousGoodsDeclaration(first.reference(), first.function(), first.issuedAt(),
                    first.handling(), first.voyage(), first.port(), first.estimatedArrival(), first.agent(), first.contact(),
                    all(parts, DangerousGoodsDeclaration.class, DangerousGoodsDeclaration::containers),
                    all(parts, DangerousGoodsDeclaration.class, DangerousGoodsDeclaration::consignments));
            case StatusReport first -> new StatusReport(first.reference(), first.function(), first.issuedAt(), first.sender(),
                    first.carrier(), all(parts, StatusReport.class, StatusReport::events));
            case Document only -> only;
        };
    }

    /** The members of all parts, each once: goods of several bills share a container. */
    private static <D, T> List<T> all(List<Document> parts, Class<D> kind, Function<D, List<T>> members) {
        Stream<D> documents = parts.stream().map(kind::cast);
        return documents.flatMap(part -> members.apply(part).stream()).distinct().toList();
    }
}
