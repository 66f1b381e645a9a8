package io.fairway.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.clearance.ClearanceRules;
import io.fairway.clearance.ClearanceRules.PortExamination;
import io.fairway.clearance.ClearanceRules.PreLodging;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A port's rules in words. */
class NamedRulesTest {

    @Test
    void changesTheRulesThatAreNamedAndNoOthers() {
        assertThat(NamedRules.over(ClearanceRules.STANDARD, "")).isEqualTo(ClearanceRules.STANDARD);
        assertThat(NamedRules.over(ClearanceRules.STANDARD, "manifest-lead=PT48H, port-examination=needs-result"))
                .isEqualTo(new ClearanceRules(PreLodging.WAITS_FOR_MANIFEST, PortExamination.NEEDS_RESULT, Duration.ofHours(48)));
        assertThat(NamedRules.over(ClearanceRules.STANDARD, "pre-lodging=goes-to-customs").preLodging()).isEqualTo(PreLodging.GOES_TO_CUSTOMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead=PT48H", "pre-lodging", "pre-lodging=sometimes", "port-examination="})
    void refusesWordsThatMeanNoRule(String words) {
        assertThatThrownBy(() -> NamedRules.over(ClearanceRules.STANDARD, words)).isInstanceOf(IllegalArgumentException.class);
    }
}
