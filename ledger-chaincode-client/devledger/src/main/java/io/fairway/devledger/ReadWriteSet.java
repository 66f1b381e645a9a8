package io.fairway.devledger;

import com.google.protobuf.ByteString;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;

/** What one run read and wrote in one space, in the order of keys, so that every honest peer comes to the same bytes. */
final class ReadWriteSet {
    /** The one kind of metadata that Fabric gives a meaning: the endorsement policy of a key. */
    static final String VALIDATION_PARAMETER = "VALIDATION_PARAMETER";

    private final SortedMap<ByteString, Optional<Version>> reads = sorted();
    private final SortedMap<ByteString, Optional<ByteString>> writes = sorted();
    private final SortedMap<ByteString, SortedMap<String, ByteString>> metadata = sorted();

    void read(String key, Optional<Version> version) {
        reads.putIfAbsent(ByteString.copyFromUtf8(key), version);
    }

    void write(String key, ByteString value) {
        writes.put(ByteString.copyFromUtf8(key), Optional.of(value));
    }

    void delete(String key) {
        writes.put(ByteString.copyFromUtf8(key), Optional.empty());
    }

    void writeMetadata(String key, String name, ByteString value) {
        metadata.computeIfAbsent(ByteString.copyFromUtf8(key), ignored -> new TreeMap<>()).put(name, value);
    }

    KVRWSet.Builder asPublic() {
        var set = KVRWSet.newBuilder();
        reads.forEach((key, version) -> set.addReads(read(key, version)));
        writes.forEach((key, value) -> set.addWrites(write(key, value)));
        metadata.forEach((key, entries) -> set.addMetadataWrites(
                KVMetadataWrite.newBuilder().setKeyBytes(key).addAllEntries(entries(entries))));
        return set;
    }

    /** The private part: only the writes. */
    KVRWSet asPrivate() {
        var set = KVRWSet.newBuilder();
        writes.forEach((key, value) -> set.addWrites(write(key, value)));
        metadata.forEach((key, entries) -> set.addMetadataWrites(
                KVMetadataWrite.newBuilder().setKeyBytes(key).addAllEntries(entries(entries))));
        return set.build();
    }

    /** The public part of a private space: only hashes. */
    HashedRWSet asHashed() {
        var set = HashedRWSet.newBuilder();
        reads.forEach((key, version) -> {
            var read = KVReadHash.newBuilder().setKeyHash(Digests.sha256(key));
            version.ifPresent(there -> read.setVersion(there.proto()));
            set.addHashedReads(read);
        });
        writes.forEach((key, value) -> set.addHashedWrites(KVWriteHash.newBuilder().setKeyHash(Digests.sha256(key))
                .setIsDelete(value.isEmpty()).setValueHash(value.map(Digests::sha256).orElse(ByteString.EMPTY))));
        metadata.forEach((key, entries) -> set.addMetadataWrites(
                KVMetadataWriteHash.newBuilder().setKeyHash(Digests.sha256(key)).addAllEntries(entries(entries))));
        return set.build();
    }

    boolean hasWrites() {
        return !writes.isEmpty() || !metadata.isEmpty();
    }

    private static KVRead read(ByteString key, Optional<Version> version) {
        var read = KVRead.newBuilder().setKeyBytes(key);
        version.ifPresent(there -> read.setVersion(there.proto()));
        return read.build();
    }

    private static KVWrite write(ByteString key, Optional<ByteString> value) {
        return KVWrite.newBuilder().setKeyBytes(key).setIsDelete(value.isEmpty()).setValue(value.orElse(ByteString.EMPTY)).build();
    }

    private static Iterable<KVMetadataEntry> entries(Map<String, ByteString> entries) {
        return entries.entrySet().stream()
                .map(entry -> KVMetadataEntry.newBuilder().setName(entry.getKey()).setValue(entry.getValue()).build()).toList();
    }

    private static <V> SortedMap<ByteString, V> sorted() {
        return new TreeMap<>(ByteString.unsignedLexicographicalComparator());
    }
}
