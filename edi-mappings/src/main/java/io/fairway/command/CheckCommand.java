package io.fairway.command;

import io.fairway.command.CheckOptions.Fixes;
import io.fairway.command.CheckOptions.Form;
import io.fairway.dialect.Dialects;
import io.fairway.document.ReadingProfile;
import io.fairway.document.finding.Finding;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the inputs, tells what is wrong with them and how it could be mended. Memory does not grow with the size of an input. */
final class CheckCommand {
    private final CheckOptions options;
    private final PrintStream out;
    private final PrintStream err;
    private final CheckPage page;
    private final Acknowledgments acknowledgments;
    private final ReadingProfile profile;
    private final Readers readers;
    private Verdict worst = Verdict.CLEAN;
    private Tally tally = Tally.NOTHING;

    /** @param style of what people read */
    CheckCommand(CheckOptions options, Dialects dialects, PrintStream out, PrintStream err, Style style, InstantSource clock) {
        this.readers = new Readers(dialects);
        this.options = options;
        this.out = out;
        this.err = err;
        this.page = new CheckPage(options.forms().isEmpty() ? out : err, style, options.language());
        this.acknowledgments = new Acknowledgments(clock, options.zone());
        this.profile = new ReadingProfile(options.zone(), Optional.empty(), Map.of());
    }

    /** @return the exit code: 0 clean, 1 findings, 2 when something could not be read */
    int run(List<Input> inputs) {
        for (Input input : inputs) {
            try {
                check(input);
            } catch (IOException unreadable) {
                tellUnreadable(input.name(), reason(unreadable));
            } catch (UncheckedIOException unreadable) {
                tellUnreadable(input.name(), String.valueOf(unreadable.getMessage()));
            }
        }
        if (inputs.isEmpty()) {
            tellUnreadable(String.join(" ", options.names()), "there is no file");
        }
        if (!options.wants(Form.JSON)) {
            page.summary(tally);
        }
        return worst.exitCode();
    }

    private void check(Input input) throws IOException {
        var checks = new ArrayList<InterchangeCheck>();
        try (var file = new RandomAccessFile(input.path().toFile(), "r")) {
            var reading = new CheckReading(check -> {
                tell(input, file, check);
                if (options.fixes() != Fixes.NONE) {
                    checks.add(check);
                }
            });
            readers.read(input.path(), profile, reading);
            reading.finish();
        }
        tally = tally.withFile();
        if (options.fixes() != Fixes.NONE) {
            fix(input, checks);
        }
    }

    private void tell(Input input, RandomAccessFile file, InterchangeCheck check) {
        worst = worst.orWorse(check.verdict());
        tally = tally.with(check);
        Optional<String> contrl = options.wants(Form.CONTRL) ? acknowledgments.contrl(check) : Optional.empty();
        List<String> aperaks = options.wants(Form.APERAK) ? acknowledgments.aperaks(check) : List.of();
        if (options.wants(Form.JSON)) {
            Json json = CheckJson.of(input.name(), check);
            contrl.ifPresent(text -> json.text("contrl", text));
            if (!aperaks.isEmpty()) {
                json.text("aperak", String.join("", aperaks));
            }
            out.println(json);
            return;
        }
        contrl.ifPresent(out::print);
        aperaks.forEach(out::print);
        try {
            page.print(input.name(), file, check);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void fix(Input input, List<InterchangeCheck> checks) throws IOException {
        if (input.name().equals("-")) {
            err.println("--fix writes beside a file, and standard input is none: nothing was written");
            return;
        }
        FixedFile fixed = FixedFile.write(input.path(), checks, options.fixes());
        for (Correction correction : fixed.corrections()) {
            Finding finding = correction.finding();
            err.println("%s: changed at byte %d (%s): '%s' -> '%s' (%s)".formatted(fixed.path(), correction.from(), finding.code(),
                    finding.found(), correction.replacement().strip(), finding.fix().orElseThrow().certainty().name().toLowerCase(java.util.Locale.ROOT)));
        }
        for (Finding left : fixed.left()) {
            err.println("%s: left as it is (%s): proposed was '%s'".formatted(input.name(), left.code(), left.fix().orElseThrow().value()));
        }
        if (fixed.corrections().isEmpty()) {
            err.println(input.name() + ": nothing to correct; no file was written");
            return;
        }
        err.println("%s: written with %d correction%s; checked again: %s".formatted(fixed.path(), fixed.corrections().size(),
                fixed.corrections().size() == 1 ? "" : "s", again(fixed.path())));
    }

    private String again(Path path) throws IOException {
        var checks = new ArrayList<InterchangeCheck>();
        var reading = new CheckReading(checks::add);
        readers.read(path, profile, reading);
        reading.finish();
        long errors = checks.stream().mapToLong(InterchangeCheck::errors).sum();
        long warnings = checks.stream().mapToLong(check -> check.findings().size()).sum() - errors;
        return errors + " errors, " + warnings + " warnings left";
    }

    private void tellUnreadable(String name, String reason) {
        worst = Verdict.UNREADABLE;
        tally = tally.withUnreadableFile();
        if (options.wants(Form.JSON)) {
            out.println(new Json().text("file", name).text("verdict", Verdict.UNREADABLE.word()).list("messages", List.of())
                    .list("findings", List.of()).text("reason", reason));
        }
        err.println("fairway: " + name + " cannot be read: " + reason);
    }

    private static String reason(IOException unreadable) {
        return switch (unreadable) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "access is denied";
            case java.io.FileNotFoundException missing -> String.valueOf(missing.getMessage());
            default -> String.valueOf(unreadable.getMessage());
        };
    }
}
