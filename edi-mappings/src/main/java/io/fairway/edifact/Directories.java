package io.fairway.edifact;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The directories that the build has made tables of, loaded when first asked for. Thread-safe. */
final class Directories {
    private final Directory service3;
    private final Directory service4;
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
     * The directory that UNH asks for: {@code D} and {@code 95B}; CONTRL has versions of its own.
     *
     * @return empty when there is no table of it
     */
    Optional<Directory> of(String type, String version, String release) {
        if (type.equals("CONTRL")) {
            return switch (version + ":" + release) {
                case "D:3", "2:2", "D:2", "1:1", "D:96A", "D:95B" -> Optional.of(service3);
                case "4:1", "4:2" -> Optional.of(service4);
                default -> Optional.empty();
            };
        }
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
}
