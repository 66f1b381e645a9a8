package io.fairway.usecase;

import io.fairway.document.OutboundEnvelope;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.usecase.Counterparts.SendOutcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Step 7: translates what is due into the recipient's dialect, seals it, keeps the image, and sends it until it is receipted. The image
 * is kept before the first sending, so every repeat has the same bytes under the same id (P4). No transaction is open while sending.
 */
public final class DeliverOutbound {
    private final Transactions transactions;
    private final Outbox outbox;
    private final Parties parties;
    private final Dialects dialects;
    private final Seals seals;
    private final Counterparts counterparts;
    private final DeliverySettings settings;
    private final InstantSource clock;

    public DeliverOutbound(Transactions transactions, Outbox outbox, Parties parties, Dialects dialects, Seals seals,
                           Counterparts counterparts, DeliverySettings settings, InstantSource clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.parties = parties;
        this.dialects = dialects;
        this.seals = seals;
        this.counterparts = counterparts;
        this.settings = settings;
        this.clock = clock;
    }

    public List<PartyId> recipientsDue() {
        return transactions.asHub(() -> outbox.recipientsDue(clock.instant()));
    }

    /** Takes what is due for one recipient; at most one row per consignment, the oldest. */
    public List<DueOutbound> lease(PartyId recipient) {
        return transactions.asHub(() -> outbox.lease(recipient, clock.instant(), settings.lease(), settings.batch()));
    }

    /** The row with its image: the kept one, or a new one, which is kept before this returns. */
    public Translation translate(DueOutbound due) {
        if (due.image().isPresent()) {
            return new Translation.Ready(due, due.image().get());
        }
        try {
            SignedImage image = seal(due.outbound());
            transactions.asHub(() -> {
                outbox.keepImage(due.outbound().id(), image);
                return image;
            });
            return new Translation.Ready(due, image);
        } catch (UnwritableDocumentException e) {
            park(due, "Cannot be written as " + due.outbound().dialect() + ": " + e.getMessage());
            return new Translation.Parked(due.outbound().id());
        }
    }

    private SignedImage seal(NewOutbound outbound) {
        PartyRecord recipient = recipient(outbound);
        var envelope = new OutboundEnvelope(PartyId.HUB.value(), recipient.id().value(), outbound.reference(), outbound.createdAt(),
                outbound.environment(), recipient.reading().zone());
        byte[] bytes = dialects.writer(outbound.dialect()).write(outbound.document(), envelope);
        return new SignedImage(bytes, Dialects.contentType(outbound.dialect()), Digests.of(bytes), seals.seal(bytes));
    }

    /** Sends a translated row once and records what came of it. */
    public void send(Translation.Ready ready) {
        DueOutbound due = ready.due();
        PartyRecord recipient = recipient(due.outbound());
        OutboundId id = due.outbound().id();
        if (recipient.endpoint().isEmpty()) {
            transactions.asHub(() -> {
                outbox.markAvailable(id, clock.instant());
                return id;
            });
            return;
        }
        switch (counterparts.send(recipient, id, ready.image(), due.outbound().trace())) {
            case SendOutcome.Receipted(byte[] receipt) -> transactions.asHub(() -> {
                outbox.markDelivered(id, receipt, clock.instant());
                return id;
            });
            case SendOutcome.NotReceipted(String cause) -> retryOrPark(due, cause);
        }
    }

    private void retryOrPark(DueOutbound due, String cause) {
        Instant now = clock.instant();
        if (due.attempts() > 0 && now.isAfter(due.firstAttempt().plus(settings.giveUpAfter()))) {
            park(due, "No receipt within " + settings.giveUpAfter() + "; last: " + cause);
            return;
        }
        transactions.asHub(() -> {
            outbox.markFailed(due.outbound().id(), cause, now.plus(settings.pauseAfter(due.attempts())));
            return now;
        });
    }

    private void park(DueOutbound due, String cause) {
        transactions.asHub(() -> {
            outbox.park(due.outbound().id(), cause, clock.instant());
            return cause;
        });
    }

    private PartyRecord recipient(NewOutbound outbound) {
        return parties.find(outbound.recipient()).orElseThrow(
                () -> new IllegalStateException("Recipient " + outbound.recipient() + " is not registered"));
    }
}
