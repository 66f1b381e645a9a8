package io.fairway.usecase;

/** Hands an image to a counterpart over its channel. One partner's slowness does not slow the others (P16). */
public interface Counterparts {

    /** Sends and waits for the receipt, within the channel's time limit. Never throws for what the counterpart does. */
    SendOutcome send(PartyRecord recipient, OutboundId messageId, SignedImage image, String trace);

    /** What became of one sending. */
    sealed interface SendOutcome {

        /** A valid receipt: it names the message id and the digest of what was sent. */
        record Receipted(byte[] receipt) implements SendOutcome {
        }

        /** Unknown or not receipted: to be sent again as the same bytes under the same id. */
        record NotReceipted(String cause) implements SendOutcome {
        }

        /** The counterpart itself says, and proves that it does, that it will never take these bytes. */
        record Refused(String cause) implements SendOutcome {
        }
    }
}
