package io.fairway.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One subject in a process of its own: {@code SubjectMain <subject> <warm-up ms> <measured ms>} reads the small inputs from memory,
 * with a file as fourth argument that file alone. Prints one JSON line per figure.
 */
final class SubjectMain {

    private SubjectMain() {
    }

    public static void main(String[] arguments) throws IOException {
        var subject = Subjects.of(arguments[0]);
        var measuring = new Measuring(Duration.ofMillis(Long.parseLong(arguments[1])), Duration.ofMillis(Long.parseLong(arguments[2])));
        if (arguments.length > 3) {
            print(measuring.file(subject, BenchInput.LARGEST, Path.of(arguments[3])));
            return;
        }
        print(List.of(Measuring.first(subject, BenchInput.smallCuscar())));
        for (var input : List.of(BenchInput.smallCuscar(), BenchInput.cuscar(), BenchInput.baplie())) {
            print(measuring.warm(subject, input));
        }
    }

    private static void print(List<Figure> figures) {
        figures.forEach(figure -> System.out.println(figure.line()));
    }
}
