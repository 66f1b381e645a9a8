package io.fairway.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.clearance.ClearanceEvent;
import io.fairway.document.Document;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredJsonTest {

    static Stream<Document> everyKindOfDocument() {
        return RecordSamples.everyKindOf(Document.class);
    }

    static Stream<ClearanceEvent> everyKindOfEvent() {
        return RecordSamples.everyKindOf(ClearanceEvent.class);
    }

    @ParameterizedTest
    @MethodSource("everyKindOfDocument")
    void readsBackADocumentAsItWasWritten(Document document) {
        String json = StoredJson.write(document, Document.class);

        assertThat(StoredJson.read(json, Document.class)).isEqualTo(document);
        assertThat(json).contains("\"@type\":\"" + document.getClass().getSimpleName() + "\"");
    }

    @ParameterizedTest
    @MethodSource("everyKindOfEvent")
    void readsBackAnEventAsItWasWritten(ClearanceEvent event) {
        assertThat(StoredJson.read(StoredJson.write(event, ClearanceEvent.class), ClearanceEvent.class)).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("everyKindOfDocument")
    void compressesAndReadsBack(Document document) {
        assertThat(StoredJson.decompress(StoredJson.compress(document, Document.class), Document.class)).isEqualTo(document);
    }
}
