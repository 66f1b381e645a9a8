package io.fairway.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How the server's programs are started, signalled and asked for their last words. */
final class ServerProcess {
    private ServerProcess() {
    }

    /** Messages in English, no settings from the caller's environment, output to {@code log}. */
    static ProcessBuilder builder(List<String> command, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
        builder.environment().put("LC_ALL", "C");
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectInput(Path.of("/dev/null").toFile());
        return builder;
    }

    /** SIGINT is the "fast shutdown": running transactions are rolled back, nobody is waited for. Java itself can only send SIGTERM. */
    static void interrupt(ProcessHandle server) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -INT " + server.pid()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor(10, TimeUnit.SECONDS);
    }

    /** The last complaint in a log, without its time stamp. */
    static String lastWords(Path log) {
        try {
            List<String> lines = Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
            return lines.reversed().stream()
                    .filter(line -> line.matches(".*(FATAL|PANIC|ERROR|error|could not|cannot|Permission).*"))
                    .findFirst()
                    .map(line -> line.replaceFirst("^.*?(FATAL|PANIC|ERROR): +", ""))
                    .or(() -> lines.reversed().stream().findFirst())
                    .orElse("it said nothing");
        } catch (IOException e) {
            return "its log cannot be read: " + e.getMessage();
        }
    }
}
