package io.fairway.bench;

import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import io.fairway.edifact.EdifactReader;
import io.fairway.edifact.InterchangeHandler;
import io.fairway.edifact.InterchangeHead;
import io.fairway.edifact.SegmentHandler;
import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What Fairway and what StAEDI have against the same interchange, code lists left aside: they are agreed between partners. */
final class Judges {
    private static final EdifactReader READER = new EdifactReader();
    private static final EDIInputFactory FACTORY = EDIInputFactory.newFactory();

    private final Map<String, Schema> schemas = new HashMap<>();

    static {
        FACTORY.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_CODE_VALUES, false);
    }

    static byte[] bytes(List<String> segments) {
        return (String.join("'\r\n", segments) + "'\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Findings of Fairway that are errors, and unknown segments. */
    List<Finding> fairway(byte[] interchange) {
        var findings = new ArrayList<Finding>();
        try {
            READER.read(new ByteArrayInputStream(interchange), FairwayValidated.PROFILE, new InterchangeHandler() {
                @Override
                public void interchangeStarted(InterchangeHead head) {
                    // the findings are enough
                }

                @Override
                public Optional<SegmentHandler> messageStarted(MessageHead message) {
                    return Optional.of(SegmentHandler.NONE);
                }

                @Override
                public void finding(Finding finding) {
                    if (finding.isError() || finding.code().startsWith("SEGMENT_")) {
                        findings.add(finding);
                    }
                }

                @Override
                public void messageEnded(MessageHead message, int segments, Verdict verdict) {
                    // the findings are enough
                }

                @Override
                public void interchangeEnded(InterchangeHead head, Verdict verdict, SyntaxReport report) {
                    // the findings are enough
                }
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return findings;
    }

    /** What StAEDI says, one string for each error. */
    List<String> staedi(byte[] interchange) {
        var errors = new ArrayList<String>();
        var type = "";
        var release = "";
        try (var reader = FACTORY.createEDIStreamReader(new ByteArrayInputStream(interchange), "ISO-8859-1")) {
            while (reader.hasNext()) {
                var event = reader.next();
                var at = reader.getLocation();
                if (event == EDIStreamEvent.ELEMENT_DATA && "UNH".equals(at.getSegmentTag()) && at.getElementPosition() == 2) {
                    type = at.getComponentPosition() == 1 ? reader.getText() : type;
                    release = at.getComponentPosition() == 3 ? reader.getText() : release;
                } else if (event == EDIStreamEvent.END_SEGMENT && !release.isEmpty()) {
                    reader.setTransactionSchema(schema("d" + release.toLowerCase(Locale.ROOT), type));
                    release = "";
                } else if (event.isError() && !reader.getErrorType().name().equals("INVALID_CODE_VALUE")) {
                    errors.add(reader.getErrorType() + " at " + at);
                }
            }
        } catch (EDIStreamException | IOException unreadable) {
            errors.add("UNREADABLE " + unreadable.getMessage());
        }
        return errors;
    }

    private Schema schema(String directory, String type) {
        return schemas.computeIfAbsent(directory + type, wanted -> {
            try (var schema = StaediSchema.of(directory, type)) {
                return SchemaFactory.newFactory().createSchema(schema);
            } catch (IOException | EDISchemaException unusable) {
                throw new IllegalStateException("No schema for " + wanted, unusable);
            }
        });
    }
}
