package io.fairway.xml.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.document.DangerousGoodsDeclaration;
import io.fairway.document.Document;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.Manifest;
import io.fairway.document.PersonList;
import io.fairway.document.ShipReport;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.fixture.Fixtures;
import io.fairway.json.mapping.GeneratedDocuments;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ship's report, persons on board and dangerous goods in our profile of the FAL data set. */
class FalProfileTest {

    @ParameterizedTest
    @ValueSource(classes = {ShipReport.class, PersonList.class, DangerousGoodsDeclaration.class})
    void aDocumentComesBackAsItWas(Class<? extends Document> kind) {
        var generated = new GeneratedDocuments(kind.hashCode());
        for (int i = 0; i < 200; i++) {
            Document document = generated.document(kind);
            byte[] bytes = RoundTripTest.writer("FAL-1").write(document, RoundTripTest.envelope(Environment.TEST));

            Reading reading = Reading.of(bytes);

            assertThat(reading.findings).as(new String(bytes, StandardCharsets.UTF_8)).isEmpty();
            assertThat(reading.parts).containsExactly(document);
            assertThat(reading.envelope.orElseThrow().environment()).isEqualTo(Environment.TEST);
        }
    }

    @Test
    void aCrewListNamesItsValuesInWordsOfTheWcoDataModel() {
        Reading reading = Reading.of(Fixtures.bytes("xml/FAL_crew_list.xml"));

        assertThat(reading.findings).isEmpty();
        var list = (PersonList) reading.parts.getFirst();
        assertThat(list.persons()).hasSize(2);
        assertThat(list.persons().getFirst().familyName()).isEqualTo("ZHANG");
        assertThat(reading.lineages.getFirst().origins()).anySatisfy(origin -> {
            assertThat(origin.path()).isEqualTo("persons[1].documents[0].number");
            assertThat(origin.place().segment()).isEqualTo("FALDeclaration/PersonList/Person[2]/IdentityDocument/ID");
        });
    }

    @Test
    void everyFaultIsToldWithItsElement() {
        Reading reading = Reading.of(Fixtures.bytes("xml/FAL_crew_list_faulty.xml"));

        assertThat(reading.parts).isEmpty();
        assertThat(reading.codes()).containsExactlyInAnyOrder("IMO_CHECK_DIGIT", "DATE_IMPOSSIBLE", "CODE_UNKNOWN", "VALUE_MISSING");
    }

    @Test
    void otherDocumentsHaveNoFormInTheProfile() {
        Manifest manifest = new DocumentSamples(1).manifest();

        assertThatThrownBy(() -> RoundTripTest.writer("FAL-1").write(manifest, RoundTripTest.envelope(Environment.LIVE)))
                .isInstanceOf(UnwritableDocumentException.class).hasMessageContaining("Manifest");
    }
}
