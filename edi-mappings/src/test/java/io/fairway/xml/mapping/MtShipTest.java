package io.fairway.xml.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.ShipId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MtShipTest {

    @ParameterizedTest
    @CsvSource({"UN9745677, 9745677", "VRAB5, callsign:VRAB5", "477123456, mmsi:477123456", "CN20260012, code:CN20260012",
            "HUB PIONEER, name:HUB PIONEER"})
    void namesAShipSoThatItIsReadAgain(String value, String ship) {
        assertThat(MtShip.of(value)).hasToString(ship);
        assertThat(MtShip.written("voyage.ship", ShipId.of(ship))).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UN9745671", "9745671", "UN974567", "UNKNOWN"})
    void refusesWhatShouldBeAnImoNumber(String value) {
        assertThatThrownBy(() -> MtShip.of(value)).isInstanceOf(RefusedValueException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code:VRAB5", "name:PIONEER", "name:HUBPIONEER", "code:UN12", "code:9745671", "callsign:UNAB5"})
    void refusesToWriteWhatWouldBeTakenForSomethingElse(String ship) {
        assertThatThrownBy(() -> MtShip.written("voyage.ship", ShipId.of(ship))).isInstanceOf(UnwritableDocumentException.class)
                .hasMessageContaining(ship);
    }
}
