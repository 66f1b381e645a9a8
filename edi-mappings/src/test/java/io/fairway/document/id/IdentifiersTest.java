package io.fairway.document.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    private static final Map<String, Function<String, Object>> KINDS = Map.ofEntries(Map.entry("IMO", ImoNumber::new),
            Map.entry("SHIP", ShipId::of), Map.entry("LOCODE", UnLocode::new), Map.entry("HS", HsCode::new), Map.entry("BILL", BillNumber::new),
            Map.entry("LRN", LocalReferenceNumber::new), Map.entry("ENTRY", EntryNumber::new), Map.entry("VOYAGE", VoyageNumber::new),
            Map.entry("PARTY", PartyCode::new), Map.entry("SHA", Sha256::new));

    @ParameterizedTest
    @CsvSource({"IMO, 9745677", "IMO, 9074729", "SHIP, 9745677", "SHIP, callsign:VRAB5", "SHIP, callsign:9V2345B", "SHIP, mmsi:477123456",
            "SHIP, code:CN20260012", "SHIP, name:HUB PIONEER", "LOCODE, CNSHG", "LOCODE, NLRTM", "LOCODE, US2CI", "HS, 841370", "HS, 84137099",
            "HS, 8413709910", "BILL, HUBLRTM2600171", "BILL, A/B-1", "LRN, DEC260304-0007", "LRN, lrn_1.2", "ENTRY, 224820261000000017",
            "ENTRY, 26GB1234567890ABC5", "VOYAGE, 017W", "PARTY, 3122480007", "PARTY, HUB+FWD"})
    void acceptsWhatTheStandardAllows(String kind, String value) {
        assertThat(KINDS.get(kind).apply(value)).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource({"IMO, 974567, IMO_NUMBER_FORM", "SHIP, 9745678, IMO_CHECK_DIGIT", "SHIP, plate:HUB1, CODE_UNKNOWN", "SHIP, callsign:12, CALL_SIGN_FORM",
            "SHIP, mmsi:177123456, MMSI_FORM", "SHIP, code:9745677, SHIP_CODE_FORM", "SHIP, code:A B, SHIP_CODE_FORM", "SHIP, name:, SHIP_NAME_FORM",
            "IMO, 9745678, IMO_CHECK_DIGIT", "LOCODE, CNSH, UNLOCODE_FORM",
            "LOCODE, CNSH0, UNLOCODE_FORM", "LOCODE, C1SHG, UNLOCODE_FORM", "HS, 84137, HS_CODE_FORM", "HS, 841370999, HS_CODE_FORM",
            "BILL, -ABC, BILL_NUMBER_FORM", "LRN, /A, LRN_FORM", "ENTRY, 12345, ENTRY_NUMBER_FORM", "VOYAGE, *, VOYAGE_NUMBER_FORM",
            "PARTY, *, PARTY_CODE_FORM", "SHA, 00, SHA256_FORM"})
    void refusesTheRestUnderAStableCode(String kind, String value, String code) {
        assertThatThrownBy(() -> KINDS.get(kind).apply(value)).asInstanceOf(type(RefusedValueException.class)).satisfies(refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.expected()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({"IMO, 9745678, 9745677", "IMO, IMO9745677, 9745677", "SHIP, callsign:vrab-5, VRAB5", "SHIP, mmsi:477I23456, 477123456",
            "SHIP, name:Hub  Pioneer, HUB PIONEER", "IMO, IMO 97456 77, 9745677", "LOCODE, cn shg, CNSHG",
            "HS, 8413.70.99, 84137099", "HS, 84I370, 841370", "BILL, hublrtm2600171, HUBLRTM2600171", "VOYAGE, 017 w, 017W",
            "LRN, DEC 260304, DEC260304", "ENTRY, 2248 2026 1000000017, 224820261000000017"})
    void proposesWhatWasMostLikelyMeant(String kind, String value, String proposal) {
        assertThatThrownBy(() -> KINDS.get(kind).apply(value)).asInstanceOf(type(RefusedValueException.class))
                .satisfies(refused -> assertThat(refused.proposal()).contains(proposal));
    }

    @Test
    void proposesTheLowerCaseOfADigestInCapitals() {
        String capitals = "AB".repeat(32);

        assertThatThrownBy(() -> new Sha256(capitals)).asInstanceOf(type(RefusedValueException.class))
                .satisfies(refused -> assertThat(refused.proposal()).contains("ab".repeat(32)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BILL", "LRN", "PARTY"})
    void keepsToThirtyFiveCharacters(String kind) {
        Function<String, Object> make = KINDS.get(kind);

        assertThat(make.apply("A".repeat(35))).isNotNull();
        assertThatThrownBy(() -> make.apply("A".repeat(36))).isInstanceOf(RefusedValueException.class);
    }

    @Test
    void keepsVoyageNumbersToSeventeenCharacters() {
        assertThat(new VoyageNumber("1".repeat(17))).hasToString("1".repeat(17));
        assertThatThrownBy(() -> new VoyageNumber("1".repeat(18))).isInstanceOf(RefusedValueException.class);
    }
}
