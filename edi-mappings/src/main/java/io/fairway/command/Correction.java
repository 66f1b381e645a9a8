package io.fairway.command;

import io.fairway.document.Envelope;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Fix;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One change of bytes that a proposed fix comes to.
 *
 * @param from first byte that is replaced
 * @param to behind the last byte that is replaced; equal to {@code from} when something is put in
 */
record Correction(Finding finding, int from, int to, String replacement) {

    /** The change that the fix of the finding comes to; empty when it needs a person, or the bytes are not what the finding saw. */
    static Optional<Correction> of(Finding finding, byte[] bytes, Optional<Envelope> envelope) {
        long offset = finding.place().offset();
        if (finding.fix().isEmpty() || offset < 0 || offset > bytes.length || envelope.isEmpty()) {
            return Optional.empty();
        }
        int at = (int) offset;
        Fix fix = finding.fix().get();
        return switch (envelope.get().syntax()) {
            case EDIFACT -> inSegments(finding, fix, bytes, at, syntax(bytes, envelope.get()));
            case XML -> inElements(finding, fix, bytes, at);
            case JSON -> Optional.empty();
        };
    }

    private static WireSyntax syntax(byte[] bytes, Envelope envelope) {
        int from = (int) Math.max(0, envelope.offset());
        return WireSyntax.of(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 64)));
    }

    private static Optional<Correction> inSegments(Finding finding, Fix fix, byte[] bytes, int at, WireSyntax syntax) {
        return switch (fix.edit()) {
            case REPLACE -> component(finding, bytes, at, syntax).map(end -> new Correction(finding, at, end, syntax.escaped(fix.value())));
            case SEGMENT -> Optional.of(segment(finding, fix.value(), bytes, at, syntax));
            case RELEASE -> released(finding, fix.value(), bytes, at, syntax);
            case INSERT -> Optional.of(new Correction(finding, at, at, fix.value()));
            case FILL_IN -> Optional.empty();
        };
    }

    private static Correction segment(Finding finding, String value, byte[] bytes, int at, WireSyntax syntax) {
        int from = syntax.startOfSegment(bytes, at);
        return new Correction(finding, from, syntax.endOfSegment(bytes, at), value);
    }

    /** The end of the component, when it holds what the finding says. */
    private static Optional<Integer> component(Finding finding, byte[] bytes, int at, WireSyntax syntax) {
        return syntax.endOfComponent(bytes, at).filter(end -> {
            String meant = syntax.meant(new String(bytes, at, end - at, StandardCharsets.ISO_8859_1));
            return meant.equals(finding.found()) || finding.found().length() >= 70;
        });
    }

    /** The bytes that differ from the value by missing release characters only. */
    private static Optional<Correction> released(Finding finding, String value, byte[] bytes, int at, WireSyntax syntax) {
        int to = at;
        for (byte wanted : value.getBytes(StandardCharsets.ISO_8859_1)) {
            if (to < bytes.length && bytes[to] == wanted) {
                to++;
            } else if (wanted != (byte) syntax.release()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Correction(finding, at, to, value));
    }

    /** The value at the place, when it is what the finding says. */
    private static Optional<Correction> inElements(Finding finding, Fix fix, byte[] bytes, int at) {
        byte[] found = finding.found().getBytes(StandardCharsets.UTF_8);
        if (found.length == 0 || at + found.length > bytes.length || !Arrays.equals(bytes, at, at + found.length, found, 0, found.length)) {
            return Optional.empty();
        }
        String escaped = fix.value().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return Optional.of(new Correction(finding, at, at + found.length, escaped));
    }

    /** The bytes with all corrections made; of two that touch the same bytes the first one is. */
    static byte[] apply(byte[] bytes, List<Correction> corrections) {
        var corrected = new ByteArrayOutputStream(bytes.length + 256);
        int done = 0;
        for (Correction correction : inOrder(corrections)) {
            corrected.write(bytes, done, correction.from - done);
            corrected.writeBytes(correction.replacement.getBytes(StandardCharsets.ISO_8859_1));
            done = correction.to;
        }
        corrected.write(bytes, done, bytes.length - done);
        return corrected.toByteArray();
    }

    /** The corrections by place, without those that touch what an earlier one changes. */
    static List<Correction> inOrder(List<Correction> corrections) {
        var kept = new ArrayList<Correction>();
        Stream<Correction> sorted = corrections.stream().sorted(Comparator.comparingInt(Correction::from));
        sorted.filter(correction -> isPlain(correction.replacement)).forEach(correction -> {
            if (kept.isEmpty() || kept.getLast().to <= correction.from && !kept.getLast().equals(correction)) {
                kept.add(correction);
            }
        });
        return kept;
    }

    /** Characters beyond Latin-1 would have to be written in the charset of the interchange. */
    private static boolean isPlain(String replacement) {
        return StandardCharsets.ISO_8859_1.newEncoder().canEncode(replacement);
    }
}
