package io.fairway.json.mapping;

import com.fasterxml.jackson.core.JsonGenerator;
import io.fairway.document.Document;
import io.fairway.document.DocumentWriter;
import io.fairway.document.OutboundEnvelope;
import io.fairway.json.JsonOutput;
import java.io.IOException;

/** Writes any document in Fairway's own form; nothing it says is left out. */
public final class OwnFormWriter implements DocumentWriter {
    /** Name of the dialect. */
    public static final String DIALECT = "json";

    @Override
    public String dialect() {
        return DIALECT;
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public byte[] write(Document document, OutboundEnvelope envelope) {
        return JsonOutput.of(json -> {
            json.writeStartObject();
            json.writeStringField(OwnForm.MARK, OwnForm.VERSION);
            writeEnvelope(json, envelope);
            json.writeArrayFieldStart(OwnForm.DOCUMENTS);
            json.writeStartObject();
            String type = document.getClass().getSimpleName();
            json.writeStringField(RecordReading.TYPE, type);
            new RecordWriting(json).members(document, OwnForm.shapeOf(document));
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void writeEnvelope(JsonGenerator json, OutboundEnvelope envelope) throws IOException {
        json.writeObjectFieldStart(OwnForm.ENVELOPE);
        json.writeStringField("reference", envelope.reference());
        json.writeStringField("sender", envelope.sender());
        json.writeStringField("recipient", envelope.recipient());
        json.writeStringField("environment", OwnForm.word(envelope.environment()));
        json.writeStringField("preparedAt", envelope.preparedAt().toString());
        json.writeEndObject();
    }
}
