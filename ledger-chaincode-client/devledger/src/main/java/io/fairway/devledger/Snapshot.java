package io.fairway.devledger;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;

/** The ledger as it was after one block. */
final class Snapshot implements AutoCloseable {
    private final MVMap<byte[], byte[]> map;
    private final RootReference<byte[], byte[]> root;
    private final Runnable release;

    Snapshot(MVMap<byte[], byte[]> map, RootReference<byte[], byte[]> root, Runnable release) {
        this.map = map;
        this.root = root;
        this.release = release;
    }

    /** A key with what it holds. */
    record Keyed(String key, StateEntry entry) {}

    /**
     * Where a transaction is.
     *
     * @param code its validation code
     */
    record Placed(Version version, int code) {}

    Optional<StateEntry> get(Space space, ByteString key) {
        return raw(space.keyBytes(key)).map(StateEntry::decoded);
    }

    Optional<StateEntry> get(Space space, String key) {
        return get(space, ByteString.copyFromUtf8(key));
    }

    Optional<Placed> transaction(String txId) {
        return raw(Space.transaction(txId)).map(ByteBuffer::wrap)
                .map(bytes -> new Placed(new Version(bytes.getLong(), bytes.getInt()), bytes.getInt()));
    }

    /** Place in the log of private writes. */
    Optional<Long> privateWrites(String txId) {
        return raw(Space.privateWrites(txId)).map(bytes -> ByteBuffer.wrap(bytes).getLong());
    }

    static byte[] placedBytes(Version version, int code) {
        return ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES)
                .putLong(version.block()).putInt(version.transaction()).putInt(code).array();
    }

    /** Keys from {@code start} to before {@code end}; an empty {@code end} is the end of the space. */
    Iterator<Keyed> range(Space space, String start, String end) {
        var last = end.isEmpty() ? space.end() : space.keyBytes(end);
        var cursor = map.cursor(root, space.keyBytes(start), null, false);
        return new Iterator<>() {
            private boolean looked;
            private boolean there;

            @Override
            public boolean hasNext() {
                if (!looked) {
                    there = cursor.hasNext() && java.util.Arrays.compareUnsigned(cursor.next(), last) < 0;
                    looked = true;
                }
                return there;
            }

            @Override
            public Keyed next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                looked = false;
                return new Keyed(space.keyOf(cursor.getKey()), StateEntry.decoded(cursor.getValue()));
            }
        };
    }

    /** Places where a key was written, the newest first. */
    Iterator<Version> history(String chaincode, String key) {
        var name = ByteString.copyFromUtf8(key);
        var oldest = Space.history(chaincode, name, new Version(0, 0));
        Cursor<byte[], byte[]> cursor = map.cursor(root,
                Space.history(chaincode, name, new Version(Long.MAX_VALUE, Integer.MAX_VALUE)), oldest, true);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.hasNext();
            }

            @Override
            public Version next() {
                return Space.versionOfHistory(cursor.next());
            }
        };
    }

    @Override
    public void close() {
        release.run();
    }

    private Optional<byte[]> raw(byte[] key) {
        return Optional.ofNullable(map.get(root.root, key));
    }
}
