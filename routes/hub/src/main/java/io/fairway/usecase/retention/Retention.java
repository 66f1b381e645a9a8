package io.fairway.usecase.retention;

import io.fairway.document.Document;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long what is kept. A sort is the kind of a document ({@code PersonList}, {@code Licence}, any record that is a {@link Document}) or one of
 * the words below. Documents that speak of a case are kept with their case, for {@link #CASE} or longer where one of their kinds says so.
 */
public final class Retention {
    /** A case, from its last change. */
    public static final String CASE = "Case";
    /** What could not be read, was refused as a whole, or was sent again. */
    public static final String REFUSED = "Refused";
    /** A supporting document, from its upload. */
    public static final String ATTACHMENT = "Attachment";
    /** Driver and truck of an appointment, from its end. */
    public static final String APPOINTMENT = "Appointment";
    /** A passage of a gate, from its last decision. */
    public static final String PASSAGE = "Passage";
    /** What a lane heard in a day that belongs to no passage, from the end of that day (UTC). */
    public static final String READING = "Reading";

    /** What a replay needs: a step of the hub's work, from when it was done. */
    public static final String STEP = "Step";

    private static final Rule DOCUMENT = new Rule(Period.ofYears(3), Period.ofYears(1));
    /** ADR 0017 has the reasons. */
    private static final Map<String, Rule> STANDARD = Map.ofEntries(
            Map.entry(STEP, new Rule(Period.ofYears(10), Period.ofYears(1))),
            Map.entry(CASE, new Rule(Period.ofYears(10), Period.ofYears(3))),
            Map.entry(ATTACHMENT, new Rule(Period.ofYears(10), Period.ofYears(3))),
            Map.entry("Licence", new Rule(Period.ofYears(10), Period.ofYears(3))),
            Map.entry("OriginCertificate", new Rule(Period.ofYears(10), Period.ofYears(3))),
            Map.entry("PackingList", new Rule(Period.ofYears(10), Period.ofYears(3))),
            Map.entry("PersonList", new Rule(Period.ofDays(90), Period.ZERO)),
            Map.entry(REFUSED, new Rule(Period.ofDays(90), Period.ZERO)),
            Map.entry(APPOINTMENT, new Rule(Period.ofDays(90), Period.ZERO)),
            Map.entry(PASSAGE, DOCUMENT),
            Map.entry(READING, new Rule(Period.ofDays(90), Period.ofDays(1))));

    private final SortedMap<String, Rule> rules = new TreeMap<>();

    /**
     * How long one sort is kept.
     *
     * @param keep erased when this has passed
     * @param duty not erased before this has passed, even on request: the law wants it kept
     */
    public record Rule(Period keep, Period duty) {
        public Rule {
            if (duty.toTotalMonths() * 31 + duty.getDays() > keep.toTotalMonths() * 31 + keep.getDays()) {
                throw new IllegalArgumentException("Expected to keep at least for the duty's " + duty + ", found " + keep);
            }
        }

        /** What began before this is past its period. */
        public Instant keptFrom(Instant now) {
            return before(now, keep);
        }

        /** What began before this may be erased on request. */
        public Instant owedFrom(Instant now) {
            return before(now, duty);
        }

        private static Instant before(Instant now, Period period) {
            return now.atZone(ZoneOffset.UTC).minus(period).toInstant();
        }
    }

    /**
     * The standard periods, but for those named.
     *
     * @param own by sort
     * @throws IllegalArgumentException for a sort that there is not
     */
    public Retention(Map<String, Rule> own) {
        documents().forEach(kind -> rules.put(kind, DOCUMENT));
        rules.putAll(STANDARD);
        own.forEach((sort, rule) -> {
            if (rules.replace(sort, rule) == null) {
                throw new IllegalArgumentException("Expected one of " + rules.keySet() + ", found " + sort);
            }
        });
    }

    /** The kinds of all documents. */
    public static SortedSet<String> documents() {
        return records(Document.class).map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Retention::records) : Stream.of(type);
    }

    /** All sorts. */
    public Set<String> sorts() {
        return Set.copyOf(rules.keySet());
    }

    /** Of one sort. @throws IllegalArgumentException when there is no such sort */
    public Rule of(String sort) {
        Rule rule = rules.get(sort);
        if (rule == null) {
            throw new IllegalArgumentException("Expected one of " + rules.keySet() + ", found " + sort);
        }
        return rule;
    }

    /** The sort that keeps a thing of several longest. */
    public String longest(Set<String> sorts, Instant now) {
        return sorts.stream().sorted().min(Comparator.comparing(sort -> of(sort).keptFrom(now))).orElse(REFUSED);
    }

    /** The sorts that are kept longer than this one. */
    public Set<String> longerThan(String sort, Instant now) {
        Instant kept = of(sort).keptFrom(now);
        return rules.entrySet().stream().filter(entry -> entry.getValue().keptFrom(now).isBefore(kept)).map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
