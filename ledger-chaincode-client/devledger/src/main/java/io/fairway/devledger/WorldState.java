package io.fairway.devledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RootReference;
import org.h2.mvstore.type.ByteArrayDataType;

/**
 * State, hashes, private values, and the indexes of transactions and histories, in one sorted map on disk with a bounded cache. All of it
 * follows from the blocks and the private writes: it says how many blocks it has seen, and is made anew if it cannot be read.
 */
final class WorldState implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WorldState.class.getName());
    private static final byte[] SEEN = "M-blocks".getBytes(StandardCharsets.US_ASCII);
    private static final int CACHE_MEGABYTES = 32;

    private final MVStore store;
    private final MVMap<byte[], byte[]> map;
    private volatile RootReference<byte[], byte[]> committed;

    private WorldState(MVStore store) {
        this.store = store;
        this.map = store.openMap("ledger", new MVMap.Builder<byte[], byte[]>()
                .keyType(ByteArrayDataType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
        this.committed = map.getRoot();
    }

    static WorldState open(Path file) throws IOException {
        try {
            return new WorldState(openStore(file));
        } catch (MVStoreException e) {
            LOG.log(System.Logger.Level.WARNING, "The state in " + file + " cannot be read and is made anew from the blocks", e);
            Files.move(file, file.resolveSibling(file.getFileName() + ".unreadable"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return new WorldState(openStore(file));
        }
    }

    private static MVStore openStore(Path file) {
        return new MVStore.Builder().fileName(file.toString()).cacheSize(CACHE_MEGABYTES).autoCommitDisabled().open();
    }

    /** How many blocks are in it. */
    long blocks() {
        var seen = map.get(SEEN);
        return seen == null ? 0 : ByteBuffer.wrap(seen).getLong();
    }

    /** A view that later blocks do not change. Close it soon. */
    Snapshot snapshot() {
        var usage = store.registerVersionUsage();
        return new Snapshot(map, committed, () -> store.deregisterVersionUsage(usage));
    }

    /** What is there now; for the one thread that commits. */
    Optional<StateEntry> get(Space space, com.google.protobuf.ByteString key) {
        return Optional.ofNullable(map.get(space.keyBytes(key))).map(StateEntry::decoded);
    }

    /** Takes the changes of one block, all or none; an absent value deletes. For the one thread that commits. */
    void apply(long number, Map<byte[], Optional<byte[]>> changes) {
        changes.forEach((key, value) -> value.ifPresentOrElse(bytes -> map.put(key, bytes), () -> map.remove(key)));
        map.put(SEEN, ByteBuffer.allocate(Long.BYTES).putLong(number + 1).array());
        store.commit();
        committed = map.getRoot();
    }

    @Override
    public void close() {
        store.close();
    }
}
