package io.fairway.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server's data folder. One that is there is whole: it is initialised beside and renamed into place. */
final class DataFolder {
    private static final int INITDB_SECONDS = 180;

    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    static DataFolder in(Path folder, PostgresBinaries binaries, ServerUser user, String superuserPassword)
            throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        if (!Files.isDirectory(data)) {
            initialise(folder, data, binaries, user, superuserPassword);
        }
        user.own(data);
        return new DataFolder(data.toRealPath());
    }

    Path path() {
        return path;
    }

    private static void initialise(Path folder, Path data, PostgresBinaries binaries, ServerUser user, String superuserPassword)
            throws IOException, InterruptedException {
        Path unfinished = folder.resolve("data.new");
        removeTree(unfinished);
        Files.createDirectory(unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        user.own(unfinished);
        Path passwordFile = folder.resolve("initdb.password");
        Files.deleteIfExists(passwordFile);
        Files.createFile(passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, superuserPassword);
        user.own(passwordFile);
        try {
            run(folder.resolve("initdb.log"), user.command(binaries.program("initdb"), List.of("-D", unfinished.toString(),
                    "-U", EmbeddedPostgres.SUPERUSER, "-A", "scram-sha-256", "--pwfile=" + passwordFile, "-E", "UTF8",
                    "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions")));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void run(Path log, List<String> command) throws IOException, InterruptedException {
        Process process = ServerProcess.builder(command, log).start();
        if (!process.waitFor(INITDB_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new EmbeddedStartException("initdb did not end within " + INITDB_SECONDS + " s; see " + log + ".");
        }
        if (process.exitValue() != 0) {
            throw new EmbeddedStartException("The database folder cannot be initialised: " + ServerProcess.lastWords(log)
                    + " (see " + log + ").");
        }
    }

    private static void removeTree(Path top) throws IOException {
        if (!Files.exists(top)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(top)) {
            for (Path path : tree.toList().reversed()) {
                Files.delete(path);
            }
        }
    }
}
