package io.fairway.usecase;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a party is told things: within its schedule and outside of its quiet hours, by the clock of its zone, to the minute. What is due at
 * another time waits.
 *
 * @param schedule windows in which it is told things; empty for always
 * @param quiet windows in which it is not, whatever the schedule says
 */
public record DeliveryHours(List<Window> schedule, List<Window> quiet, ZoneId zone) {
    /** At any time. */
    public static final DeliveryHours ALWAYS = new DeliveryHours(List.of(), List.of(), ZoneOffset.UTC);
    private static final int MOST_WINDOWS = 50;
    private static final int LOOK_AHEAD_MINUTES = 8 * 24 * 60;

    /** @throws IllegalArgumentException when there are more than 50 windows, or none of the week is left */
    public DeliveryHours {
        schedule = List.copyOf(schedule);
        quiet = List.copyOf(quiet);
        if (schedule.size() > MOST_WINDOWS || quiet.size() > MOST_WINDOWS) {
            throw new IllegalArgumentException("more than " + MOST_WINDOWS + " windows");
        }
        if (quiet.size() + schedule.size() > 0 && minutesFrom(Instant.EPOCH).noneMatch(within(schedule, quiet, zone)::holds)) {
            throw new IllegalArgumentException("no minute of the week is left in which the party is told anything");
        }
    }

    @FunctionalInterface
    private interface Test {
        boolean holds(Instant at);
    }

    private static Test within(List<Window> schedule, List<Window> quiet, ZoneId zone) {
        return at -> {
            ZonedDateTime local = at.atZone(zone);
            return (schedule.isEmpty() || schedule.stream().anyMatch(window -> window.holds(local)))
                    && quiet.stream().noneMatch(window -> window.holds(local));
        };
    }

    private static Stream<Instant> minutesFrom(Instant from) {
        return Stream.iterate(from, at -> at.plus(1, ChronoUnit.MINUTES)).limit(LOOK_AHEAD_MINUTES);
    }

    /** Whether the party is told things at this moment. */
    public boolean isOpen(Instant at) {
        return within(schedule, quiet, zone).holds(at);
    }

    /** The next minute in which it is told things again; empty while it is. */
    public Optional<Instant> opensAt(Instant now) {
        return isOpen(now) ? Optional.empty()
                : minutesFrom(now.truncatedTo(ChronoUnit.MINUTES)).filter(within(schedule, quiet, zone)::holds).findFirst();
    }

    /** Whether it could be told things for at least as long as this since then; the hours in which it could not are not held against it. */
    boolean wasOpenFor(Duration wanted, Instant since, Instant now) {
        if (!now.isAfter(since.plus(wanted))) {
            return false;
        }
        if (schedule.isEmpty() && quiet.isEmpty()) {
            return true;
        }
        long open = Stream.iterate(since, at -> at.isBefore(now), at -> at.plus(1, ChronoUnit.MINUTES)).filter(this::isOpen)
                .limit(wanted.toMinutes() + 1).count();
        return open >= wanted.toMinutes();
    }

    /**
     * Some time of some days of the week.
     *
     * @param days on which it begins
     * @param to not included; before or at {@code from} it is of the day after, so that equal ones are a whole day
     */
    public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        private static final Map<String, DayOfWeek> NAMES = Stream.of(DayOfWeek.values())
                .collect(Collectors.toMap(day -> day.name().substring(0, 3), day -> day));
        private static final String DAYS = "[A-Z]{3}(?:-[A-Z]{3})?(?:,[A-Z]{3}(?:-[A-Z]{3})?)*";
        private static final String HOURS = "([0-2][0-9]:[0-5][0-9])-([0-2][0-9]:[0-5][0-9])";
        private static final Pattern FORM = Pattern.compile("(?:(" + DAYS + ")(?: " + HOURS + ")?|" + HOURS + ")");

        public Window {
            days = Set.copyOf(days);
        }

        /**
         * Reads {@code Mon-Fri 06:00-20:00}, {@code Sat,Sun} (whole days), or {@code 22:00-06:00} (every day, over midnight).
         *
         * @throws IllegalArgumentException for anything else
         */
        public static Window read(String text) {
            Matcher form = FORM.matcher(text.toUpperCase(Locale.ROOT));
            if (!form.matches()) {
                throw new IllegalArgumentException("not days and hours such as Mon-Fri 06:00-20:00: " + text);
            }
            Set<DayOfWeek> days = form.group(1) == null ? EnumSet.allOf(DayOfWeek.class) : days(form.group(1));
            boolean bare = form.group(4) != null;
            return new Window(days, time(bare ? form.group(4) : form.group(2)), time(bare ? form.group(5) : form.group(3)));
        }

        private static LocalTime time(@org.jspecify.annotations.Nullable String text) {
            return text == null || text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
        }

        private static Set<DayOfWeek> days(String text) {
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            for (String part : text.split(",", -1)) {
                DayOfWeek day = day(part.substring(0, 3));
                days.add(day);
                if (part.length() > 3) {
                    for (DayOfWeek last = day(part.substring(4)); day != last; day = day.plus(1)) {
                        days.add(day.plus(1));
                    }
                }
            }
            return days;
        }

        private static DayOfWeek day(String name) {
            return Optional.ofNullable(NAMES.get(name)).orElseThrow(() -> new IllegalArgumentException("not a day of the week: " + name));
        }

        boolean holds(ZonedDateTime at) {
            LocalTime time = at.toLocalTime();
            boolean begunToday = days.contains(at.getDayOfWeek()) && !time.isBefore(from);
            boolean begunYesterday = days.contains(at.getDayOfWeek().minus(1)) && time.isBefore(to);
            return to.isAfter(from) ? begunToday && time.isBefore(to) : begunToday || begunYesterday;
        }

        /** As it is written. */
        @Override
        public String toString() {
            List<String> named = new ArrayList<>();
            days.stream().sorted().forEach(day -> named.add(day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.ROOT)));
            return String.join(",", named) + " " + from + "-" + (to.equals(LocalTime.MIDNIGHT) ? "24:00" : to);
        }
    }
}
