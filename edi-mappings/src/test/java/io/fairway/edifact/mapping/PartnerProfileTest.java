package io.fairway.edifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.ReadingProfile;
import io.fairway.document.finding.Severity;
import io.fairway.fixture.Fixtures;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a partner sends is weighed as its profile says, without a line of code. */
class PartnerProfileTest {

    private static Reading read(String fixture, Map<String, Severity> severities) {
        return Reading.of(Fixtures.bytes(fixture), new ReadingProfile(Reading.SHANGHAI, Optional.empty(), severities));
    }

    @Test
    void takesCountsAsErrorsAndCodesAsWarningsByDefault() {
        var counts = read("bad/wrong-unt-count.edi", Map.of());

        assertThat(counts.finding("UNT_COUNT").severity()).isEqualTo(Severity.ERROR);
        assertThat(counts.messages).containsExactly(Verdict.SYNTAX_ERRORS);
    }

    @Test
    void loosensARuleForOnePartner() {
        var counts = read("bad/wrong-unt-count.edi", Map.of("UNT_COUNT", Severity.WARNING));

        assertThat(counts.finding("UNT_COUNT").severity()).isEqualTo(Severity.WARNING);
        assertThat(counts.messages).containsExactly(Verdict.CLEAN);
        assertThat(counts.parts).isNotEmpty();
    }

    @Test
    void tightensARuleForOnePartner() {
        assertThat(read("bad/unknown-segment.edi", Map.of()).messages).containsExactly(Verdict.CLEAN);
        assertThat(read("bad/unknown-segment.edi", Map.of("SEGMENT_UNKNOWN", Severity.ERROR)).messages).containsExactly(Verdict.SYNTAX_ERRORS);
    }

    @Test
    void weighsARuleForOneSegmentBeforeTheRuleForAll() {
        var loosened = Map.of("SEGMENT_UNKNOWN", Severity.ERROR, "SEGMENT_UNKNOWN@QQQ", Severity.WARNING);
        var other = Map.of("SEGMENT_UNKNOWN", Severity.ERROR, "SEGMENT_UNKNOWN@XYZ", Severity.WARNING);

        assertThat(read("bad/unknown-segment.edi", loosened).messages).containsExactly(Verdict.CLEAN);
        assertThat(read("bad/unknown-segment.edi", other).messages).containsExactly(Verdict.SYNTAX_ERRORS);
    }
}
