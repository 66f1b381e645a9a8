package io.fairway.bench;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Turns one message of a directory into a schema of StAEDI (EDISchema version 4), so that both judge by the same directory. It
 * starts from the tables that the build derives from the Messages and Segments schemas of edifact-schemas. Repeated elements become
 * positions, as syntax 1 to 3 writes them.
 */
final class StaediSchema {
    private final Map<String, String[]> lines = new HashMap<>();
    private final Set<String> segments = new LinkedHashSet<>();
    private final Set<String> composites = new LinkedHashSet<>();
    private final Set<String> elements = new LinkedHashSet<>();
    private final StringBuilder xml = new StringBuilder();
    private int groups;

    private StaediSchema(String directory) throws IOException {
        for (var table : new String[] {"service-4", directory}) {
            read("/io/fairway/edifact/directory/" + table + ".table");
        }
    }

    private void read(String resource) throws IOException {
        try (var input = StaediSchema.class.getResourceAsStream(resource)) {
            if (input == null) {
                throw new IllegalArgumentException("No such directory: " + resource);
            }
            var reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.US_ASCII));
            reader.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" ")).filter(words -> words.length > 2)
                    .forEach(words -> lines.put(words[0] + words[1], words));
        }
    }

    /**
     * The schema of one message.
     *
     * @param directory for example {@code d95b}
     */
    static InputStream of(String directory, String message) throws IOException {
        return new ByteArrayInputStream(new StaediSchema(directory).write(message).getBytes(StandardCharsets.UTF_8));
    }

    private String write(String message) {
        xml.append("<schema xmlns=\"http://xlate.io/EDISchema/v4\">\n<transaction><sequence>\n");
        children(line("M" + message));
        xml.append("</sequence></transaction>\n");
        var types = new StringBuilder();
        segments.forEach(this::segment);
        types.append(xml);
        xml.setLength(0);
        composites.forEach(this::composite);
        var segmentTypes = xml.toString();
        xml.setLength(0);
        elements.forEach(this::element);
        int at = types.indexOf("<segmentType");
        return types.substring(0, at) + xml + segmentTypes + types.substring(at) + "</schema>";
    }

    private String[] line(String key) {
        var words = lines.get(key);
        if (words == null) {
            throw new IllegalArgumentException("Not in the directory: " + key);
        }
        return words;
    }

    private void children(String[] words) {
        Deque<String> open = new ArrayDeque<>();
        for (int i = 2; i < words.length; i++) {
            if (words[i].equals(")")) {
                xml.append("</sequence></loop>\n");
                open.pop();
            } else if (words[i].startsWith("(")) {
                var occurs = words[i].substring(1).split(":");
                groups++;
                open.push("SG" + groups);
                xml.append("<loop code=\"SG").append(groups).append('"').append(occurs(occurs[0], occurs[1])).append("><sequence>\n");
            } else {
                var parts = words[i].split(":");
                segments.add(parts[0]);
                xml.append("<segment type=\"").append(parts[0]).append('"').append(occurs(parts[1], parts[2])).append("/>\n");
            }
        }
    }

    private void segment(String tag) {
        xml.append("<segmentType name=\"").append(tag).append("\"><sequence>\n");
        references(line("S" + tag));
        xml.append("</sequence></segmentType>\n");
    }

    private void composite(String id) {
        xml.append("<compositeType name=\"").append(id).append("\"><sequence>\n");
        references(line("C" + id));
        xml.append("</sequence></compositeType>\n");
    }

    private void references(String[] words) {
        for (int i = 3; i < words.length; i++) {
            var parts = words[i].split(":");
            boolean composite = lines.containsKey("C" + parts[0]);
            (composite ? composites : elements).add(parts[0]);
            for (int repetition = 0; repetition < Integer.parseInt(parts[2]); repetition++) {
                xml.append(composite ? "<composite type=\"" : "<element type=\"E").append(parts[0])
                        .append('"').append(occurs(repetition == 0 ? parts[1] : "0", "1")).append("/>\n");
            }
        }
    }

    private void element(String id) {
        var words = line("E" + id);
        var lengths = words[3].split("-");
        boolean coded = words.length > 5;
        xml.append("<elementType name=\"E").append(id).append("\" code=\"").append(id).append("\" base=\"")
                .append(coded ? "identifier" : words[2].equals("n") ? "decimal" : "string").append("\" minLength=\"").append(lengths[0])
                .append("\" maxLength=\"").append(lengths[1]).append('"');
        if (coded) {
            xml.append("><enumeration>");
            for (var code : words[5].split(",")) {
                xml.append("<value>").append(code).append("</value>");
            }
            xml.append("</enumeration></elementType>\n");
        } else {
            xml.append("/>\n");
        }
    }

    private static String occurs(String minimum, String maximum) {
        return " minOccurs=\"" + minimum + "\" maxOccurs=\"" + maximum + "\"";
    }
}
