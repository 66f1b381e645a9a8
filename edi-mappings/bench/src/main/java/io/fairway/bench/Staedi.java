package io.fairway.bench;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** StAEDI, reading every event; with its control schema alone, or with a message schema of the same directory as well. */
final class Staedi implements Subject {
    private final EDIInputFactory factory = EDIInputFactory.newFactory();
    private final Map<String, Schema> schemas = new HashMap<>();
    private final Judging judging;

    /** What it checks. */
    enum Judging {
        ENVELOPE, MESSAGE
    }

    Staedi(Judging judging) {
        this.judging = judging;
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_CODE_VALUES, false);
    }

    @Override
    public String name() {
        return judging == Judging.MESSAGE ? "staedi-schema" : "staedi";
    }

    @Override
    public long read(InputStream input) throws IOException {
        long seen = 0;
        int errors = 0;
        String type = "";
        try (var reader = factory.createEDIStreamReader(input, "ISO-8859-1")) {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case ELEMENT_DATA -> {
                        seen += reader.getText().length();
                        type = judging == Judging.MESSAGE ? type(reader, type) : type;
                    }
                    case END_SEGMENT -> {
                        if (!type.isEmpty()) {
                            reader.setTransactionSchema(schema(type));
                            type = "";
                        }
                    }
                    case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR -> errors += isOfCodes(reader) ? 0 : 1;
                    default -> seen++;
                }
            }
        } catch (EDIStreamException unreadable) {
            throw new IllegalStateException("StAEDI cannot read the input", unreadable);
        }
        if (errors > 0) {
            throw new IllegalStateException("StAEDI found faults in a sound input: " + errors);
        }
        return seen;
    }

    private static boolean isOfCodes(EDIStreamReader reader) {
        return reader.getErrorType().name().equals("INVALID_CODE_VALUE");
    }

    private static String type(EDIStreamReader reader, String before) {
        var at = reader.getLocation();
        return "UNH".equals(at.getSegmentTag()) && at.getElementPosition() == 2 && at.getComponentPosition() == 1 ? reader.getText() : before;
    }

    private Schema schema(String type) {
        return schemas.computeIfAbsent(type, wanted -> {
            try (var schema = StaediSchema.of("d95b", wanted)) {
                return SchemaFactory.newFactory().createSchema(schema);
            } catch (IOException | EDISchemaException unusable) {
                throw new IllegalStateException("No schema for " + wanted, unusable);
            }
        });
    }
}
