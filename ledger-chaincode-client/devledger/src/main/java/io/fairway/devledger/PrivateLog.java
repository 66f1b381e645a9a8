package io.fairway.devledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;

/**
 * The private writes of endorsed transactions, which never enter a block, in one file: kept when they are endorsed, on disk before the
 * endorsement is answered, found again by transaction when it commits, also after a restart. Those that are not committed within
 * {@value #PATIENCE} blocks are forgotten, as Fabric's transient store does.
 */
final class PrivateLog implements Closeable {
    static final int PATIENCE = 1000;
    private static final int CHECK = 32;
    private static final int HEAD = 2 * Integer.BYTES + Long.BYTES;
    private static final int LONGEST = 1 << 28;

    private final FileChannel channel;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private long end;

    private record Waiting(long offset, long height) {}

    private PrivateLog(FileChannel channel) {
        this.channel = channel;
    }

    /** @param isCommitted whether the ledger has a transaction already */
    static PrivateLog open(Path file, Predicate<String> isCommitted) throws IOException {
        var log = new PrivateLog(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
        log.scan(isCommitted);
        return log;
    }

    /** Keeps the private writes of a transaction that was endorsed at this height. */
    synchronized void keep(String txId, TxPvtReadWriteSet writes, long height) {
        var name = txId.getBytes(StandardCharsets.UTF_8);
        var content = writes.toByteArray();
        var record = ByteBuffer.allocate(HEAD + name.length + content.length + CHECK)
                .putInt(name.length).putInt(content.length).putLong(height).put(name).put(content);
        var digest = Digests.newSha256();
        digest.update(record.array(), 0, record.position());
        record.put(digest.digest()).flip();
        try {
            long at = end;
            while (record.hasRemaining()) {
                at += channel.write(record, at);
            }
            channel.force(false);
            waiting.put(txId, new Waiting(end, height));
            end = at;
        } catch (IOException e) {
            throw new UncheckedIOException("Private writes cannot be kept", e);
        }
    }

    synchronized Optional<Long> offsetOf(String txId) {
        return Optional.ofNullable(waiting.get(txId)).map(Waiting::offset);
    }

    TxPvtReadWriteSet read(long offset) {
        try {
            var head = fill(ByteBuffer.allocate(HEAD), offset);
            int name = head.getInt();
            var content = fill(ByteBuffer.allocate(head.getInt()), offset + HEAD + name);
            return TxPvtReadWriteSet.parseFrom(ByteString.copyFrom(content));
        } catch (InvalidProtocolBufferException e) {
            throw new TamperedLedgerException("the private writes at " + offset + " are not what was kept", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Private writes cannot be read", e);
        }
    }

    /** Forgets what was committed, and what waited too long. */
    synchronized void committed(Iterable<String> txIds, long height) {
        txIds.forEach(waiting::remove);
        waiting.values().removeIf(one -> one.height() + PATIENCE < height);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void scan(Predicate<String> isCommitted) throws IOException {
        long size = channel.size();
        while (end + HEAD + CHECK <= size) {
            var head = fill(ByteBuffer.allocate(HEAD), end);
            int name = head.getInt();
            int content = head.getInt();
            if (name <= 0 || content < 0 || name > LONGEST || content > LONGEST || end + HEAD + name + content + CHECK > size) {
                break;
            }
            var body = fill(ByteBuffer.allocate(HEAD + name + content + CHECK), end).array();
            requireWhole(body);
            var txId = new String(body, HEAD, name, StandardCharsets.UTF_8);
            if (!isCommitted.test(txId)) {
                waiting.put(txId, new Waiting(end, head.getLong()));
            }
            end += body.length;
        }
        channel.truncate(end);
    }

    private void requireWhole(byte[] record) {
        var digest = Digests.newSha256();
        digest.update(record, 0, record.length - CHECK);
        if (!ByteString.copyFrom(digest.digest()).equals(ByteString.copyFrom(record, record.length - CHECK, CHECK))) {
            throw new TamperedLedgerException("check mismatch in the private writes at " + end);
        }
    }

    private ByteBuffer fill(ByteBuffer buffer, long offset) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new IOException("The private writes end before " + (offset + buffer.limit()));
            }
        }
        return buffer.flip();
    }
}
