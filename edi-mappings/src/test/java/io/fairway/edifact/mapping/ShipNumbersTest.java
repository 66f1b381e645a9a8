package io.fairway.edifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.Manifest;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Fix;
import io.fairway.fixture.Fixtures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cargo report says of its ship in C222 (number, code list, agency, name), and what the ship is then known by. */
class ShipNumbersTest {
    private static final String SAMPLE = "voyage/01-manifest.edi";
    private static final String SAID = "9745677:146:11:HUB PIONEER";

    @ParameterizedTest
    @CsvSource({"VRAB5:103::HUB PIONEER, callsign:VRAB5", "VRAB5:103:ZZZ:HUB PIONEER, callsign:VRAB5", "9745677::11:HUB PIONEER, 9745677",
            "9745677:::HUB PIONEER, 9745677", "9745677:ZZZ:ZZZ:HUB PIONEER, 9745677", "9745677::54:HUB PIONEER, 9745677",
            "477123456:ZZZ:ZZZ:HUB PIONEER, mmsi:477123456", "HUBP1:ZZZ:ZZZ:HUB PIONEER, code:HUBP1", "HUBP1:172:20:HUB PIONEER, code:HUBP1",
            "HUBP1, code:HUBP1", "02312345:ZZZ:ZZZ:HUB BARGE, code:02312345", ":::HUB  PIONEER, name:HUB PIONEER",
            ":146:11:HUB PIONEER, name:HUB PIONEER", ":103::HUB PIONEER:PA, name:HUB PIONEER"})
    void aShipIsKnownByWhatTheSenderSays(String said, String ship) {
        Reading reading = reading(said);

        assertThat(reading.findings).isEmpty();
        assertThat(reading.parts).isNotEmpty().allSatisfy(part -> assertThat(((Manifest) part).voyage().ship()).hasToString(ship));
    }

    @ParameterizedTest
    @CsvSource({"9745677:103::HUB PIONEER, 9745677, 146", "VRAB5:146:11:HUB PIONEER, callsign:VRAB5, 103",
            "VRAB5:146::HUB PIONEER, callsign:VRAB5, 103", "477123456:103::HUB PIONEER, mmsi:477123456, ZZZ",
            "HUB:103::HUB PIONEER, callsign:HUB, ''", "H-1:103::HUB PIONEER, code:H-1, ZZZ"})
    void anotherRegisterThanSaidIsTakenAndTold(String said, String ship, String list) {
        Reading reading = reading(said);

        assertThat(reading.interchanges).containsExactly(Verdict.CLEAN);
        assertThat(((Manifest) reading.parts.getFirst()).voyage().ship()).hasToString(ship);
        if (!list.isEmpty()) {
            Finding finding = reading.finding("SHIP_REGISTER_DIFFERS");
            assertThat(finding.isError()).isFalse();
            assertThat(finding.place().component()).isEqualTo(2);
            assertThat(finding.fix()).map(Fix::value).contains(list);
        }
    }

    @ParameterizedTest
    @CsvSource({"9745671:146:11:HUB PIONEER, IMO_CHECK_DIGIT, 9745677", "974567:146:11:HUB PIONEER, IMO_NUMBER_FORM, ''",
            "97456T7:146:11:HUB PIONEER, IMO_NUMBER_FORM, ''", "97456I1:146:11:HUB PIONEER, IMO_NUMBER_FORM, ''",
            "974567O:146:11:HUB PIONEER, IMO_NUMBER_FORM, ''", "9745671:::HUB PIONEER, IMO_CHECK_DIGIT, 9745677"})
    void whatShouldBeAnImoNumberAndIsNotIsAnError(String said, String code, String fix) {
        Reading reading = reading(said);

        assertThat(reading.codes()).containsExactly(code);
        assertThat(reading.interchanges).containsExactly(Verdict.CONTENT_ERRORS);
        assertThat(reading.finding(code).fix().map(Fix::value).orElse("")).isEqualTo(fix);
    }

    @ParameterizedTest
    @CsvSource({"''", ":146:11", ":103"})
    void aShipWithoutNumberAndNameIsMissing(String said) {
        Reading reading = reading(said);

        assertThat(reading.finding("VALUE_MISSING").expected()).isEqualTo("voyage.ship (TDT+20)");
    }

    private static Reading reading(String said) {
        return Reading.of(Fixtures.variant(SAMPLE).replacing(SAID, said).bytes());
    }
}
