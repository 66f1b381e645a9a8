package io.fairway.devledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.hyperledger.fabric.protos.common.Block;

/**
 * The chain on disk, one file: for each block its length, its bytes, and a SHA-256 over the check before it and the bytes. The last of
 * these also covers what Fabric's own hashes do not, such as the validation codes. A block is on disk before {@link #append} returns.
 */
final class BlockFile implements Closeable {
    private static final System.Logger LOG = System.getLogger(BlockFile.class.getName());
    private static final int LENGTH = Integer.BYTES;
    private static final int CHECK = 32;
    private static final int LONGEST = 1 << 30;

    private final FileChannel channel;
    private final FileChannel mark;
    private final Path file;
    private long[] offsets = new long[1024];
    private int height;
    private long end;
    private ByteString check = ByteString.EMPTY;
    private ByteString tipHash = ByteString.EMPTY;

    private BlockFile(Path file, FileChannel channel, FileChannel mark) {
        this.file = file;
        this.channel = channel;
        this.mark = mark;
    }

    /**
     * Opens and verifies the whole chain.
     *
     * @param height file with the number of blocks that may have been acknowledged; of these none may be missing
     * @throws TamperedLedgerException if a block is changed, missing or out of place
     */
    static BlockFile open(Path file, Path height) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var mark = FileChannel.open(height, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            var blocks = new BlockFile(file, channel, mark);
            blocks.verify(mark.size() < Long.BYTES ? 0 : fill(mark, ByteBuffer.allocate(Long.BYTES), 0).getLong());
            return blocks;
        } catch (IOException | TamperedLedgerException e) {
            channel.close();
            mark.close();
            throw e;
        }
    }

    synchronized long height() {
        return height;
    }

    synchronized ByteString tipHash() {
        return tipHash;
    }

    synchronized void append(Block block) throws IOException {
        if (block.getHeader().getNumber() != height) {
            throw new IllegalArgumentException("Block " + height + " is next, found " + block.getHeader().getNumber());
        }
        var bytes = block.toByteString();
        var newCheck = Digests.sha256(check, bytes);
        var record = ByteBuffer.allocate(LENGTH + bytes.size() + CHECK).putInt(bytes.size());
        bytes.copyTo(record);
        newCheck.copyTo(record);
        record.flip();
        long at = end;
        while (record.hasRemaining()) {
            at += channel.write(record, at);
        }
        channel.force(false);
        remember(block, newCheck, at);
        mark.write(ByteBuffer.allocate(Long.BYTES).putLong(height).flip(), 0);
    }

    Block read(long number) {
        long offset;
        synchronized (this) {
            if (number < 0 || number >= height) {
                throw new IllegalArgumentException("There is no block " + number + ", the height is " + height);
            }
            offset = offsets[(int) number];
        }
        try {
            int length = fill(channel, ByteBuffer.allocate(LENGTH), offset).getInt();
            return Block.parseFrom(fill(channel, ByteBuffer.allocate(length), offset + LENGTH));
        } catch (IOException e) {
            throw new UncheckedIOException("Block " + number + " cannot be read from " + file, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        mark.close();
    }

    private synchronized void verify(long acknowledged) throws IOException {
        long size = channel.size();
        while (end < size) {
            long left = size - end;
            int length = left < LENGTH ? 0 : fill(channel, ByteBuffer.allocate(LENGTH), end).getInt();
            if (length <= 0 || length > LONGEST || LENGTH + (long) length + CHECK > left) {
                cutTail(size, acknowledged);
                break;
            }
            verify(ByteString.copyFrom(fill(channel, ByteBuffer.allocate(length), end + LENGTH)),
                    ByteString.copyFrom(fill(channel, ByteBuffer.allocate(CHECK), end + LENGTH + length)));
        }
        if (height < acknowledged) {
            throw new TamperedLedgerException(file + " ends at block " + (height - 1) + ", but block " + (acknowledged - 1) + " was acknowledged");
        }
    }

    private void verify(ByteString bytes, ByteString foundCheck) {
        Block block;
        try {
            block = Block.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new TamperedLedgerException("block " + height + " in " + file + " is not a block", e);
        }
        var header = block.getHeader();
        if (header.getNumber() != height) {
            throw new TamperedLedgerException("block number mismatch in block " + height + " in " + file + ": found " + header.getNumber());
        }
        if (!header.getPreviousHash().equals(tipHash)) {
            throw new TamperedLedgerException("previous hash mismatch in block " + height + " in " + file);
        }
        if (!header.getDataHash().equals(Blocks.dataHash(block.getData()))) {
            throw new TamperedLedgerException("data hash mismatch in block " + height + " in " + file);
        }
        var newCheck = Digests.sha256(check, bytes);
        if (!newCheck.equals(foundCheck)) {
            throw new TamperedLedgerException("check mismatch in block " + height + " in " + file);
        }
        remember(block, newCheck, end + LENGTH + bytes.size() + CHECK);
    }

    /** A last record that is not whole was being written when the process died: it was never acknowledged. It is kept aside. */
    private void cutTail(long size, long acknowledged) throws IOException {
        if (height < acknowledged) {
            throw new TamperedLedgerException("block " + height + " in " + file + " is not whole, but was acknowledged");
        }
        var aside = file.resolveSibling(file.getFileName() + ".torn-" + height);
        try (var copy = FileChannel.open(aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.transferTo(end, size - end, copy);
        }
        channel.truncate(end);
        channel.force(true);
        LOG.log(System.Logger.Level.WARNING, "A torn block {0} at the end of the chain was never acknowledged; cut, and kept in {1} ({2} bytes)",
                String.valueOf(height), aside, String.valueOf(Files.size(aside)));
    }

    private void remember(Block block, ByteString newCheck, long newEnd) {
        if (height == offsets.length) {
            offsets = Arrays.copyOf(offsets, height * 2);
        }
        offsets[height] = end;
        height++;
        end = newEnd;
        check = newCheck;
        tipHash = Blocks.headerHash(block.getHeader());
    }

    private static ByteBuffer fill(FileChannel from, ByteBuffer buffer, long offset) throws IOException {
        while (buffer.hasRemaining()) {
            if (from.read(buffer, offset + buffer.position()) < 0) {
                throw new IOException("The file of blocks ends before " + (offset + buffer.limit()));
            }
        }
        return buffer.flip();
    }
}
