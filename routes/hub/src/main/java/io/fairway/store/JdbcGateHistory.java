package io.fairway.store;

import static io.fairway.store.Columns.time;

import io.fairway.usecase.gate.GateHistory;
import io.fairway.usecase.gate.GateStore.Kept;
import java.time.Instant;
import java.util.List;

/** Rows of decisions, which are never changed. */
public final class JdbcGateHistory implements GateHistory {

    @Override
    public List<Kept> decisions(Instant from, Instant until, String passage, int revision, int most) {
        return Running.sql(JdbcGate.DECISION + """
                where decided_at >= :from and decided_at < :until and erased_at is null and (passage, revision) > (:passage, :revision)
                order by passage, revision limit :most""")
                .param("from", time(from)).param("until", time(until)).param("passage", passage).param("revision", revision).param("most", most)
                .query(JdbcGate::decision).list();
    }
}
