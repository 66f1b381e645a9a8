package io.fairway.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server of an earlier hub that was killed and could not stop it. Its processes are known by their working folder, which PostgreSQL
 * sets to the data folder; where the system does not tell that, by the data folder on the command line. A process number alone proves
 * nothing: it may have gone to somebody else since.
 */
final class LeftoverServer {
    private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);
    private static final int POLITE_SECONDS = 30;

    private final Path data;

    LeftoverServer(Path data) {
        this.data = data;
    }

    /** Ends it and waits until it is gone. The caller holds the {@link HomeLock}, so nobody uses it rightfully. */
    void stop() throws IOException, InterruptedException {
        List<ProcessHandle> left = processes();
        Optional<ProcessHandle> postmaster = postmaster().filter(left::contains);
        if (postmaster.isPresent()) {
            LOG.warn("Stopping PostgreSQL {} that an earlier hub left behind", postmaster.get().pid());
            ServerProcess.interrupt(postmaster.get());
        }
        if (!gone(left, POLITE_SECONDS)) {
            LOG.warn("PostgreSQL does not stop; killing {}", left);
            left.forEach(ProcessHandle::destroyForcibly);
            if (!gone(left, POLITE_SECONDS)) {
                throw new EmbeddedStartException("PostgreSQL processes of an earlier hub cannot be ended: " + left + ".");
            }
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    /** Asks the system again and again: a dead process nobody has collected yet still looks alive to {@link ProcessHandle}. */
    private boolean gone(List<ProcessHandle> left, int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (left.stream().anyMatch(this::servesData)) {
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return true;
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            return lines.findFirst().map(String::strip).map(Long::parseLong).flatMap(ProcessHandle::of);
        } catch (NoSuchFileException stoppedCleanly) {
            return Optional.empty();
        }
    }

    private List<ProcessHandle> processes() {
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses().filter(process -> process.pid() != self).filter(this::servesData).toList();
    }

    private boolean servesData(ProcessHandle process) {
        Path folder = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return Files.readSymbolicLink(folder).equals(data) && runsPostgres(process);
        } catch (IOException notTold) {
            return runsPostgres(process) && process.info().commandLine().orElse("").contains(data.toString());
        }
    }

    private static boolean runsPostgres(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("postgres");
    }
}
