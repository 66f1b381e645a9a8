package io.fairway.flow;

import io.fairway.usecase.Counterparts.SendOutcome;
import io.fairway.usecase.OutboundId;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.SignedImage;

/** Parties that are told things over the connection they themselves made to the hub. */
@FunctionalInterface
public interface ConnectedParties {

    /** Offers a message and waits, within the channel's time limit, until the party accepts it. Never throws for what the party does. */
    SendOutcome offer(PartyId party, OutboundId id, SignedImage image, String trace);
}
