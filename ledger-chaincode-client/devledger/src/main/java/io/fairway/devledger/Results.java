package io.fairway.devledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;

/** Reads and writes of a transaction, read from its bytes. */
record Results(List<Part> parts) {

    /** Those in one chaincode. */
    record Part(String chaincode, KVRWSet open, List<Hashed> collections) {
        boolean hasWrites() {
            return open.getWritesCount() > 0 || open.getMetadataWritesCount() > 0
                    || collections.stream().anyMatch(one -> one.set().getHashedWritesCount() > 0 || one.set().getMetadataWritesCount() > 0);
        }

        /** Hands out every key that is written, with its new value (absent: deleted) or its new endorsement policy, or both. */
        void forEachWrite(BiConsumer<Place, Write> each) {
            var writes = new LinkedHashMap<Place, Write>();
            open.getWritesList().forEach(write -> writes.put(new Place(chaincode, "", write.getKeyBytes()),
                    new Write(true, write.getIsDelete() ? Optional.empty() : Optional.of(write.getValue()), Optional.empty())));
            open.getMetadataWritesList().forEach(write ->
                    policy(writes, new Place(chaincode, "", write.getKeyBytes()), write.getEntriesList()));
            for (var collection : collections) {
                collection.set().getHashedWritesList().forEach(write -> writes.put(new Place(chaincode, collection.name(), write.getKeyHash()),
                        new Write(true, write.getIsDelete() ? Optional.empty() : Optional.of(write.getValueHash()), Optional.empty())));
                collection.set().getMetadataWritesList().forEach(write ->
                        policy(writes, new Place(chaincode, collection.name(), write.getKeyHash()), write.getEntriesList()));
            }
            writes.forEach(each);
        }

        private static void policy(Map<Place, Write> writes, Place place, List<KVMetadataEntry> entries) {
            var policy = entries.stream().filter(entry -> entry.getName().equals(ReadWriteSet.VALIDATION_PARAMETER))
                    .map(KVMetadataEntry::getValue).findFirst().orElse(ByteString.EMPTY);
            writes.merge(place, new Write(false, Optional.empty(), Optional.of(policy)),
                    (value, added) -> new Write(true, value.value(), added.policy()));
        }
    }

    /** Those in one private collection, as hashes, with the hash of the private writes. */
    record Hashed(String name, HashedRWSet set, ByteString privateHash) {}

    /**
     * What happens to one key.
     *
     * @param setsValue whether the value changes; if not, only the policy does
     */
    record Write(boolean setsValue, Optional<ByteString> value, Optional<ByteString> policy) {}

    static Results read(TxReadWriteSet results) throws InvalidProtocolBufferException {
        var parts = new ArrayList<Part>();
        for (var set : results.getNsRwsetList()) {
            var collections = new ArrayList<Hashed>();
            for (var collection : set.getCollectionHashedRwsetList()) {
                collections.add(new Hashed(collection.getCollectionName(),
                        HashedRWSet.parseFrom(collection.getHashedRwset()), collection.getPvtRwsetHash()));
            }
            parts.add(new Part(set.getNamespace(), KVRWSet.parseFrom(set.getRwset()), List.copyOf(collections)));
        }
        return new Results(List.copyOf(parts));
    }
}
