package io.fairway.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.clearance.ClearanceEvent;
import io.fairway.document.Document;
import io.fairway.document.Voyage;
import io.fairway.document.id.ShipId;
import io.fairway.document.id.VoyageNumber;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    @Test
    void storesWhatAShipIsKnownByAsOneString() {
        var voyages = Stream.of("9074729", "callsign:VRAB5", "mmsi:477123456", "code:CN20260012", "name:HUB PIONEER")
                .map(ship -> new Voyage(ShipId.of(ship), "HUB PIONEER", new VoyageNumber("017W"), "HUBL"));

        assertThat(voyages).allSatisfy(voyage -> {
            String json = StoredJson.write(voyage, Voyage.class);

            assertThat(json).contains("\"ship\":\"" + voyage.ship().text() + "\"");
            assertThat(StoredJson.read(json, Voyage.class)).isEqualTo(voyage);
        });
    }
}
