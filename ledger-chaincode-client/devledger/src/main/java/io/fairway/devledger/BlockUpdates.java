package io.fairway.devledger;

import com.google.protobuf.ByteString;
import java.util.Iterator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the valid transactions of a block, so far, change in the state. */
final class BlockUpdates {
    private final WorldState state;
    private final SortedMap<Place, Update> updates = new TreeMap<>();

    /** @param entry what the key then holds; absent if deleted */
    record Update(Version version, Optional<StateEntry> entry) {}

    BlockUpdates(WorldState state) {
        this.state = state;
    }

    SortedMap<Place, Update> all() {
        return updates;
    }

    boolean touches(Place place) {
        return updates.containsKey(place);
    }

    Optional<StateEntry> current(Place place) {
        var update = updates.get(place);
        return update == null ? state.get(place.space(), place.key()) : update.entry();
    }

    /** A policy for a key that does not exist is dropped; a new value keeps the policy of the key. */
    void add(Place place, Results.Write write, Version version) {
        var before = current(place);
        if (write.setsValue() && write.value().isEmpty()) {
            updates.put(place, new Update(version, Optional.empty()));
            return;
        }
        if (!write.setsValue() && before.isEmpty()) {
            return;
        }
        var value = write.setsValue() ? write.value() : before.map(StateEntry::value);
        var policy = write.policy().or(() -> before.map(StateEntry::validation)).orElse(ByteString.EMPTY);
        updates.put(place, new Update(version, Optional.of(new StateEntry(version, value.orElse(ByteString.EMPTY), policy))));
    }

    /** Public keys of a chaincode as they would be read after these updates. */
    Iterator<Snapshot.Keyed> range(Snapshot committed, String chaincode, String start, String end) {
        var merged = new TreeMap<ByteString, Optional<StateEntry>>(ByteString.unsignedLexicographicalComparator());
        committed.range(Space.state(chaincode), start, end)
                .forEachRemaining(one -> merged.put(ByteString.copyFromUtf8(one.key()), Optional.of(one.entry())));
        var from = new Place(chaincode, "", ByteString.copyFromUtf8(start));
        var last = ByteString.copyFromUtf8(end);
        for (var update : updates.tailMap(from).entrySet()) {
            var place = update.getKey();
            boolean inside = place.chaincode().equals(chaincode) && place.collection().isEmpty()
                    && (end.isEmpty() || ByteString.unsignedLexicographicalComparator().compare(place.key(), last) < 0);
            if (!inside) {
                break;
            }
            merged.put(place.key(), update.getValue().entry());
        }
        return merged.entrySet().stream().filter(one -> one.getValue().isPresent())
                .map(one -> new Snapshot.Keyed(one.getKey().toStringUtf8(), one.getValue().get())).iterator();
    }
}
