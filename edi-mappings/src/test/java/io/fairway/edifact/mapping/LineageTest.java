package io.fairway.edifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.Lineage;
import io.fairway.document.Lineage.Origin;
import io.fairway.document.Lineage.Unused;
import io.fairway.document.finding.Place;
import io.fairway.fixture.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "reference|BGM|2|CAR2603-017W", "voyage.ship|TDT|8|9745677", "voyage.shipName|TDT|8|HUB PIONEER",
            "consignments[0].bill|RFF|1|HUBLRTM2600171", "consignments[0].consignor.name|NAD|4|NOORDZEE PUMPS BV",
            "consignments[0].consignee.street|NAD|5|CENTURY AVENUE 88", "consignments[0].grossKilograms|CNT|1|12450",
            "consignments[0].goods[0].marks[1]|PCI|2|PO 4711", "consignments[0].containers[0].seals[1].number|SEL|1|NL004417",
            "consignments[0].containers[0].packages|SGP|2|420", "consignments[0].containers[0].tareKilograms|MEA|3|2200"})
    void knowsWhereEveryValueOfAManifestCameFrom(String path, String segment, int element, String value) {
        byte[] bytes = Fixtures.bytes("edifact/cuscar_d95b_import_cargo_report.edi");

        Lineage lineage = Reading.of(bytes).lineages.getFirst();

        Place place = lineage.origins().stream().filter(origin -> origin.path().equals(path)).map(Origin::place).findFirst().orElseThrow();
        assertThat(place.segment()).isEqualTo(segment);
        assertThat(place.element()).isEqualTo(element);
        assertThat(new String(bytes, (int) place.offset(), value.length(), StandardCharsets.ISO_8859_1)).isEqualTo(value);
    }

    @Test
    void tellsWhatOfADeclarationWasNotCarriedOver() {
        Lineage lineage = Reading.of(Fixtures.bytes("edifact/cusdec_d96b_import.edi")).lineages.getFirst();

        assertThat(lineage.unused()).extracting(Unused::value).contains("26170.56", "SIGREF-9A7C", "PO 4711")
                .doesNotContain("DEC260304-0007", "EUR", "137");
    }

    @Test
    void tellsEachLossOnceAlthoughPartsShareTheMessage() {
        List<Lineage> lineages = Reading.of(Fixtures.bytes("edifact/coarri_d95b_discharge_report.edi")).lineages;

        List<Place> places = lineages.stream().flatMap(lineage -> lineage.unused().stream()).map(Unused::place).toList();
        assertThat(places).isNotEmpty().doesNotHaveDuplicates();
        assertThat(lineages.getLast().unused()).extracting(Unused::value).contains("DH", "RE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cuscar_d95b_import_cargo_report.edi", "cuscar_d16a_house_report.edi", "cusdec_d96b_import.edi",
            "cusres_d96b_accept_exam_release.edi", "coreor_d00b_release_order.edi", "codeco_d95b_gate_in_out.edi",
            "aperak_d96b_business_reject.edi"})
    void namesEachMemberOfADocumentOnce(String sample) {
        Reading reading = Reading.of(Fixtures.bytes("edifact/" + sample));

        assertThat(reading.lineages).allSatisfy(lineage -> {
            assertThat(lineage.origins()).extracting(Origin::path).doesNotContain("").doesNotHaveDuplicates();
            assertThat(lineage.origins()).extracting(Origin::place).doesNotContain(Place.NOWHERE);
        });
    }
}
