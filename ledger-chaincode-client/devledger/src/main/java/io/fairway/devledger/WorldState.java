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
    private static final int PAGE_BYTES = 4096;
    private static final int UNSAVED_BYTES = 16 << 20;
    private static final int UNSAVED_BLOCKS = 256;
    private static final int RETENTION_MILLISECONDS = 1000;
    private static final int FULL_PERCENT = 50;
    private static final int COMPACTED_BYTES = 16 << 20;

    private final MVStore store;
    private final MVMap<byte[], byte[]> map;
    private volatile RootReference<byte[], byte[]> committed;
    private int unsavedBlocks;

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
        var store = new MVStore.Builder().fileName(file.toString()).cacheSize(CACHE_MEGABYTES)
                .pageSplitSize(PAGE_BYTES).autoCommitDisabled().open();
        store.setRetentionTime(RETENTION_MILLISECONDS);
        return store;
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

    /**
     * Takes the changes of one block, all or none; an absent value deletes. Goes to disk every now and then: what is lost with the process
     * comes back from the blocks. For the one thread that commits.
     */
    void apply(long number, Map<byte[], Optional<byte[]>> changes) {
        changes.forEach((key, value) -> value.ifPresentOrElse(bytes -> map.put(key, bytes), () -> map.remove(key)));
        map.put(SEEN, ByteBuffer.allocate(Long.BYTES).putLong(number + 1).array());
        committed = map.getRoot();
        if (++unsavedBlocks >= UNSAVED_BLOCKS || store.getUnsavedMemory() > UNSAVED_BYTES) {
            store.commit();
            store.compact(FULL_PERCENT, COMPACTED_BYTES);
            committed = map.getRoot();
            unsavedBlocks = 0;
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
