package io.fairway.edifact.mapping;

import io.fairway.document.Document;
import io.fairway.document.Lineage;
import io.fairway.document.Lineage.Unused;
import io.fairway.fixture.Fixtures;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The fixture folder of a message type: {@code sample.edi}, what is read of it in {@code expected.txt}, and {@code faults.txt} with
 * one alteration a line: value, altered value, finding, segment, proposed fix.
 */
record MessageFolder(String messageType) {

    String sample() {
        return "messages/" + messageType.toLowerCase(Locale.ROOT) + "/sample.edi";
    }

    String expected() {
        return text("expected.txt");
    }

    List<Fault> faults() {
        return text("faults.txt").lines().map(line -> line.split("\\|", -1))
                .map(cells -> new Fault(cells[0], cells[1], cells[2], cells[3], cells[4])).toList();
    }

    private String text(String file) {
        return new String(Fixtures.bytes("messages/" + messageType.toLowerCase(Locale.ROOT) + "/" + file), StandardCharsets.UTF_8);
    }

    /** One alteration of the sample and what must be found. */
    record Fault(String value, String altered, String code, String segment, String proposal) {
    }

    /** What was read, one value a line, and what was not carried over. */
    static String printed(List<Document> parts, List<Lineage> lineages) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < parts.size(); i++) {
            lines.add(parts.get(i).getClass().getSimpleName());
            print("", parts.get(i), lines);
            for (Unused unused : lineages.get(i).unused()) {
                lines.add("  not carried over: %s %d.%d %s".formatted(unused.place().segment(), unused.place().element(),
                        unused.place().component(), unused.value()));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static void print(String path, Object value, List<String> lines) {
        switch (value) {
            case Optional<?> optional -> optional.ifPresent(present -> print(path, present, lines));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    print(path + "[" + i + "]", list.get(i), lines);
                }
            }
            case Record identifier when identifier.getClass().getPackageName().endsWith(".id") -> lines.add("  " + path + " = " + identifier);
            case Record inner -> {
                for (RecordComponent component : inner.getClass().getRecordComponents()) {
                    print(path.isEmpty() ? component.getName() : path + "." + component.getName(), member(inner, component), lines);
                }
            }
            case Object leaf when !leaf.toString().isEmpty() -> lines.add("  " + path + " = " + leaf);
            case Object empty -> { }
        }
    }

    private static Object member(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
