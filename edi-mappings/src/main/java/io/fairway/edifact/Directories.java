package io.fairway.edifact;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The directories that the build has made tables of, loaded when first asked for. Thread-safe. */
final class Directories {
    /** In the order of time. */
    static final List<String> RELEASES = List.of("95B", "96A", "96B", "97A", "98B", "99A", "99B", "00B", "01B", "02B", "03A", "03B", "04A",
            "05B", "11A", "12B", "13B", "16A", "21B");
    private static final int FIRST_YEAR = 88;

    private final Directory service3;
    private final Directory service4;
    private final Overlays overlays = new Overlays();
    private final Map<String, Optional<Directory>> loaded = new ConcurrentHashMap<>();

    Directories() {
        service3 = service("service-3", "ISO 9735 syntax 3");
        service4 = service("service-4", "ISO 9735 syntax 4");
    }

    private static Directory service(String resource, String name) {
        return Directory.load(resource, name, Optional.empty())
                .orElseThrow(() -> new IllegalStateException("The build has lost the table " + resource));
    }

    /** Service segments and the CONTRL message; syntax 1 and 2 are written like 3. */
    Directory service(int syntaxVersion) {
        return syntaxVersion == 4 ? service4 : service3;
    }

    /**
     * The directory that UNH asks for: {@code D} and {@code 95B}. CONTRL has versions of its own ({@code D:3}, {@code 4:1}), beside which
     * senders name the directory of what they answer, and worse; there are only two CONTRL.
     *
     * @param service of the interchange: what syntax 4 wraps is written so, whatever it says of itself
     * @return empty when there is no table of it
     */
    Optional<Directory> of(String type, String version, String release, Directory service) {
        if (type.equals("CONTRL")) {
            return Optional.of(version.equals("4") ? service4 : service);
        }
        return directory(version, release);
    }

    private Optional<Directory> directory(String version, String release) {
        var known = loaded.getOrDefault(release, Optional.empty());
        if (known.isPresent() && version.equals("D")) {
            return known;
        }
        if (!version.equals("D") || !release.matches("[0-9]{2}[A-B]")) {
            return Optional.empty();
        }
        return loaded.computeIfAbsent(release, wanted -> Directory.load("d" + wanted.toLowerCase(Locale.ROOT), "D." + wanted,
                Optional.of(service4)));
    }

    /**
     * The directory that comes closest in time to one that there is no table of; the oldest that has the message when UNH does not
     * say which it means.
     *
     * @return empty when it is not a directory of the United Nations that is meant
     */
    Optional<Directory> nearest(String type, String version, String release) {
        boolean unsaid = version.isEmpty() || release.isEmpty();
        if (type.equals("CONTRL") || !unsaid && !release.matches("[0-9]{2}[AB]") && !release.matches("[0-9]{3}")) {
            return Optional.empty();
        }
        int meant = unsaid ? 0 : halfYear(release);
        return RELEASES.stream().sorted(Comparator.comparingInt(known -> Math.abs(halfYear(known) - meant)))
                .flatMap(known -> directory("D", known).stream()).filter(directory -> directory.message(type).isPresent()).findFirst()
                .or(() -> directory("D", RELEASES.getFirst()));
    }

    /** {@code 95B} and, as directories before 1993 were named, {@code 912}: the year, then its first or second half. */
    private static int halfYear(String release) {
        int year = Integer.parseInt(release.substring(0, 2));
        int half = release.charAt(2) == 'A' || release.charAt(2) == '1' ? 0 : 1;
        return (year < FIRST_YEAR ? year + 100 : year) * 2 + half;
    }

    /** The name of the newest directory, when that has the code in the list of the element. */
    Optional<String> newestWith(String element, String code) {
        return directory("D", RELEASES.getLast()).filter(newest -> newest.lists(element, code)).map(Directory::name);
    }

    /** The overlay of an association code (0057). */
    Overlay overlay(String association) {
        return overlays.of(association);
    }
}
