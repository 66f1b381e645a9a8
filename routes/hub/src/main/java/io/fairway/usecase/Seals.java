package io.fairway.usecase;

/** The hub's seals on what it sends. */
public interface Seals {

    /**
     * Seals for one recipient, as its profile says.
     *
     * @throws io.fairway.signing.NoUsableKeyException when no certificate of the hub is valid: nothing goes out unsigned
     * @throws io.fairway.usecase.evidence.EvidenceUnavailableException when the profile asks for a timestamp and there is none
     */
    Sealed seal(PartyId recipient, byte[] content, String mediaType);

    /**
     * The content with the seal beside it in one {@code multipart/signed} (RFC 8551, 3.5), for channels whose messages are signed.
     *
     * @throws io.fairway.signing.NoUsableKeyException as above
     */
    Sealed enclose(PartyId recipient, byte[] content, String mediaType);

    /**
     * What goes on the wire.
     *
     * @param bytes the content, or the content with the seal within
     * @param signature beside the bytes (CMS, DER); empty when the seal is within, or the profile asks for none
     */
    record Sealed(byte[] bytes, String mediaType, byte[] signature) {
    }
}
