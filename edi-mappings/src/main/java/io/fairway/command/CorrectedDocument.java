package io.fairway.command;

import io.fairway.document.Envelope;
import io.fairway.document.Envelope.Syntax;
import io.fairway.document.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document with proposed fixes carried out, as {@code fairway check --fix} does, to be sent again. */
public final class CorrectedDocument {
    private static final int REFERENCE_IN_UNB = 5;

    private CorrectedDocument() {
    }

    /**
     * Carries out fixes.
     *
     * @param envelope of the interchange in {@code bytes}
     * @param reference takes the place of the interchange's in UNB and UNZ (ISO 9735 0020), since a reference counts once; up to 14
     *        characters without service characters
     * @return the bytes; empty when none of the fixes can be carried out
     */
    public static Optional<byte[]> of(byte[] bytes, Envelope envelope, List<Finding> chosen, String reference) {
        List<Correction> corrections = Correction.inOrder(chosen.stream()
                .flatMap(finding -> Correction.of(finding, bytes, Optional.of(envelope)).stream()).toList());
        if (corrections.isEmpty()) {
            return Optional.empty();
        }
        byte[] corrected = Correction.apply(bytes, corrections);
        return Optional.of(envelope.syntax() == Syntax.EDIFACT ? underReference(corrected, reference) : corrected);
    }

    private static byte[] underReference(byte[] bytes, String reference) {
        WireSyntax syntax = WireSyntax.of(bytes);
        String element = Pattern.quote(String.valueOf(syntax.element()));
        String inside = "[^" + Pattern.quote(String.valueOf(syntax.element())) + Pattern.quote(String.valueOf(syntax.terminator())) + "]*";
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String head = replaced(text, "UNB(?:" + element + inside + "){" + (REFERENCE_IN_UNB - 1) + "}" + element + "(" + inside + ")", reference);
        return replaced(head, "UNZ" + element + inside + element + "(" + inside + ")", reference).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String replaced(String text, String pattern, String reference) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find() ? text.substring(0, found.start(1)) + reference + text.substring(found.end(1)) : text;
    }
}
