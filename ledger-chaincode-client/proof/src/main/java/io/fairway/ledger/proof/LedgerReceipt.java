package io.fairway.ledger.proof;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * What proves, without the ledger, that a transaction stands on it: its id and the whole block that holds it. The block is whole because
 * Fabric hashes all its transactions as one; certificates of the signers are in it.
 *
 * <p>Form: the letters {@code FWLR}, the byte 1, the 64 characters of the transaction id, then the block ({@code common.Block}) deflated
 * (RFC 1951). {@link #check} says what it proves.
 *
 * @param transactionId 64 lower-case hexadecimal digits
 * @param block that holds it
 */
public record LedgerReceipt(String transactionId, Block block) {
    private static final byte[] FORM = {'F', 'W', 'L', 'R', 1};
    private static final int ID_LENGTH = 64;
    private static final int HEADER = FORM.length + ID_LENGTH;
    private static final int MOST_BLOCK_BYTES = 32 * 1024 * 1024;

    public LedgerReceipt {
        if (!transactionId.matches("[0-9a-f]{64}")) {
            throw new UnreadableException("A transaction id has 64 hexadecimal digits");
        }
    }

    /**
     * Reads a receipt.
     *
     * @throws UnreadableException if it is none, is cut, or holds a block of more than 32 MB
     */
    public static LedgerReceipt read(byte[] receipt) {
        requireForm(receipt);
        var id = new String(receipt, FORM.length, ID_LENGTH, StandardCharsets.US_ASCII);
        return new LedgerReceipt(id, Block.read(inflated(receipt, HEADER)));
    }

    private static void requireForm(byte[] receipt) {
        if (receipt.length < HEADER || !Arrays.equals(receipt, 0, FORM.length, FORM, 0, FORM.length)) {
            throw new UnreadableException("Not a ledger receipt: it does not begin with FWLR and the version 1");
        }
    }

    /** The receipt as bytes. */
    public byte[] bytes() {
        return receipt(transactionId, packed(block));
    }

    /** The block part of a receipt, the same for all transactions of a block. */
    public static byte[] packed(Block block) {
        var deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(block.bytes());
            deflater.finish();
            var packed = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** A receipt of a transaction in a block that is packed already. */
    public static byte[] receipt(String transactionId, byte[] packedBlock) {
        return ByteBuffer.allocate(HEADER + packedBlock.length)
                .put(FORM).put(transactionId.getBytes(StandardCharsets.US_ASCII)).put(packedBlock).array();
    }

    /** Checks everything a receipt can prove by itself. */
    public ReceiptVerdict check(NetworkTrust trust) {
        return CheckedBlock.of(block, trust).verdict(transactionId);
    }

    private static byte[] inflated(byte[] receipt, int from) {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(receipt, from, receipt.length - from);
            var block = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!inflater.finished()) {
                var length = inflater.inflate(buffer);
                if (length == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new UnreadableException("The block of the receipt is cut");
                }
                block.write(buffer, 0, length);
                if (block.size() > MOST_BLOCK_BYTES) {
                    throw new UnreadableException("The block of the receipt has more than " + MOST_BLOCK_BYTES + " bytes");
                }
            }
            if (inflater.getRemaining() > 0) {
                throw new UnreadableException("Something stands behind the block of the receipt");
            }
            return block.toByteArray();
        } catch (DataFormatException e) {
            throw new UnreadableException("The block of the receipt cannot be inflated", e);
        } finally {
            inflater.end();
        }
    }
}
