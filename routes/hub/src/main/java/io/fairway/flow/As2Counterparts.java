package io.fairway.flow;

import io.fairway.connector.As2Delivery;
import io.fairway.signing.Digest;
import io.fairway.signing.Disposition;
import io.fairway.signing.SignedEntity;
import io.fairway.usecase.Counterparts.SendOutcome;
import io.fairway.usecase.Endpoint;
import io.fairway.usecase.OutboundId;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.SignedImage;
import io.fairway.usecase.evidence.Signers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;

/**
 * Counterparts that take messages by AS2. Proof is a receipt (RFC 4130, 7) signed by a key the counterpart enrolled, about this very
 * message, that says processed and repeats the digest of what was sent. The Message-ID is the outbound's id, the same however often it
 * is sent.
 */
public final class As2Counterparts {
    /**
     * Dispositions that the same bytes will get again (RFC 4130, 7.4 and 7.5). A signer that the counterpart does not know yet, a digest that came
     * out differently on the way, and what it did not expect, may be otherwise next time.
     */
    private static final List<String> FOR_GOOD = List.of("failed", "processed/error: decryption-failed", "processed/error: decompression-failed",
            "processed/error: insufficient-message-security", "processed/error: duplicate-document");

    private final As2Delivery as2;
    private final ReceiptSigners signers;
    private final String hub;

    /** @param hub the AS2 name of this hub */
    public As2Counterparts(As2Delivery as2, Signers signers, String hub, InstantSource clock) {
        this.as2 = as2;
        this.signers = new ReceiptSigners(signers, clock);
        this.hub = hub;
    }

    SendOutcome send(PartyId recipient, Endpoint.As2 endpoint, OutboundId id, SignedImage image, String trace) {
        if (!(SignedEntity.verify(image.contentType(), image.bytes()) instanceof SignedEntity.Signed sent)) {
            return new SendOutcome.NotReceipted("Sealed for another channel before the counterpart asked for AS2");
        }
        String messageId = "<" + id + "@fairway>";
        var message = new As2Delivery.Message(messageId, hub, endpoint.name().orElse(recipient.value()), image.contentType(), image.bytes(), trace);
        return switch (as2.deliver(endpoint.address(), message)) {
            case As2Delivery.Outcome.NotAnswered(String cause) -> new SendOutcome.NotReceipted(cause);
            case As2Delivery.Outcome.Answered(String type, byte[] body) -> judged(recipient, messageId, sent.entity(), type, body);
        };
    }

    private SendOutcome judged(PartyId recipient, String messageId, byte[] sent, String type, byte[] body) {
        return switch (SignedEntity.verify(type, body)) {
            case SignedEntity.Refused refused -> new SendOutcome.NotReceipted("No signed receipt: " + refused.detail());
            case SignedEntity.Signed signed when !signers.isOf(recipient, signed.signer()) -> new SendOutcome.NotReceipted(
                    "The receipt is signed by a key that " + recipient + " did not enrol, or past its certificate's days");
            case SignedEntity.Signed signed -> Disposition.of(signed.entity()).map(told -> judged(told, messageId, sent, kept(type, body)))
                    .orElseGet(() -> new SendOutcome.NotReceipted("Signed, but not a receipt"));
        };
    }

    private static SendOutcome judged(Disposition told, String messageId, byte[] sent, byte[] receipt) {
        if (!told.originalMessageId().equals(messageId)) {
            return new SendOutcome.NotReceipted("The receipt is for another message");
        }
        if (!told.isProcessed()) {
            String words = "The receipt says: " + told.outcome();
            return FOR_GOOD.stream().anyMatch(told.outcome()::startsWith) ? new SendOutcome.Refused(words) : new SendOutcome.NotReceipted(words);
        }
        String digest = Base64.getEncoder().encodeToString(Digest.sha256(sent));
        boolean same = told.mic().filter(mic -> mic.algorithm().equals("sha256") && mic.value().equals(digest)).isPresent();
        return same ? new SendOutcome.Receipted(receipt) : new SendOutcome.NotReceipted("The receipt is for other bytes, or does not say for which");
    }

    /** Verifiable on its own: with the header that says where its parts begin. */
    private static byte[] kept(String type, byte[] body) {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(("MIME-Version: 1.0\r\nContent-Type: " + type + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(body);
        return whole.toByteArray();
    }
}
