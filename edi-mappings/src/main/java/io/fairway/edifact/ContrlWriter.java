package io.fairway.edifact;

import static io.fairway.edifact.Element.NONE;
import static io.fairway.edifact.Element.e;

import io.fairway.document.Document;
import io.fairway.document.DocumentWriter;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.SyntaxReport;
import io.fairway.document.SyntaxReport.ElementAt;
import io.fairway.document.SyntaxReport.MessageReport;
import io.fairway.document.UnwritableDocumentException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Writes the syntax answer as CONTRL: version D, release 3 in syntax 1 to 3, version 4, release 1 in syntax 4 (ISO 9735). Positions
 * of elements count the tag as 1 there (0098), so they are one more than ours. What the interchange answered lacks is lacking in
 * the answer too: a bad interchange never keeps the answer from being written.
 */
public final class ContrlWriter implements DocumentWriter {
    private static final int NEWEST_SYNTAX = 4;

    private final WritingSyntax syntax;

    public ContrlWriter(WritingSyntax syntax) {
        this.syntax = syntax;
    }

    @Override
    public String dialect() {
        return syntax.syntaxVersion() == NEWEST_SYNTAX ? "CONTRL:4:1:UN" : "CONTRL:D:3:UN";
    }

    @Override
    public String mediaType() {
        return "application/edifact";
    }

    @Override
    public byte[] write(Document document, OutboundEnvelope envelope) {
        if (!(document instanceof SyntaxReport report)) {
            throw new UnwritableDocumentException("document", "CONTRL says syntax reports only");
        }
        var writer = new EdifactWriter(envelope, syntax);
        var parts = dialect().split(":");
        var message = writer.message(parts[0], parts[1], parts[2], parts[3], "");
        message.segment("UCI", copied(report.interchangeReference()), copied(report.sender()),
                copied(report.recipient()), e(String.valueOf(report.action().code())), code(report.error()), tag(report.error(), report.segment()),
                at(report.segment(), report.at()));
        report.messages().forEach(answered -> write(answered, message));
        for (var group : report.groups()) {
            message.segment("UCF", copied(group.reference()), copied(group.sender()), copied(group.recipient()),
                    e(String.valueOf(group.action().code())), code(group.error()), tag(group.error(), group.segment()),
                    at(group.segment(), group.at()));
            group.messages().forEach(answered -> write(answered, message));
        }
        return message.end().toBytes();
    }

    private void write(MessageReport answered, EdifactWriter.Message message) {
        message.segment("UCM", copied(answered.reference()), copied(answered.type().split(":")), e(String.valueOf(answered.action().code())),
                code(answered.error()), tag(answered.error(), answered.segment()), at(answered.segment(), answered.at()));
        int position = -1;
        for (var error : answered.errors()) {
            boolean whole = error.element() == 0;
            if (whole || error.segmentPosition() != position) {
                position = error.segmentPosition();
                message.segment("UCS", e(String.valueOf(position)), whole ? e(String.valueOf(error.error())) : NONE);
            }
            if (!whole) {
                message.segment("UCD", e(String.valueOf(error.error())), element(error.element(), error.component()));
            }
        }
    }

    /** Values of a faulty interchange may be missing, or hold characters that cannot be written back: such ones are left out. */
    private Element copied(String... values) {
        return e(Arrays.stream(values).map(value -> syntax.holds(value) ? value : "").toArray(String[]::new));
    }

    private static Element element(int counted, int component) {
        var element = String.valueOf(counted + 1);
        return component == 0 ? e(element) : e(element, String.valueOf(component));
    }

    /** S011 says more of the segment that 0013 names, and nothing without it. */
    private static Element at(String segment, Optional<ElementAt> at) {
        return segment.isEmpty() ? NONE : at.map(place -> element(place.element(), place.component())).orElse(NONE);
    }

    private static Element code(Optional<Integer> error) {
        return error.map(code -> e(String.valueOf(code))).orElse(NONE);
    }

    private static Element tag(Optional<Integer> error, String segment) {
        return error.isPresent() && !segment.isEmpty() ? e(segment) : NONE;
    }
}
