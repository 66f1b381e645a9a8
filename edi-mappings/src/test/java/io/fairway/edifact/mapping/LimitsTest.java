package io.fairway.edifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.ReadingProfile;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Severity;
import io.fairway.fixture.Fixtures;
import io.fairway.fixture.Voyages;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final int MANY_ITEMS = 20_000;

    @Test
    void refusesAMessageThatWouldHaveToBeKeptWholeAndIsTooLarge() {
        String sample = Fixtures.text("edifact/cusdec_d96b_import.edi");
        int from = sample.indexOf("CST+1");
        int to = sample.indexOf("UNS+S");
        String huge = sample.substring(0, from) + sample.substring(from, to).repeat(MANY_ITEMS) + sample.substring(to);

        Reading reading = Reading.of(huge.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(reading.codes()).contains("MESSAGE_TOO_LARGE");
        assertThat(reading.parts).isEmpty();
    }

    @Test
    void tellsTheFirstThousandFindingsOfAnInterchangeAndThatThereAreMore() {
        byte[] bytes = Voyages.cuscar(1500, 3);
        String broken = new String(bytes, StandardCharsets.ISO_8859_1).replace("NLRTM", "NLRT0");

        Reading reading = Reading.of(broken.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(reading.codes().stream().filter("UNLOCODE_FORM"::equals)).hasSize(1000);
        assertThat(reading.codes()).contains("FINDINGS_LIMITED");
    }

    @Test
    void letsNoProfileTurnALostValueIntoAWarning() {
        var lenient = new ReadingProfile(Reading.SHANGHAI, Optional.empty(),
                Map.of("BILL_NUMBER_FORM", Severity.WARNING, "VALUE_MISSING", Severity.WARNING));

        Reading refused = Reading.of(Fixtures.variant("edifact/cusdec_d96b_import.edi")
                .replacing("BM:HUBLRTM2600171", "BM:hublrtm2600171").bytes(), lenient);
        Reading missing = Reading.of(Fixtures.variant("edifact/cusdec_d96b_import.edi").replacing("NAD+DT", "NAD+AE").bytes(), lenient);

        assertThat(refused.findings).anyMatch(Finding::isError);
        assertThat(missing.findings).anyMatch(Finding::isError);
    }
}
