package io.fairway.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Makes messages that a directory allows, by dice: every segment, group and element that it has may occur. */
final class RandomMessages {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int LONGEST = 12;

    private final Map<String, String[]> lines = new HashMap<>();
    private final String release;
    private final Random random;

    RandomMessages(String release, long seed) {
        this.release = release;
        this.random = new Random(seed);
        for (var table : new String[] {"service-4", "d" + release.toLowerCase(Locale.ROOT)}) {
            try (var input = StaediSchema.class.getResourceAsStream("/io/fairway/edifact/directory/" + table + ".table");
                    var reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.US_ASCII))) {
                reader.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" ")).filter(words -> words.length > 2)
                        .forEach(words -> lines.put(words[0] + words[1], words));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** The segments of one interchange of one message, without their terminators. */
    List<String> interchange(String type) {
        var segments = new ArrayList<String>();
        segments.add("UNB+UNOA:2+SENDER+RECIPIENT+260302:0915+R0001");
        segments.add("UNH+1+" + type + ":D:" + release + ":UN");
        var words = lines.get("M" + type);
        children(words, 2, words.length, segments);
        segments.add("UNT+" + segments.size() + "+1");
        segments.add("UNZ+1+R0001");
        return segments;
    }

    private void children(String[] words, int from, int to, List<String> segments) {
        for (int i = from; i < to; i++) {
            boolean group = words[i].startsWith("(");
            var parts = words[i].substring(group ? 1 : 0).split(":");
            int least = Integer.parseInt(parts[group ? 0 : 1]);
            int most = Integer.parseInt(parts[group ? 1 : 2]);
            int end = group ? end(words, i) : i;
            int count = least + (random.nextInt(3) == 0 ? random.nextInt(Math.min(3, most - least + 1)) : 0);
            for (int n = 0; n < count; n++) {
                if (group) {
                    children(words, i + 1, end, segments);
                } else {
                    segments.add(segment(parts[0]));
                }
            }
            i = end;
        }
    }

    private static int end(String[] words, int begin) {
        int depth = 0;
        for (int i = begin; i < words.length; i++) {
            depth += words[i].startsWith("(") ? 1 : words[i].equals(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalStateException("A group of the table has no end");
    }

    private String segment(String tag) {
        return tag + elements(lines.get("S" + tag), "+", false);
    }

    /** The parts behind one another, each after its separator; the last ones left out when empty. */
    private String elements(String[] words, String separator, boolean components) {
        var text = new StringBuilder();
        int pending = 0;
        for (int i = 3; i < words.length; i++) {
            var parts = words[i].split(":");
            for (int n = 0; n < Integer.parseInt(parts[2]); n++) {
                pending++;
                boolean mandatory = n == 0 && !parts[1].equals("0");
                var value = mandatory || random.nextInt(4) == 0 ? value(parts[0]) : "";
                if (!value.isEmpty()) {
                    text.append(separator.repeat(pending)).append(value);
                    pending = 0;
                }
            }
        }
        return components && !text.isEmpty() ? text.substring(1) : text.toString();
    }

    private String value(String id) {
        var composite = lines.get("C" + id);
        if (composite != null) {
            var whole = elements(composite, ":", true);
            return whole.isEmpty() ? value(composite[3].split(":")[0]) : whole;
        }
        var element = lines.get("E" + id);
        if (element.length > 5) {
            var codes = element[5].split(",");
            return codes[random.nextInt(codes.length)];
        }
        var lengths = element[3].split("-");
        int least = Integer.parseInt(lengths[0]);
        int length = least + random.nextInt(Math.max(1, Math.min(LONGEST, Integer.parseInt(lengths[1])) - least + 1));
        var characters = element[2].equals("n") ? "123456789" : LETTERS;
        var value = new StringBuilder();
        for (int i = 0; i < length; i++) {
            value.append(characters.charAt(random.nextInt(characters.length())));
        }
        return value.toString();
    }
}
