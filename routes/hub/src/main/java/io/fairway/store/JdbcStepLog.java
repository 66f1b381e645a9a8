package io.fairway.store;

import io.fairway.usecase.Step;
import io.fairway.usecase.StepLog;
import java.util.UUID;
import java.util.stream.Collectors;

/** Steps as rows, in the order in which they took their locks: each row is written before its transaction lets go of them. */
public final class JdbcStepLog implements StepLog {

    @Override
    public Step begin() {
        return Step.fresh();
    }

    @Override
    public void keep(Step step) {
        step.about().ifPresent(about -> Running.writeGiven("""
                insert into step (kind, subject, at, identifiers)
                select kind, subject, coalesce(at::timestamptz, clock_timestamp()), string_to_array(identifiers, ' ')::uuid[] from given
                order by ordinal""")
                .param("kind", about.kind().name()).param("subject", about.subject()).param("at", step.at().map(Columns::time).orElse(null))
                .param("identifiers", step.identifiers().stream().map(UUID::toString).collect(Collectors.joining(" ")))
                .queue());
    }
}
