package io.fairway.edifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.CustomsResponse.ExaminationPlace;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.fixture.Fixtures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What decision is read out of a response whose codes are altered; the third message of the sample is a release. */
class DecisionReadingTest {
    private static final String CUSRES = "edifact/cusres_d96b_accept_exam_release.edi";

    @ParameterizedTest
    @CsvSource({"1, ACCEPTED", "2, NOT_ACCEPTED", "3, NOT_ACCEPTED", "5, EXAMINATION_ORDERED", "6, DOCUMENTS_REQUIRED", "7, HOLD_PLACED",
            "9, REGISTERED", "15, AMENDMENT_GRANTED", "16, AMENDMENT_DENIED", "25, DO_NOT_LOAD", "37, DOCUMENTS_SUFFICIENT"})
    void readsTheIndicatorWhenTheDocumentHasNoName(String indicator, Decision decision) {
        assertThat(decisions(altered("GIS+4", "GIS+" + indicator))).contains(decision).doesNotContain(Decision.RELEASED);
    }

    @Test
    void readsACancelledReleaseAsCancelled() {
        assertThat(decisions(altered("RS-0007-3+11", "RS-0007-3+1"))).contains(Decision.RELEASE_CANCELLED)
                .doesNotContain(Decision.RELEASED);
    }

    @ParameterizedTest
    @CsvSource({"RS-0007-3+11, RS-0007-3+27", "BGM+932, BGM+963", "BGM+932, BGM+932:::HOLD PLACED"})
    void refusesAReleaseInsideARejection(String value, String altered) {
        Reading reading = altered(value, altered);

        assertThat(reading.codes()).contains("DECISION_CONTRADICTS");
        assertThat(decisions(reading)).doesNotContain(Decision.RELEASED);
        assertThat(reading.messages.get(2)).isEqualTo(Verdict.CONTENT_ERRORS);
    }

    @Test
    void readsARejectionWithoutIndicatorAsOne() {
        Reading reading = altered("GIS+3", "TDT+3");

        assertThat(decisions(reading)).endsWith(Decision.NOT_ACCEPTED);
    }

    @Test
    void takesADecisionAboutNoDeclarationForOneAboutTheManifest() {
        Reading reading = Reading.of(Fixtures.variant(CUSRES).replacing("RFF+ABE", "RFF+AGO").replacing("RFF+ABT", "RFF+AGO")
                .replacing("GIS+4", "GIS+1").bytes());

        assertThat(decisions(reading)).contains(Decision.MANIFEST_ACCEPTED).doesNotContain(Decision.ACCEPTED);
    }

    @Test
    void readsThePlaceOfAnExaminationFromItsCodeOnly() {
        Reading coded = altered("FTX+CUS+++PHYSICAL", "FTX+CUS++PRT:ZZZ:ZZZ+PHYSICAL");

        assertThat(coded.part(1, CustomsResponse.class).place()).contains(ExaminationPlace.PORT);
        assertThat(Reading.of(Fixtures.bytes(CUSRES)).part(1, CustomsResponse.class).place()).isEmpty();
    }

    private static Reading altered(String value, String altered) {
        return Reading.of(Fixtures.variant(CUSRES).replacing(value, altered).bytes());
    }

    private static List<Decision> decisions(Reading reading) {
        return reading.parts.stream().map(part -> ((CustomsResponse) part).decision()).toList();
    }
}
