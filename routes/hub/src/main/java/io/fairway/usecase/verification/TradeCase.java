package io.fairway.usecase.verification;

import io.fairway.clearance.ClearanceEvent;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Manifest;
import io.fairway.document.TransportDocument;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.view.ConsignmentDetail;
import io.fairway.usecase.view.ConsignmentView;
import io.fairway.usecase.view.DiscrepancyView;
import io.fairway.usecase.view.PortCallView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the bank may see of a case: nothing in it comes from beyond row-level security.
 *
 * @param grant that let it; empty when it sees the case for another reason
 * @param said what stands of what was said, in the order the hub learnt it
 * @param discrepancies open ones between declarations and what others say
 */
public record TradeCase(ConsignmentDetail detail, Optional<Grant> grant, List<Said> said, List<DiscrepancyView> discrepancies,
                        Optional<PortCallView> call) {
    public TradeCase {
        said = List.copyOf(said);
        discrepancies = List.copyOf(discrepancies);
    }

    /** @param owner the customer, as a rule */
    public record Grant(UUID id, PartyId owner) {
    }

    /**
     * One thing that somebody said.
     *
     * @param sequence in its case
     * @param occurredAt by the word of who said it
     */
    public record Said(long sequence, PartyId sender, ClearanceEvent event, Instant occurredAt, Instant receivedAt) {
    }

    /** The case itself. */
    public ConsignmentView consignment() {
        return detail.consignment();
    }

    /** The newest that {@code kind} picks, with what it picked. */
    <T> Optional<Picked<T>> newest(Function<ClearanceEvent, Optional<T>> kind) {
        return all(kind).reduce((earlier, later) -> later);
    }

    /** All that {@code kind} picks, in order. */
    <T> Stream<Picked<T>> all(Function<ClearanceEvent, Optional<T>> kind) {
        return said.stream().flatMap(one -> kind.apply(one.event()).map(picked -> new Picked<>(one, picked)).stream());
    }

    /** @param what of it */
    record Picked<T>(Said said, T what) {
    }

    /** What the carrier's manifest says of the goods, as it stands. */
    Optional<Picked<Manifest>> manifest() {
        return newest(event -> switch (event) {
            case ClearanceEvent.ManifestLodged(var manifest) -> Optional.of(manifest);
            case ClearanceEvent.ManifestAmended(var manifest) -> Optional.of(manifest);
            case ClearanceEvent _ -> Optional.<Manifest>empty();
        }).filter(picked -> !picked.what().consignments().isEmpty());
    }

    /** The carrier's bill of lading, where it was sent. */
    Optional<Picked<TransportDocument>> bill() {
        return newest(event -> event instanceof ClearanceEvent.DocumentNoted(TransportDocument noted)
                && noted.function() != DocumentFunction.CANCEL ? Optional.of(noted) : Optional.empty())
                .filter(picked -> picked.said().sender().value().equals(consignment().carrier()));
    }
}
