package io.fairway.command;

import io.fairway.smooks.RefusedDialectException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/** Starts the commands that need no hub: {@code check} and {@code translate}. Ends with 64 when called wrongly (sysexits EX_USAGE). */
public final class FairwayMain {
    private static final int USAGE = 64;
    private static final int UNREADABLE = 2;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Style style;
    private final InstantSource clock;
    private final Folders folders;

    FairwayMain(InputStream in, PrintStream out, PrintStream err, Style style, InstantSource clock, Folders folders) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.style = style;
        this.clock = clock;
        this.folders = folders;
    }

    /**
     * Runs the command named first, in UTF-8, and ends the process with its exit code. The system property {@code fairway.terminal}
     * says that a person reads the output; {@code NO_COLOR} in the environment keeps colours out all the same.
     */
    public static void main(String[] arguments) {
        var out = new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 8192), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        boolean coloured = Boolean.getBoolean("fairway.terminal") && System.getenv("NO_COLOR") == null;
        int code = new FairwayMain(System.in, out, err, coloured ? Style.COLOURED : Style.PLAIN, InstantSource.system(),
                Folders.of(System.getenv())).run(Arrays.asList(arguments));
        out.flush();
        System.exit(code);
    }

    int run(List<String> arguments) {
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        try {
            return switch (command) {
                case "check" -> check(rest);
                case "translate" -> translate(rest);
                default -> throw new UsageException("there is no command '" + command + "'", CheckOptions.USAGE + TranslateOptions.USAGE);
            };
        } catch (UsageException wrong) {
            err.println("fairway: " + wrong.getMessage());
            err.print(wrong.usage());
            return USAGE;
        } catch (RefusedDialectException refused) {
            err.println("fairway: " + refused.getMessage());
            return USAGE;
        } catch (IOException unreadable) {
            err.println("fairway: " + unreadable.getMessage());
            return UNREADABLE;
        }
    }

    private int translate(List<String> arguments) throws UsageException, IOException {
        if (arguments.contains("--help")) {
            out.print(TranslateOptions.USAGE);
            return 0;
        }
        TranslateOptions options = TranslateOptions.of(arguments);
        List<Input> inputs = Input.of(List.of(options.name()), in);
        if (inputs.size() != 1) {
            throw new UsageException("translate takes one file", TranslateOptions.USAGE);
        }
        return new TranslateCommand(options, folders.registered(), out, err, clock).run(inputs.getFirst());
    }

    private int check(List<String> arguments) throws UsageException, IOException {
        if (arguments.contains("--help")) {
            out.print(CheckOptions.USAGE);
            return 0;
        }
        CheckOptions options = CheckOptions.of(arguments);
        return new CheckCommand(options, folders.registered(), out, err, style, clock).run(Input.of(options.names(), in));
    }
}
