package io.fairway.usecase.replay;

import io.fairway.usecase.replay.Outcome.Period;
import io.fairway.usecase.replay.Outcome.Row;
import io.fairway.usecase.replay.Outcome.What;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Compares what came of two hubs' work, row by row; holds a page of each in memory. */
public final class CompareOutcomes {
    /** A value that the recorded hub does not know is not compared. */
    public static final String UNKNOWN = "?";
    private static final int PAGE = 500;

    private final Outcome recorded;
    private final Outcome replayed;

    public CompareOutcomes(Outcome recorded, Outcome replayed) {
        this.recorded = recorded;
        this.replayed = replayed;
    }

    /** @param compared number of recorded rows that were compared */
    public record Comparison(long compared, List<Difference> differences) {
        public Comparison {
            differences = List.copyOf(differences);
        }
    }

    /** Compares all kinds of rows. @param most differences that are told */
    public Comparison compare(Period period, int most) {
        List<Difference> differences = new ArrayList<>();
        long compared = 0;
        for (What what : What.values()) {
            compared += compare(what, period, most, differences);
        }
        return new Comparison(compared, differences);
    }

    private long compare(What what, Period period, int most, List<Difference> differences) {
        var was = new Reading(recorded, what, period);
        var is = new Reading(replayed, what, period);
        long compared = 0;
        while ((was.head().isPresent() || is.head().isPresent()) && differences.size() < most) {
            int order = order(was.head(), is.head());
            if (order < 0) {
                missing(what, was.take()).ifPresent(differences::add);
            } else if (order > 0) {
                differences.add(new Difference(what, is.take().key(), "-", "", "new"));
            } else {
                compare(what, was.take(), is.take(), differences);
            }
            compared += order <= 0 ? 1 : 0;
        }
        return compared;
    }

    private static Optional<Difference> missing(What what, Row was) {
        return isUnknown(was) ? Optional.empty() : Optional.of(new Difference(what, was.key(), "-", "recorded", ""));
    }

    private static boolean isUnknown(Row row) {
        return row.values().values().stream().allMatch(UNKNOWN::equals);
    }

    /** By code points, as the database orders them under collation C. */
    private static int order(Optional<Row> was, Optional<Row> is) {
        if (was.isEmpty() || is.isEmpty()) {
            return was.isEmpty() ? 1 : -1;
        }
        int[] left = was.get().key().codePoints().toArray();
        int[] right = is.get().key().codePoints().toArray();
        return Arrays.compare(left, right);
    }

    private static void compare(What what, Row was, Row is, List<Difference> differences) {
        if (isUnknown(was)) {
            return;
        }
        SortedSet<String> names = new TreeSet<>(was.values().keySet());
        names.addAll(is.values().keySet());
        for (String name : names) {
            String before = was.values().getOrDefault(name, "");
            String now = is.values().getOrDefault(name, "");
            if (!before.equals(now) && !before.equals(UNKNOWN)) {
                differences.add(new Difference(what, was.key(), name, before, now));
            }
        }
    }

    /** Rows of one kind, one after the other. */
    private static final class Reading {
        private final Outcome outcome;
        private final What what;
        private final Period period;
        private final Deque<Row> page = new ArrayDeque<>();
        private String last = "";
        private boolean ended;

        Reading(Outcome outcome, What what, Period period) {
            this.outcome = outcome;
            this.what = what;
            this.period = period;
        }

        Optional<Row> head() {
            if (page.isEmpty() && !ended) {
                page.addAll(outcome.page(what, period, last, PAGE));
                ended = page.isEmpty();
            }
            return Optional.ofNullable(page.peekFirst());
        }

        Row take() {
            Row row = head().orElseThrow();
            page.removeFirst();
            last = row.key();
            return row;
        }
    }
}
