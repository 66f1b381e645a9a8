package io.fairway.ledger.proof;

import java.util.List;

/**
 * One block of a Fabric channel: header, transactions in order, and what the peers and orderers noted about them.
 * Reading it checks its form only; {@link #holdsWhatItsHeaderSays} and {@link #isOrdered} check what it says.
 */
public final class Block {
    private static final int SIGNATURES = 0;
    private static final int VALIDATION_CODES = 2;
    private static final int VALID = 0;

    private final byte[] bytes;
    private final long number;
    private final Digest previousHash;
    private final Digest dataHash;
    private final List<byte[]> envelopes;
    private final List<byte[]> metadata;

    private Block(byte[] bytes) {
        this.bytes = bytes;
        var block = WireMessage.read(bytes);
        var header = block.message(1);
        this.number = header.number(1);
        this.previousHash = number == 0 ? Digest.of(new byte[Digest.LENGTH]) : hash(header.value(2));
        this.dataHash = hash(header.value(3));
        this.envelopes = block.message(2).valuesOf(1);
        this.metadata = block.message(3).valuesOf(1);
        if (envelopes.isEmpty() || number < 0) {
            throw new UnreadableException("A block has a number and at least one transaction");
        }
    }

    /**
     * Reads a block ({@code common.Block}).
     *
     * @throws UnreadableException if the bytes are not one
     */
    public static Block read(byte[] bytes) {
        return new Block(bytes.clone());
    }

    private static Digest hash(byte[] value) {
        if (value.length != Digest.LENGTH) {
            throw new UnreadableException("A block header holds hashes of 32 bytes, found " + value.length);
        }
        return Digest.of(value);
    }

    /** Position in the channel, from 0. */
    public long number() {
        return number;
    }

    /** The header hash of the block before; zeros for the first. */
    public Digest previousHash() {
        return previousHash;
    }

    /** What the next block must bear as its previous hash. */
    public Digest headerHash() {
        return Digest.over(headerBytes());
    }

    /** Whether the data hash in the header is that of the transactions. */
    public boolean holdsWhatItsHeaderSays() {
        return Digest.over(envelopes.toArray(byte[][]::new)).equals(dataHash);
    }

    /** Whether an orderer of this network signed the header. */
    public boolean isOrdered(NetworkTrust trust) {
        if (metadata.size() <= SIGNATURES) {
            return false;
        }
        var noted = WireMessage.read(metadata.get(SIGNATURES));
        return noted.valuesOf(2).stream().anyMatch(signature -> isOrdered(trust, noted.value(1), WireMessage.read(signature)));
    }

    private boolean isOrdered(NetworkTrust trust, byte[] noted, WireMessage signature) {
        var signatureHeader = signature.value(1);
        if (signatureHeader.length == 0) {
            return false;
        }
        var orderer = SignedBy.read(WireMessage.read(signatureHeader).value(1));
        return trust.orderer(orderer).filter(known -> known.signed(signature.value(2), noted, signatureHeader, headerBytes())).isPresent();
    }

    /** Number of transactions. */
    public int size() {
        return envelopes.size();
    }

    /** The transaction at this place ({@code common.Envelope}). */
    public byte[] envelope(int index) {
        return envelopes.get(index).clone();
    }

    /**
     * The validation code the peers noted for the transaction at this place: 0 is valid ({@code protos.TxValidationCode}); 254 when none is noted.
     */
    public int validationCode(int index) {
        var codes = metadata.size() > VALIDATION_CODES ? metadata.get(VALIDATION_CODES) : new byte[0];
        return index < codes.length ? Byte.toUnsignedInt(codes[index]) : 254;
    }

    /** Whether the peers noted the transaction at this place as valid. */
    public boolean isValid(int index) {
        return validationCode(index) == VALID;
    }

    /** The block as it was read. */
    public byte[] bytes() {
        return bytes.clone();
    }

    private byte[] headerBytes() {
        return Der.blockHeader(number, number == 0 ? new byte[0] : previousHash.bytes(), dataHash.bytes());
    }
}
