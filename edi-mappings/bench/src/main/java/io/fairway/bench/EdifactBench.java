package io.fairway.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./fairway bench edifact [--quick] [--without-jmh] [--without-smooks]}: reads the same generated inputs with Fairway's engine and with its peers,
 * each in a process of its own, one after the other, and prints one JSON line per figure, then a table. Ratios of one run count;
 * the absolute figures follow the machine. The largest input is read with a heap of 64 MB. {@code --quick} measures for a moment only.
 */
public final class EdifactBench {
    private static final String LARGE_HEAP = "-Xmx1g";
    private static final String SMALL_HEAP = "-Xmx64m";
    private static final String CARTRIDGE_HEAP = "-Xmx2g";

    private final List<Figure> figures = new ArrayList<>();
    private final String warmUpMilliseconds;
    private final String measuredMilliseconds;

    private EdifactBench(String warmUpMilliseconds, String measuredMilliseconds) {
        this.warmUpMilliseconds = warmUpMilliseconds;
        this.measuredMilliseconds = measuredMilliseconds;
    }

    /** @throws IOException when a process of a subject cannot be started or fails; its words are in the message */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var options = List.of(arguments);
        if (!List.of("--quick", "--without-jmh", "--without-smooks").containsAll(options)) {
            System.err.println("usage: ./fairway bench edifact [--quick] [--without-jmh] [--without-smooks]");
            System.exit(64);
        }
        var bench = options.contains("--quick") ? new EdifactBench("200", "200") : new EdifactBench("8000", "4000");
        bench.run();
        if (!options.contains("--without-smooks")) {
            bench.runCartridge();
        }
        if (!options.contains("--without-jmh") && !options.contains("--quick")) {
            bench.figures.addAll(SmallMessageBenchmark.run());
        }
        new Results(bench.figures).print(System.out);
    }

    private void run() throws IOException, InterruptedException {
        var largest = Files.createTempFile("fairway-bench", ".edi");
        try {
            Files.write(largest, BenchInput.largestCuscar().bytes());
            for (var subject : Subjects.NAMES) {
                System.err.println("reading with " + subject);
                process(LARGE_HEAP, subject, warmUpMilliseconds, measuredMilliseconds);
                process(SMALL_HEAP, subject, warmUpMilliseconds, measuredMilliseconds, largest.toString());
            }
        } finally {
            Files.delete(largest);
        }
    }

    /** The cartridge compiles its schema first, for half a minute, and keeps it in a folder below the one it is started in. */
    private void runCartridge() throws IOException, InterruptedException {
        var built = Path.of(System.getProperty("fairway.bench.cartridge", ""));
        if (!Files.isDirectory(built.resolve("lib"))) {
            System.err.println("leaving out the Smooks cartridge: it is not built");
            return;
        }
        System.err.println("reading with smooks-dfdl");
        var folder = Files.createTempDirectory("fairway-bench");
        var arguments = new ArrayList<>(List.of(measuredMilliseconds));
        for (var input : List.of(BenchInput.smallCuscar(), BenchInput.cuscar(), BenchInput.baplie())) {
            arguments.add(Files.write(folder.resolve(input.name() + ".edi"), input.bytes()).toString());
        }
        var classPath = built.resolve("classes") + File.pathSeparator + built.resolve("lib") + File.separator + "*";
        start(folder, CARTRIDGE_HEAP, classPath, "io.fairway.bench.cartridge.CartridgeMain", arguments);
    }

    private void process(String heap, String... arguments) throws IOException, InterruptedException {
        start(Path.of("."), heap, System.getProperty("java.class.path"), SubjectMain.class.getName(), List.of(arguments));
    }

    private void start(Path folder, String heap, String classPath, String main, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap,
                "-XX:+UseSerialGC", "-cp", classPath, main));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        output.lines().map(Figure::of).forEach(figure -> figure.ifPresent(figures::add));
        if (process.waitFor() != 0) {
            throw new IOException(arguments.getFirst() + " failed:\n" + output);
        }
    }
}
