package io.fairway.devledger;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;

/**
 * One run of a chaincode at one organisation's peer: reads see the ledger as it was when the run began, never the run's own writes,
 * and everything read or written is recorded.
 */
final class Simulation implements AutoCloseable {
    private final InstalledChaincode chaincode;
    private final String peerMsp;
    private final Member client;
    private final Snapshot ledger;
    private final Space state;
    private final ReadWriteSet open = new ReadWriteSet();
    private final SortedMap<String, ReadWriteSet> collections = new TreeMap<>();
    private final List<RangeScan.Phantoms> ranges = new ArrayList<>();
    private final Map<String, RangeScan<Snapshot.Keyed>> scans = new HashMap<>();
    private Optional<String> forbidsWrites = Optional.empty();
    private boolean wrote;

    Simulation(InstalledChaincode chaincode, String peerMsp, Member client, Snapshot ledger) {
        this.chaincode = chaincode;
        this.peerMsp = peerMsp;
        this.client = client;
        this.ledger = ledger;
        this.state = Space.state(chaincode.name());
    }

    Snapshot ledger() {
        return ledger;
    }

    InstalledChaincode chaincode() {
        return chaincode;
    }

    ByteString get(String key) {
        var entry = ledger.get(state, key);
        open.read(key, entry.map(StateEntry::version));
        return entry.map(StateEntry::value).orElse(ByteString.EMPTY);
    }

    ByteString getPrivate(String collection, String key) {
        requireReadable(collection);
        var hash = readHash(collection, key);
        var value = isKeptHere(collection) ? ledger.get(Space.privateValues(chaincode.name(), collection), key) : Optional.<StateEntry>empty();
        if (!value.map(StateEntry::version).equals(hash.map(StateEntry::version))) {
            throw Refusal.aborted("private data matching public hash version is not available");
        }
        return value.map(StateEntry::value).orElse(ByteString.EMPTY);
    }

    ByteString getPrivateHash(String collection, String key) {
        chaincode.collection(collection);
        return readHash(collection, key).map(StateEntry::value).orElse(ByteString.EMPTY);
    }

    void put(String collection, String key, ByteString value) {
        writable(collection, key).write(key, value);
    }

    void delete(String collection, String key) {
        writable(collection, key).delete(key);
    }

    ByteString validationParameter(String collection, String key) {
        if (collection.isEmpty()) {
            var entry = ledger.get(state, key);
            open.read(key, entry.map(StateEntry::version));
            return entry.map(StateEntry::validation).orElse(ByteString.EMPTY);
        }
        chaincode.collection(collection);
        return readHash(collection, key).map(StateEntry::validation).orElse(ByteString.EMPTY);
    }

    void putMetadata(String collection, String key, String name, ByteString value) {
        writable(collection, key).writeMetadata(key, name, value);
    }

    /** Opens a range; empty bounds are open. The chaincode names it by {@code id} from then on. */
    RangeScan<Snapshot.Keyed> range(String id, String collection, String start, String end, Optional<Integer> pageSize) {
        RangeScan<Snapshot.Keyed> scan;
        if (!collection.isEmpty()) {
            requireReadable(collection);
            forbidsWrites = Optional.of("Transaction has already performed queries on pvt data. Writes are not allowed");
            var values = isKeptHere(collection) ? ledger.range(Space.privateValues(chaincode.name(), collection), start, end)
                    : List.<Snapshot.Keyed>of().iterator();
            scan = scan(values, RangeScan.unrecorded(), pageSize);
        } else {
            requirePaging(pageSize);
            var phantoms = new RangeScan.Phantoms(start, end);
            ranges.add(phantoms);
            scan = scan(ledger.range(state, start, end), phantoms, pageSize);
        }
        scans.put(id, scan);
        return scan;
    }

    Optional<RangeScan<Snapshot.Keyed>> scan(String id) {
        return Optional.ofNullable(scans.get(id));
    }

    void closeScan(String id) {
        scans.remove(id);
    }

