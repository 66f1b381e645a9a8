package io.fairway.edifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.ValueRule;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.CallSign;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.EntryNumber;
import io.fairway.document.id.HsCode;
import io.fairway.document.id.ImoNumber;
import io.fairway.document.id.LocalReferenceNumber;
import io.fairway.document.id.PartyCode;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.MmsiNumber;
import io.fairway.document.id.Sha256;
import io.fairway.document.id.ShipCode;
import io.fairway.document.id.ShipName;
import io.fairway.document.id.UnLocode;
import io.fairway.document.id.VoyageNumber;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContentRuleTest {

    @ParameterizedTest
    @MethodSource("identifiers")
    void knowsEveryCodeThatAnIdentifierRefusesUnder(Function<String, Object> identifier) {
        assertThatThrownBy(() -> identifier.apply("?")).asInstanceOf(type(RefusedValueException.class))
                .satisfies(refused -> assertThat(ValueRule.of(refused.code())).hasToString(refused.code()));
    }

    static Stream<Function<String, Object>> identifiers() {
        return Stream.of(BillNumber::new, ContainerNumber::new, EntryNumber::new, HsCode::new, ImoNumber::new, CallSign::new, MmsiNumber::new,
                text -> new ShipCode(text + " "), text -> new ShipName(text + " "),
                LocalReferenceNumber::new, PartyCode::new, Sha256::new, UnLocode::new, VoyageNumber::new);
    }

    @ParameterizedTest
    @EnumSource
    void speaksBothLanguagesAndLeavesNoPlaceholder(ContentRule rule) {
        Finding finding = rule.finding(Reading.PROFILE, Place.NOWHERE, "this", "that");

        assertThat(finding.text().en()).isNotBlank().doesNotContain("{");
        assertThat(finding.text().zh()).isNotBlank().doesNotContain("{");
        assertThat(finding.rule()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void saysWhichSideOfQualityItIsAboutAndHowItIsMended(ContentRule rule) {
        assertThat(rule.finding(Reading.PROFILE, Place.NOWHERE, "", "").quality()).isNotNull();
        assertThat(rule.mending()).isNotNull();
    }

    @Test
    void showsAtMostSeventyCharactersAndNoControls() {
        var refused = new RefusedValueException("BILL_NUMBER_FORM", "", "a bill");

        Finding finding = ContentRule.refused(Reading.PROFILE, Place.NOWHERE, "A\u0000B" + "X".repeat(100), refused);

        assertThat(finding.found()).hasSize(70).startsWith("A?B");
    }
}
