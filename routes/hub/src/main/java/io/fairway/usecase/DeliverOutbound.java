package io.fairway.usecase;

import io.fairway.document.UnwritableDocumentException;
import io.fairway.signing.NoUsableKeyException;
import io.fairway.usecase.Counterparts.SendOutcome;
import io.fairway.usecase.evidence.EvidenceUnavailableException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Step 7: translates what is due into the recipient's dialect, seals it, keeps the image, and sends it until it is receipted. The image
 * is kept before the first sending, so every repeat has the same bytes under the same id (P4). No transaction is open while sending.
 */
public final class DeliverOutbound {
    /** How the cause begins of what was parked because no certificate of the hub was valid. */
    public static final String UNSEALED = "Not sealed, and so not sent: ";
    /** How the cause begins of what was sealed for a channel that the counterpart has left since. */
    public static final String OTHER_CHANNEL = "Sealed for another channel, and so not sent: ";

    private final Transactions transactions;
    private final Outbox outbox;
    private final OutboundImages images;
    private final Counterparts counterparts;
    private final Journal journal;
    private final DeliverySettings settings;
    private final InstantSource clock;

    public DeliverOutbound(Transactions transactions, Outbox outbox, OutboundImages images, Counterparts counterparts, Journal journal,
                           DeliverySettings settings, InstantSource clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.images = images;
        this.counterparts = counterparts;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    public List<PartyId> recipientsDue() {
        return transactions.asHub(() -> outbox.recipientsDue(clock.instant()));
    }

    /**
     * Takes what is due for one recipient; at most one row per consignment, the oldest. Nothing outside of the recipient's hours.
     *
     * @param most rows; none for zero
     */
    public List<DueOutbound> lease(PartyId recipient, int most) {
        return most == 0 || !images.hoursOf(recipient).isOpen(clock.instant()) ? List.of()
                : transactions.asHub(() -> outbox.lease(recipient, clock.instant(), settings.lease(), most));
    }

    /** How many rows are leased at once when nothing speaks against it. */
    public int batch() {
        return settings.batch();
    }

    /** The row with its image: the kept one, or a new one, which is kept before this returns. */
    public Translation translate(DueOutbound due) {
        if (due.image().isPresent()) {
            return new Translation.Ready(due, due.image().get());
        }
        try {
            SignedImage image = images.imageOf(due.outbound());
            inTransaction(due, "outbound-sealed", () -> outbox.keepImage(due.outbound().id(), image));
            return new Translation.Ready(due, image);
        } catch (UnwritableDocumentException e) {
            park(due, "Cannot be written as " + due.outbound().dialect() + ": " + e.getMessage());
            return new Translation.Parked(due.outbound().id());
        } catch (NoUsableKeyException e) {
            park(due, UNSEALED + e.getMessage());
            return new Translation.Parked(due.outbound().id());
        } catch (EvidenceUnavailableException e) {
            retryOrPark(due, String.valueOf(e.getMessage()));
            return new Translation.Waiting(due.outbound().id());
        }
    }

    /** Sends a translated row once and records what came of it. */
    public void send(Translation.Ready ready) {
        DueOutbound due = ready.due();
        PartyRecord recipient = images.recipientOf(due.outbound());
        OutboundId id = due.outbound().id();
        if (recipient.endpoint().isEmpty()) {
            inTransaction(due, "outbound-available", () -> outbox.markAvailable(id, clock.instant()));
            return;
        }
        if (!images.isSealedFor(recipient, ready.image())) {
            park(due, OTHER_CHANNEL + "the counterpart has moved since; resumed, it is sealed anew for where it is told things now");
            return;
        }
        switch (counterparts.send(recipient, id, ready.image(), due.outbound().trace())) {
            case SendOutcome.Receipted(byte[] receipt) ->
                    inTransaction(due, "outbound-delivered", () -> outbox.markDelivered(id, receipt, clock.instant()));
            case SendOutcome.NotReceipted(String cause) -> retryOrPark(due, cause);
            case SendOutcome.Refused(String cause) -> park(due, "Refused for good: " + cause);
        }
    }

    private void retryOrPark(DueOutbound due, String cause) {
        Instant now = clock.instant();
        if (due.attempts() > 0 && images.hoursOf(due.outbound().recipient()).wasOpenFor(settings.giveUpAfter(), due.firstAttempt(), now)) {
            park(due, "No receipt within " + settings.giveUpAfter() + "; last: " + cause);
            return;
        }
        Instant next = now.plus(settings.pauseAfter(due.attempts()));
        inTransaction(due, "outbound-not-receipted", () -> outbox.markFailed(due.outbound().id(), cause, next));
    }

    private void park(DueOutbound due, String cause) {
        inTransaction(due, "outbound-parked", () -> outbox.park(due.outbound().id(), cause, clock.instant()));
    }

    private void inTransaction(DueOutbound due, String kind, Runnable change) {
        NewOutbound outbound = due.outbound();
        transactions.asHubTogether(() -> {
            change.run();
            journal.append(clock.instant(), outbound.recipient(), kind, outbound.id().value(),
                    "{\"reference\":\"%s\",\"trace\":\"%s\"}".formatted(outbound.reference(), outbound.trace()));
        });
    }
}
