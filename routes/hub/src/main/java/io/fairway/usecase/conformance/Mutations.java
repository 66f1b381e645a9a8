package io.fairway.usecase.conformance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may be wrong with a message, whatever it says: each mutation must be refused by who reads by the standard (ISO 9735 for EDIFACT, XML
 * 1.0, RFC 8259 for JSON). They are made on the bytes, so that they are in the very dialect that the counterpart is told.
 */
final class Mutations {
    private static final Pattern UNT = Pattern.compile("UNT\\+([0-9]+)\\+");
    private static final Pattern UNZ = Pattern.compile("UNZ\\+([0-9]+)\\+([^'+]+)'");
    private static final Pattern BGM = Pattern.compile("BGM\\+[^']*'");
    private static final Pattern UNH_TYPE = Pattern.compile("(UNH\\+[^+']*\\+)[A-Z]{6}:");

    private Mutations() {
    }

    /** A mutated message. @param name of what is wrong @param bytes as they are sent */
    record Mutated(String name, byte[] bytes) {
    }

    /** @param mediaType of the sound message; for other than EDIFACT, XML and JSON there is none */
    static List<Mutated> of(byte[] sound, String mediaType) {
        // every byte is a character, so that what is not changed stays as it was
        String text = new String(sound, StandardCharsets.ISO_8859_1);
        List<Mutated> mutated = new ArrayList<>();
        if (mediaType.contains("edifact")) {
            add(mutated, "segment-count-wrong", text, all -> raised(all, UNT));
            add(mutated, "message-count-wrong", text, all -> raised(all, UNZ));
            add(mutated, "interchange-reference-differs", text, all -> UNZ.matcher(all).replaceFirst("UNZ+$1+OTHER'"));
            add(mutated, "first-segment-missing", text, all -> lowered(BGM.matcher(all).replaceFirst("")));
            add(mutated, "message-type-unknown", text, all -> UNH_TYPE.matcher(all).replaceFirst("$1QQQQQQ:"));
            add(mutated, "end-missing", text, all -> all.substring(0, Math.max(0, all.lastIndexOf("UNZ"))));
        } else if (mediaType.contains("xml")) {
            add(mutated, "end-missing", text, all -> all.substring(0, Math.max(0, all.lastIndexOf("</"))));
            add(mutated, "entity-declared", text, Mutations::withDoctype);
        } else if (mediaType.contains("json")) {
            add(mutated, "end-missing", text, all -> all.substring(0, Math.max(0, all.lastIndexOf('}'))));
        }
        return List.copyOf(mutated);
    }

    private static void add(List<Mutated> mutated, String name, String text, UnaryOperator<String> change) {
        String changed = change.apply(text);
        if (!changed.equals(text) && !changed.isEmpty()) {
            mutated.add(new Mutated(name, changed.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    /** The count one higher than it is. */
    private static String raised(String text, Pattern count) {
        return shifted(text, count, 1);
    }

    /** As many segments as are left. */
    private static String lowered(String text) {
        return shifted(text, UNT, -1);
    }

    private static String shifted(String text, Pattern count, int by) {
        Matcher found = count.matcher(text);
        return found.find() ? text.substring(0, found.start(1)) + (Integer.parseInt(found.group(1)) + by) + text.substring(found.end(1)) : text;
    }

    /** A document type that means a file of the reader's machine; who expands it gives the file away. */
    private static String withDoctype(String text) {
        int behindDeclaration = Optional.of(text.indexOf("?>")).filter(at -> at >= 0).map(at -> at + 2).orElse(0);
        return text.substring(0, behindDeclaration) + "<!DOCTYPE x [<!ENTITY file SYSTEM \"file:///etc/hostname\">]>" + text.substring(behindDeclaration);
    }
}
