package io.fairway.edifact.mapping;

import io.fairway.document.Document;
import io.fairway.document.DocumentWriter;
import io.fairway.document.OutboundEnvelope;
import io.fairway.edifact.EdifactWriter;
import io.fairway.edifact.Element;
import io.fairway.edifact.WritingSyntax;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes documents as interchanges of one message in one dialect. The syntax is the humblest that holds every character: UNOA:2,
 * which everybody reads, then UNOC:3, then UNOY:4.
 */
final class EdifactDialectWriter implements DocumentWriter {
    private static final Pattern LEVEL_A = Pattern.compile("[A-Z0-9 .,()/=!\"%&*;<>'+:?-]*");

    private final MessageMapping mapping;
    private final Dialect dialect;

    EdifactDialectWriter(MessageMapping mapping, Dialect dialect) {
        this.mapping = mapping;
        this.dialect = dialect;
    }

    @Override
    public String dialect() {
        return dialect.name();
    }

    @Override
    public String mediaType() {
        return "application/edifact";
    }

    @Override
    public byte[] write(Document document, OutboundEnvelope envelope) {
        var draft = new MessageDraft(dialect, envelope.zone(), envelope.reference());
        mapping.write(document, draft);
        EdifactWriter.Message message = new EdifactWriter(envelope, syntaxFor(draft, envelope))
                .message(dialect.messageType(), "D", dialect.directory().release(), "UN", dialect.association());
        draft.segments().forEach(segment -> message.segment(segment.tag(), segment.elements().toArray(Element[]::new)));
        return message.end().toBytes();
    }

    private static WritingSyntax syntaxFor(MessageDraft draft, OutboundEnvelope envelope) {
        var text = new StringBuilder(envelope.sender()).append(envelope.recipient()).append(envelope.reference());
        for (MessageDraft.Drafted segment : draft.segments()) {
            for (Element element : segment.elements()) {
                element.components().forEach(text::append);
            }
        }
        if (LEVEL_A.matcher(text).matches()) {
            return WritingSyntax.UNOA_2;
        }
        return StandardCharsets.ISO_8859_1.newEncoder().canEncode(text) ? WritingSyntax.UNOC_3 : WritingSyntax.UNOY_4;
    }

    /** One writer for each of the dialects of the mapping. */
    static List<DocumentWriter> of(MessageMapping mapping, Dialect... dialects) {
        return List.of(dialects).stream().<DocumentWriter>map(dialect -> new EdifactDialectWriter(mapping, dialect)).toList();
    }
}
