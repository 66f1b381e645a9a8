package io.fairway.store;

import static io.fairway.store.Columns.time;

import io.fairway.usecase.Journal;
import io.fairway.usecase.PartyId;
import java.time.Instant;
import java.util.UUID;

/** The journal as rows that no role can change. */
public final class JdbcJournal implements Journal {

    @Override
    public void append(Instant at, PartyId party, String kind, UUID subject, String detail) {
        Running.writeGiven("""
                insert into journal (at, party, kind, subject, detail) select at, party, kind, subject, detail::json from given order by ordinal""")
                .param("at", time(at)).param("party", party.value()).param("kind", kind).param("subject", subject)
                .param("detail", detail)
                .queue();
    }
}
