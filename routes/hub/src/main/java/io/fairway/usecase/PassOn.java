package io.fairway.usecase;

import io.fairway.document.Document;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Passes messages on that are said to others through the hub: to whom the envelope names, and to those the port's order has hear it.
 * Only a party that takes such documents is told, in its own dialect; test never reaches live, nor live test.
 */
public final class PassOn {
    private final Outbox outbox;
    private final Parties parties;
    private final Identifiers identifiers;
    private final InstantSource clock;

    public PassOn(Outbox outbox, Parties parties, Identifiers identifiers, InstantSource clock) {
        this.outbox = outbox;
        this.parties = parties;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * Writes one row of the outbox per recipient, in the running transaction.
     *
     * @param message reference of the message in the interchange
     * @param parts what was read of it, in order; not empty
     */
    void pass(NewInterchange interchange, PartyRecord sender, String message, List<Document> parts) {
        Document whole = WholeMessage.of(parts);
        Audience audience = Audience.of(whole);
        if (!audience.maySpeak(sender)) {
            return;
        }
        for (PartyRecord recipient : recipients(interchange, sender, audience)) {
            recipient.dialectFor(whole).ifPresent(dialect -> outbox.add(new NewOutbound(new OutboundId(identifiers.next()), recipient.id(),
                    Optional.empty(), Optional.empty(), "passed-on-" + message, interchange.id(), dialect,
                    WireReference.from(identifiers.next()), whole, interchange.envelope().environment(), clock.instant(),
                    interchange.trace())));
        }
    }

    private Set<PartyRecord> recipients(NewInterchange interchange, PartyRecord sender, Audience audience) {
        var recipients = new LinkedHashSet<PartyRecord>();
        parties.byCode(interchange.envelope().recipient()).ifPresent(recipients::add);
        audience.listeners().stream().sorted()
                .forEach(role -> recipients.addAll(parties.withRole(role, interchange.envelope().environment())));
        recipients.removeIf(party -> party.id().equals(sender.id()) || party.environment() != interchange.envelope().environment());
        return recipients;
    }
}
