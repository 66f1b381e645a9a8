package io.fairway.usecase;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the hub took responsibility for, listed beside its database, so that a database restored from a backup can be told what it lacks. */
public interface AcknowledgedList {

    /** @param place in the journal's chain @param digest SHA-256 of the bytes, hexadecimal */
    record Acknowledged(long place, Instant at, PartyId sender, UUID transmission, String digest) {
    }

    /** The last one listed. */
    Optional<Acknowledged> last() throws IOException;

    /** Lists more; on disk when it returns. */
    void append(List<Acknowledged> more) throws IOException;

    /** The journal's sealed rows. All calls belong to the running transaction. */
    interface Kept {

        /** Transmissions that were kept, of the rows behind a place up to another one, in order. */
        List<Acknowledged> between(long behind, long upTo, int most);

        /** Place of the newest sealed row; 0 for none. */
        long newest();

        /** Those that the database does not hold. */
        List<Acknowledged> missing(List<Acknowledged> listed);
    }
}
