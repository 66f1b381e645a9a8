package io.fairway.verifier;

import io.fairway.verifier.Report.Indication;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code verify [--trust FOLDER] [--at TIME] FILE…}: says of each file whether it stands, what was checked, and which part broke. A file
 * {@code x} with {@code x.p7s} beside it is checked against that. Exit 0 when all passed, 1 when one failed, 2 when one cannot be said, 64
 * for wrong use, 66 for a file that cannot be read.
 */
public final class VerifyMain {
    private static final int WRONG_USE = 64;
    private static final int NO_INPUT = 66;

    private final InstantSource clock;
    private final PrintStream out;
    private final PrintStream complaints;

    VerifyMain(InstantSource clock, PrintStream out, PrintStream complaints) {
        this.clock = clock;
        this.out = out;
        this.complaints = complaints;
    }

    /** The program. */
    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new VerifyMain(InstantSource.system(), out, System.err).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        Optional<Path> trust = Optional.empty();
        Instant now = clock.instant();
        List<Path> files = new ArrayList<>();
        try {
            for (int i = 0; i < arguments.size(); i++) {
                switch (arguments.get(i)) {
                    case "--trust" -> trust = Optional.of(Path.of(arguments.get(++i)));
                    case "--at" -> now = Instant.parse(arguments.get(++i));
                    default -> files.add(Path.of(arguments.get(i)));
                }
            }
        } catch (IndexOutOfBoundsException | DateTimeParseException e) {
            return usage();
        }
        return files.isEmpty() ? usage() : verify(files, trust, now);
    }

    private int usage() {
        complaints.println("usage: verify [--trust FOLDER] [--at 2035-01-01T00:00:00Z] FILE...");
        return WRONG_USE;
    }

    private int verify(List<Path> files, Optional<Path> folder, Instant now) {
        Indication worst = Indication.TOTAL_PASSED;
        try {
            Optional<Trust> trust = folder.isEmpty() ? Optional.empty() : Optional.of(Trust.of(folder.get()));
            var verification = new Verification(trust, now);
            for (Path file : files) {
                Path beside = file.resolveSibling(file.getFileName() + ".p7s");
                Optional<byte[]> signature = Files.isRegularFile(beside) ? Optional.of(Files.readAllBytes(beside)) : Optional.empty();
                Report report = verification.check(Files.readAllBytes(file), signature);
                report.lines().forEach(line -> out.println("  " + line));
                out.println(report.indication().words() + "  " + file);
                worst = worse(worst, report.indication());
            }
            return worst.exit();
        } catch (IOException e) {
            complaints.println("verify: cannot read: " + e.getMessage());
            return NO_INPUT;
        }
    }

    private static Indication worse(Indication one, Indication other) {
        if (one == Indication.TOTAL_FAILED || other == Indication.TOTAL_FAILED) {
            return Indication.TOTAL_FAILED;
        }
        return one == Indication.INDETERMINATE ? one : other;
    }
}