    /** Public and hashed reads and writes; {@code definitionRead} is the read of the chaincode's own definition. */
    TxReadWriteSet publicResult(NsReadWriteSet definitionRead) {
        var set = open.asPublic();
        ranges.forEach(range -> set.addRangeQueriesInfo(range.query()));
        var own = NsReadWriteSet.newBuilder().setNamespace(chaincode.name()).setRwset(set.build().toByteString());
        collections.forEach((name, collection) -> own.addCollectionHashedRwset(hashed(name, collection)));
        return TxReadWriteSet.newBuilder().setDataModel(TxReadWriteSet.DataModel.KV).addNsRwset(definitionRead).addNsRwset(own).build();
    }

    Optional<TxPvtReadWriteSet> privateResult() {
        var own = NsPvtReadWriteSet.newBuilder().setNamespace(chaincode.name());
        collections.forEach((name, collection) -> {
            if (collection.hasWrites()) {
                own.addCollectionPvtRwset(CollectionPvtReadWriteSet.newBuilder()
                        .setCollectionName(name).setRwset(collection.asPrivate().toByteString()));
            }
        });
        return own.getCollectionPvtRwsetCount() == 0 ? Optional.empty()
                : Optional.of(TxPvtReadWriteSet.newBuilder().setDataModel(TxReadWriteSet.DataModel.KV).addNsPvtRwset(own).build());
    }

    @Override
    public void close() {
        ledger.close();
    }

    private static CollectionHashedReadWriteSet hashed(String name, ReadWriteSet collection) {
        var hashed = CollectionHashedReadWriteSet.newBuilder().setCollectionName(name).setHashedRwset(collection.asHashed().toByteString());
        if (collection.hasWrites()) {
            hashed.setPvtRwsetHash(Digests.sha256(collection.asPrivate().toByteString()));
        }
        return hashed.build();
    }

    private RangeScan<Snapshot.Keyed> scan(Iterator<Snapshot.Keyed> results, RangeScan.Recorder<Snapshot.Keyed> recorder, Optional<Integer> page) {
        return new RangeScan<>(results, one -> RangeScan.keyValue(chaincode.name(), one), recorder, page);
    }

    private void requirePaging(Optional<Integer> pageSize) {
        if (pageSize.isPresent()) {
            if (wrote) {
                throw Refusal.aborted("unsupported transaction. Paginated queries are supported only in a read-only transaction");
            }
            forbidsWrites = Optional.of("unsupported transaction. Transaction has already performed a paginated query. Writes are not allowed");
        }
    }

    private ReadWriteSet writable(String collection, String key) {
        forbidsWrites.ifPresent(reason -> {
            throw Refusal.aborted(reason);
        });
        if (key.isEmpty()) {
            throw Refusal.aborted("key must not be an empty string");
        }
        wrote = true;
        if (collection.isEmpty()) {
            return open;
        }
        var definition = chaincode.collection(collection);
        if (!definition.mayWrite(client)) {
            throw Refusal.aborted("tx creator does not have write access permission on privatedata in chaincodeName:" + chaincode.name()
                    + " collectionName: " + collection);
        }
        return collectionSet(collection);
    }

    private void requireReadable(String collection) {
        if (!chaincode.collection(collection).mayRead(client)) {
            throw Refusal.aborted("tx creator does not have read access permission on privatedata in chaincodeName:" + chaincode.name()
                    + " collectionName: " + collection);
        }
    }

    private Optional<StateEntry> readHash(String collection, String key) {
        var hash = ledger.get(Space.hashes(chaincode.name(), collection), Digests.sha256(ByteString.copyFromUtf8(key)));
        collectionSet(collection).read(key, hash.map(StateEntry::version));
        return hash;
    }

    private boolean isKeptHere(String collection) {
        return chaincode.collection(collection).isKeptBy(peerMsp);
    }

    private ReadWriteSet collectionSet(String collection) {
        return collections.computeIfAbsent(collection, ignored -> new ReadWriteSet());
    }
}
