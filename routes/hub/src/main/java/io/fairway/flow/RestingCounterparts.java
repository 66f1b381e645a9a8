package io.fairway.flow;

import io.fairway.usecase.Counterparts;
import io.fairway.usecase.OutboundId;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.PartyRecord;
import io.fairway.usecase.SignedImage;
import io.fairway.usecase.registry.CounterpartTrouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A circuit breaker for each counterpart: one that failed several times in a row is left in peace, and then asked with one message until it
 * receipts one. What waits for it meanwhile is not tried, so that a dead counterpart costs one connection now and then however much waits
 * (P16), and is told everything as soon as it is back.
 */
public final class RestingCounterparts implements Counterparts, CounterpartTrouble {
    private static final int FAILURES_UNTIL_REST = 5;

    private final Counterparts counterparts;
    private final Duration firstRest;
    private final Duration longestRest;
    private final InstantSource clock;
    private final Map<PartyId, Row> rows = new ConcurrentHashMap<>();

    /** @param failures in a row */
    private record Row(int failures, Instant restsUntil) {
    }

    /** @param firstRest doubled with each failure after it, up to {@code longestRest} */
    public RestingCounterparts(Counterparts counterparts, Duration firstRest, Duration longestRest, InstantSource clock) {
        this.counterparts = counterparts;
        this.firstRest = firstRest;
        this.longestRest = longestRest;
        this.clock = clock;
    }

    /** How many messages it may be sent at once now; none while it rests, one while it is asked whether it is back. */
    int mostAtOnce(PartyId recipient, int usual) {
        Row now = rows.get(recipient);
        if (now == null || now.failures() < FAILURES_UNTIL_REST) {
            return usual;
        }
        return clock.instant().isBefore(now.restsUntil()) ? 0 : 1;
    }

    @Override
    public Trouble of(PartyId party) {
        Row now = rows.get(party);
        return now == null ? Trouble.NONE : new Trouble(now.failures(), Optional.of(now.restsUntil())
                .filter(until -> now.failures() >= FAILURES_UNTIL_REST && clock.instant().isBefore(until)));
    }

    @Override
    public SendOutcome send(PartyRecord recipient, OutboundId messageId, SignedImage image, String trace) {
        SendOutcome outcome = counterparts.send(recipient, messageId, image, trace);
        switch (outcome) {
            case SendOutcome.Receipted ignored -> rows.remove(recipient.id());
            case SendOutcome.Refused ignored -> rows.remove(recipient.id());
            case SendOutcome.NotReceipted ignored -> rows.merge(recipient.id(), new Row(1, clock.instant()),
                    (before, first) -> new Row(before.failures() + 1, first.restsUntil().plus(restAfter(before.failures() + 1))));
        }
        return outcome;
    }

    private Duration restAfter(int failures) {
        Duration rest = firstRest.multipliedBy(1L << Math.clamp(failures - FAILURES_UNTIL_REST, 0, 20));
        return rest.compareTo(longestRest) < 0 ? rest : longestRest;
    }
}
