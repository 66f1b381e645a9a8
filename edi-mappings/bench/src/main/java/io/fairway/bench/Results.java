package io.fairway.bench;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures of one run, beside each other. */
final class Results {
    private final List<Figure> figures;

    Results(List<Figure> figures) {
        this.figures = List.copyOf(figures);
    }

    /** One JSON line per figure, then a table for people. */
    void print(PrintStream out) {
        figures.forEach(figure -> out.println(figure.line(ratios(figure))));
        var rows = new LinkedHashSet<List<String>>();
        figures.forEach(figure -> rows.add(List.of(figure.input(), figure.unit())));
        for (var row : rows) {
            out.printf("%n%s, %s%n", row.get(0), row.get(1));
            figures.stream().filter(figure -> figure.input().equals(row.get(0)) && figure.unit().equals(row.get(1)))
                    .forEach(figure -> out.printf("  %-20s %10s%s%n", figure.subject(), Figure.rounded(figure.value()), comparison(figure)));
        }
    }

    private String comparison(Figure figure) {
        return peer(figure, Subjects.PEER).filter(peer -> !peer.equals(figure))
                .map(peer -> "   %s x %s".formatted(Figure.rounded(figure.timesBetterThan(peer)), peer.subject())).orElse("");
    }

    /** How many times better than everybody else who was measured in the same way. */
    Map<String, Double> ratios(Figure figure) {
        var ratios = new HashMap<String, Double>();
        for (var name : figures.stream().map(Figure::subject).distinct().toList()) {
            peer(figure, name).filter(peer -> !peer.equals(figure)).ifPresent(peer -> ratios.put(name, figure.timesBetterThan(peer)));
        }
        return ratios;
    }

    private Optional<Figure> peer(Figure figure, String subject) {
        return figures.stream().filter(other -> other.subject().equals(subject) && other.input().equals(figure.input())
                && other.unit().equals(figure.unit())).findFirst();
    }
}
