package io.fairway.edifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.fairway.edifact.SegmentTable.ComponentUse;
import io.fairway.edifact.SegmentTable.ElementUse;
import io.fairway.edifact.SegmentTable.Presence;
import io.fairway.edifact.SegmentTable.Structure;

/**
 * One directory of messages, segments and elements. Its table is kept as lines of text; a line is understood when first asked for,
 * so that the first message of a directory costs milliseconds. The form of the lines is told where they are made (the build step
 * for UN/EDIFACT directories, {@code service-3.table} and {@code service-4.table} for ISO 9735).
 */
final class Directory {
    private final String name;
    private final Optional<Directory> service;
    private final Map<String, String> lines;
    private final Map<String, DataElement> elements = new ConcurrentHashMap<>();
    private final Map<String, SegmentTable> segments = new ConcurrentHashMap<>();
    private final Map<String, MessageTable> messages = new ConcurrentHashMap<>();
    private final Map<Overlaid, MessageTable> overlaid = new ConcurrentHashMap<>();

    private Directory(String name, Map<String, String> lines, Optional<Directory> service) {
        this.name = name;
        this.lines = lines;
        this.service = service;
    }

    /**
     * @param resource name of the table, for example {@code d95b}
     * @param name for people, for example {@code D.95B}
     * @param service where service segments are looked up
     */
    static Optional<Directory> load(String resource, String name, Optional<Directory> service) {
        try (InputStream table = Directory.class.getResourceAsStream("directory/" + resource + ".table")) {
            return table == null ? Optional.empty() : Optional.of(new Directory(name, index(table.readAllBytes()), service));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Table of the directory " + name + " cannot be read", unreadable);
        }
    }

    private static Map<String, String> index(byte[] table) {
        var lines = new HashMap<String, String>(2048);
        new String(table, StandardCharsets.US_ASCII).lines().filter(line -> !line.startsWith("#") && !line.isEmpty()).forEach(line -> {
            int end = line.indexOf(' ', 2);
            lines.put(line.substring(0, end), line.substring(end + 1));
        });
        return Map.copyOf(lines);
    }

    /** For people, for example {@code D.95B}. */
    String name() {
        return name;
    }

    /** Whether the element is coded and the code is one of its list. */
    boolean lists(String element, String code) {
        return lines.containsKey("E " + element) && dataElement(element).codes().contains(code);
    }

    Optional<MessageTable> message(String type) {
        var line = lines.get("M " + type);
        if (line == null) {
            return Optional.empty();
        }
        return Optional.of(messages.computeIfAbsent(type, wanted -> MessageTable.of(wanted, name, new MessageTree(line, this::segment).root())));
    }

    List<String> messageTypes() {
        return lines.keySet().stream().filter(line -> line.startsWith("M ")).map(line -> line.substring(2)).toList();
    }

    /** The message as the overlay changes it. */
    Optional<MessageTable> message(String type, Overlay overlay) {
        var plain = message(type);
        return overlay.isEmpty() ? plain : plain.map(table -> overlaid.computeIfAbsent(new Overlaid(type, overlay),
                wanted -> wanted.overlay().on(table)));
    }

    private record Overlaid(String type, Overlay overlay) {
    }

    Optional<SegmentTable> segment(String tag) {
        var line = lines.get("S " + tag);
        if (line == null) {
            return service.flatMap(directory -> directory.segment(tag));
        }
        return Optional.of(segments.computeIfAbsent(tag, wanted -> readSegment(wanted, line)));
    }

    private SegmentTable readSegment(String tag, String line) {
        var words = line.split(" ");
        List<ElementUse> positions = new ArrayList<>();
        var spread = new int[words.length - 1];
        for (int i = 1; i < words.length; i++) {
            var reference = TableReference.of(words[i]);
            spread[i - 1] = reference.maximum();
            for (int repetition = 0; repetition < reference.maximum(); repetition++) {
                positions.add(element(reference.id(), repetition == 0 ? reference.presence() : Presence.CONDITIONAL));
            }
        }
        return new SegmentTable(tag, words[0], positions, spread);
    }

    private ElementUse element(String id, Presence presence) {
        var composite = lines.get("C " + id);
        if (composite == null) {
            var simple = dataElement(id);
            return new ElementUse(id, simple.name(), presence, Structure.SIMPLE,
                    List.of(new ComponentUse(simple, Presence.MANDATORY)));
        }
        var words = composite.split(" ");
        List<ComponentUse> components = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            var reference = TableReference.of(words[i]);
            for (int repetition = 0; repetition < reference.maximum(); repetition++) {
                components.add(new ComponentUse(dataElement(reference.id()),
                        repetition == 0 ? reference.presence() : Presence.CONDITIONAL));
            }
        }
        return new ElementUse(id, words[0], presence, Structure.COMPOSITE, components);
    }

    private DataElement dataElement(String id) {
        return elements.computeIfAbsent(id, this::readElement);
    }

    private DataElement readElement(String id) {
        var line = lines.get("E " + id);
        if (line == null) {
            throw new IllegalStateException("Directory " + name + " refers to an element it does not have: " + id);
        }
        var words = line.split(" ");
        var lengths = words[1].split("-");
        return new DataElement(id, words[2], DataElement.Form.valueOf(words[0].toUpperCase(Locale.ROOT)),
                Integer.parseInt(lengths[0]), Integer.parseInt(lengths[1]), DataElement.Codes.of(words.length > 3 ? words[3] : ""));
    }
}
