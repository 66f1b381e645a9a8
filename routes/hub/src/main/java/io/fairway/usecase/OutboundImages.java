package io.fairway.usecase;

import io.fairway.document.DocumentWriter;
import io.fairway.document.OutboundEnvelope;

/** Makes the bytes that go on the wire: the document in the recipient's dialect, under the hub's seal. */
public final class OutboundImages {
    private final Parties parties;
    private final Dialects dialects;
    private final Seals seals;

    public OutboundImages(Parties parties, Dialects dialects, Seals seals) {
        this.parties = parties;
        this.dialects = dialects;
        this.seals = seals;
    }

    /** @throws io.fairway.document.UnwritableDocumentException when the dialect cannot say it */
    SignedImage imageOf(NewOutbound outbound) {
        PartyRecord recipient = recipientOf(outbound);
        var envelope = new OutboundEnvelope(PartyId.HUB.value(), recipient.id().value(), outbound.reference(), outbound.createdAt(),
                outbound.environment(), recipient.reading().zone());
        DocumentWriter writer = dialects.writer(outbound.dialect());
        Seals.Sealed sealed = seal(recipient, writer.write(outbound.document(), envelope), writer.mediaType());
        return new SignedImage(sealed.bytes(), sealed.mediaType(), Digests.of(sealed.bytes()), sealed.signature());
    }

    private Seals.Sealed seal(PartyRecord recipient, byte[] content, String mediaType) {
        return switch (recipient.endpoint().orElse(null)) {
            case Endpoint.As2 _ -> seals.enclose(recipient.id(), content, mediaType);
            case Endpoint.Http _, Endpoint.Soap _, Endpoint.Connected _ -> seals.seal(recipient.id(), content, mediaType);
            case null -> seals.seal(recipient.id(), content, mediaType);
        };
    }

    /** Whether an image is in the form in which the recipient's channel carries its seal: within one MIME entity for AS2, as it is for others. */
    boolean isSealedFor(PartyRecord recipient, SignedImage image) {
        boolean enclosed = image.contentType().startsWith("multipart/signed");
        return switch (recipient.endpoint().orElse(null)) {
            case Endpoint.As2 _ -> enclosed;
            case Endpoint.Http _, Endpoint.Soap _, Endpoint.Connected _ -> !enclosed;
            case null -> true;
        };
    }

    /** When the recipient is told things; one that fetches may do so at any time. */
    DeliveryHours hoursOf(PartyId recipient) {
        return parties.find(recipient).filter(party -> party.endpoint().isPresent()).map(PartyRecord::hours).orElse(DeliveryHours.ALWAYS);
    }

    PartyRecord recipientOf(NewOutbound outbound) {
        return parties.find(outbound.recipient()).orElseThrow(
                () -> new IllegalStateException("Recipient " + outbound.recipient() + " is not registered"));
    }
}
