package io.fairway.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * As whom the server runs. PostgreSQL refuses to run as root; where the hub does, the server gets a user namespace of its own, in which
 * it is nobody, or, where namespaces are forbidden (containers), becomes the user nobody.
 *
 * @param prefix what comes before the program on the command line
 * @param uid owner of the data folder as the kernel counts
 */
record ServerUser(List<String> prefix, int uid) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65_534;

    static ServerUser find(Path folder) throws IOException {
        int self = owner(folder);
        if (self != ROOT) {
            return new ServerUser(List.of(), self);
        }
        if (runs(List.of("unshare", "-U", "true"))) {
            return new ServerUser(List.of("unshare", "-U"), ROOT);
        }
        List<String> nobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        if (runs(Stream.concat(nobody.stream(), Stream.of("true")).toList())) {
            return new ServerUser(nobody, NOBODY);
        }
        throw new EmbeddedStartException("PostgreSQL does not run as root, and neither a user namespace (unshare -U) nor another"
                + " user (setpriv) can be had here: start the hub as a plain user, or set FAIRWAY_DB_URL.");
    }

    List<String> command(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }

    /** Hands a file or folder, with everything in it, to the server's user. */
    void own(Path top) throws IOException {
        if (owner(top) == uid) {
            return;
        }
        try (Stream<Path> tree = Files.walk(top)) {
            for (Path path : tree.toList()) {
                Files.setAttribute(path, "unix:uid", uid);
            }
        }
    }

    private static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private static boolean runs(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
