package io.fairway.devledger;

import com.google.protobuf.ByteString;
import java.util.Comparator;

/**
 * A key of the ledger, in the order in which Fabric counts the writes of a block: by chaincode, the public ones first.
 *
 * @param collection empty for public keys; otherwise the key is a hash
 */
record Place(String chaincode, String collection, ByteString key) implements Comparable<Place> {
    private static final Comparator<Place> ORDER = Comparator.comparing(Place::chaincode).thenComparing(Place::collection)
            .thenComparing(Place::key, ByteString.unsignedLexicographicalComparator());

    Space space() {
        return collection.isEmpty() ? Space.state(chaincode) : Space.hashes(chaincode, collection);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
