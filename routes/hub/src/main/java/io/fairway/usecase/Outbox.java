package io.fairway.usecase;

import io.fairway.document.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is to be told to counterparts, until they have receipted it (P4). All calls belong to the running transaction. */
public interface Outbox {

    /** Does nothing when its (consignment or interchange answered, key, recipient) is there already. */
    void add(NewOutbound outbound);

    /** Recipients with something due: not delivered, not leased, its time come. */
    List<PartyId> recipientsDue(Instant now);

    /**
     * Leases what is due for one recipient: of each consignment only the oldest undelivered one, so that order holds. Rows whose
     * lease ran out are due again.
     */
    List<DueOutbound> lease(PartyId recipient, Instant now, Duration lease, int most);

    /** Keeps the signed image before the first sending; from then on these bytes are sent and no others. */
    void keepImage(OutboundId id, SignedImage image);

    /** @param receipt what the recipient answered, kept as evidence */
    void markDelivered(OutboundId id, byte[] receipt, Instant at);

    /** For recipients that fetch: translated and ready. */
    void markAvailable(OutboundId id, Instant at);

    void markFailed(OutboundId id, String cause, Instant nextAttempt);

    /** Given up after the configured time or because it cannot be written: visible, with an alarm, never dropped. */
    void park(OutboundId id, String cause, Instant at);

    /**
     * Notes what a counterpart's own CONTRL or APERAK said of an outbound interchange; unknown references are ignored.
     *
     * @return what was told of a consignment under that reference; empty when nothing was
     */
    Optional<Answered> noteAnswer(PartyId by, String reference, String verdict, Instant at);

    /** What a counterpart's answer is about. */
    record Answered(ConsignmentId consignment, Document document) {
    }
}
