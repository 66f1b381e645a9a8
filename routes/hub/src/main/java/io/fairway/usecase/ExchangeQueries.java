package io.fairway.usecase;

import io.fairway.usecase.view.AcknowledgmentView;
import io.fairway.usecase.view.DeliveryView;
import io.fairway.usecase.view.FindingView;
import io.fairway.usecase.view.InterchangeDetail;
import io.fairway.usecase.view.InterchangeView;
import io.fairway.usecase.view.LineageView;
import io.fairway.usecase.view.Slice;
import io.fairway.usecase.view.TransmissionView;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a party may read of what it exchanged with the hub. Each call is a transaction of its own as that party; what is not the
 * party's is as if it were not there (P13).
 */
public interface ExchangeQueries {

    /** How far the hub is with it; cheap, for who waits. */
    Optional<TransmissionView.State> state(Caller caller, UUID transmission);

    /** With all that came of it; the details of its first 50 interchanges. */
    Optional<TransmissionView> transmission(Caller caller, UUID id);

    /** Newest first. @param reference interchange reference; empty for all */
    Slice<InterchangeView> interchanges(Caller caller, Optional<String> reference, Optional<InterchangeView.Direction> direction,
                                        Slice.Want want);

    Optional<InterchangeDetail> interchange(Caller caller, UUID id);

    /** The interchange's own bytes as they came, or as they go on the wire; empty too while those are not made. */
    Optional<Original> original(Caller caller, UUID id);

    /** When the bytes of an interchange that the caller sent or was sent were erased; empty when they were not, or it is not the caller's. */
    Optional<Instant> erased(Caller caller, UUID id);

    /** In the order they were made. */
    Optional<Slice<FindingView>> findings(Caller caller, UUID id, Slice.Want want);

    /** In the order they were made. */
    Optional<Slice<AcknowledgmentView>> acknowledgments(Caller caller, UUID id, Slice.Want want);

    /** Where the values of its facts came from, in the order of the interchange; one row per fact. */
    Optional<Slice<LineageView>> lineage(Caller caller, UUID id, Slice.Want want);

    /** What counterparts are told because of it; seen by the sender of the interchange. */
    Optional<Slice<DeliveryView>> deliveries(Caller caller, UUID id, Slice.Want want);

    /** @param contentType media type as it was told or made, empty when unknown */
    record Original(byte[] bytes, String contentType) {
    }
}
