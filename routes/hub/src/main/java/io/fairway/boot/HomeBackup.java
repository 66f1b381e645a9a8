package io.fairway.boot;

import io.fairway.signing.Digest;
import io.fairway.store.embedded.EmbeddedPostgres;
import io.fairway.store.embedded.EmbeddedStartException;
import io.fairway.store.embedded.HomeLock;
import io.fairway.store.embedded.PhysicalBackup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Copies of {@code FAIRWAY_HOME}: the embedded database physically, while the hub runs or while it is stopped, then keys, credentials and
 * the embedded ledger, which so is never older than the database. Every file is named with its SHA-256, and checked before it is restored.
 */
final class HomeBackup {
    static final String SUMS = "backup.sha256";
    private static final String DATABASE = "postgres";
    private static final Set<String> NOT_COPIED =
            Set.of(DATABASE, "spool", "broker", "acknowledged", "hub.lock", "hub.pid", "hub.ports.json", "hub.log");

    private final Path home;

    HomeBackup(Path home) {
        this.home = home;
    }

    /**
     * Takes a backup.
     *
     * @param target folder that does not exist; it appears only when it is whole
     */
    void take(Path target) throws IOException {
        if (Files.exists(target)) {
            throw new IOException(target + " is there already");
        }
        if (!Files.isDirectory(home.resolve(DATABASE))) {
            throw new IOException("No hub with a database of its own has run on " + home);
        }
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        Files.createDirectories(unfinished);
        if (isRunning()) {
            PhysicalBackup.take(home, unfinished.resolve(DATABASE));
        } else {
            stopped(unfinished);
        }
        for (Path each : entries(home)) {
            if (!NOT_COPIED.contains(each.getFileName().toString())) {
                copy(each, unfinished.resolve(each.getFileName().toString()));
            }
        }
        Files.write(unfinished.resolve(SUMS), sums(unfinished));
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean isRunning() {
        try {
            HomeLock.acquire(home).close();
            return false;
        } catch (EmbeddedStartException held) {
            return true;
        }
    }

    private void stopped(Path target) throws IOException {
        try (var lock = HomeLock.acquire(home); var server = EmbeddedPostgres.start(home)) {
            server.access();
            PhysicalBackup.take(home, target.resolve(DATABASE));
        }
    }

    /**
     * Puts a backup in the place of a home that has no database.
     *
     * @throws IOException when the home has one, or the backup is not whole
     */
    void restore(Path backup) throws IOException {
        if (Files.exists(home.resolve(DATABASE))) {
            throw new IOException(home + " has a database: move it away first");
        }
        Optional<String> broken = firstBroken(backup);
        if (broken.isPresent()) {
            throw new IOException("The backup is not whole: " + broken.get());
        }
        Files.createDirectories(home);
        for (Path each : entries(backup)) {
            String name = each.getFileName().toString();
            boolean newerIsThere = name.equals("ledger") && Files.exists(home.resolve(name));
            if (!name.equals(SUMS) && !newerIsThere) {
                copy(each, home.resolve(name));
            }
        }
    }

    private static Optional<String> firstBroken(Path backup) throws IOException {
        List<String> expected = Files.readAllLines(backup.resolve(SUMS));
        List<String> found = sums(backup);
        return expected.stream().filter(line -> !found.contains(line)).findFirst()
                .or(() -> found.stream().filter(line -> !expected.contains(line)).findFirst());
    }

    private static List<String> sums(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString();
                if (!name.equals(SUMS)) {
                    lines.add(HexFormat.of().formatHex(Digest.sha256(Files.readAllBytes(file))) + "  " + name);
                }
            }
        }
        return lines;
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            Files.createDirectories(to);
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
            for (Path each : entries(from)) {
                copy(each, to.resolve(each.getFileName().toString()));
            }
        } else if (Files.isRegularFile(from)) {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }
}
