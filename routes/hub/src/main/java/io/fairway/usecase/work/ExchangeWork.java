package io.fairway.usecase.work;

import io.fairway.usecase.Caller;
import io.fairway.usecase.ExchangeQueries;
import io.fairway.usecase.InterchangeOutcome.Verdict;
import io.fairway.usecase.view.InterchangeView;
import io.fairway.usecase.view.InterchangeView.Direction;
import io.fairway.usecase.view.Slice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What the caller sent in the last two weeks and was refused. */
public final class ExchangeWork implements WorkSource {
    private static final Duration LOOKED_BACK = Duration.ofDays(14);

    private final ExchangeQueries exchanges;
    private final InstantSource clock;

    public ExchangeWork(ExchangeQueries exchanges, InstantSource clock) {
        this.exchanges = exchanges;
        this.clock = clock;
    }

    @Override
    public List<WorkItem> of(Caller caller) {
        Instant oldest = clock.instant().minus(LOOKED_BACK);
        return exchanges.interchanges(caller, Optional.empty(), Optional.of(Direction.RECEIVED), new Slice.Want(Slice.Want.MOST, Optional.empty()))
                .items().stream().filter(sent -> sent.verdict().filter(ExchangeWork::isRefused).isPresent())
                .filter(sent -> sent.at().isAfter(oldest)).map(ExchangeWork::refused).toList();
    }

    private static boolean isRefused(Verdict verdict) {
        return switch (verdict) {
            case REJECTED, ACCEPTED_IN_PART -> true;
            case ACCEPTED, REPEATED -> false;
        };
    }

    private static WorkItem refused(InterchangeView sent) {
        return new WorkItem(WorkItem.Kind.REFUSED_INTERCHANGE, sent.reference(), Optional.empty(), sent.at(), Optional.of(sent.id()));
    }
}
