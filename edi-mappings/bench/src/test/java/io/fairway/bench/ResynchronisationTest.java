package io.fairway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.fixture.Fixtures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One segment that is left out is one finding of the structure, where it should have stood. Whether something is missing at all (a
 * segment may be optional, and what stood under it may belong to the one before) is judged by StAEDI.
 */
class ResynchronisationTest {
    /** What stood under a missing segment may stand at the place before it as well; the fault shows with the first that may not. */
    private static final int MOST_TAKEN_ELSEWHERE = 4;

    private final Judges judges = new Judges();

    @ParameterizedTest
    @ValueSource(strings = {"cuscar_d95b_import_cargo_report", "codeco_d95b_gate_in_out", "coarri_d95b_discharge_report", "coreor_d00b_release_order",
        "iftmcs_d99b_bill_of_lading", "baplie_d95b_bayplan", "cusdec_d96b_import", "cusres_d96b_accept_exam_release"})
    void findsOneFaultWhereverASegmentOfASampleIsLeftOut(String sample) {
        leaveOutEach(Fixtures.text("edifact/" + sample + ".edi").strip().lines().map(line -> line.substring(0, line.length() - 1)).toList());
    }

    @ParameterizedTest
    @CsvSource({"95B, CUSCAR, 1", "95B, CUSCAR, 2", "95B, CODECO, 1", "95B, COARRI, 1", "00B, COREOR, 1", "99B, IFTMCS, 1", "16A, VERMAS, 1"})
    void findsOneFaultWhereverASegmentOfAGeneratedMessageIsLeftOut(String release, String type, long seed) {
        leaveOutEach(new RandomMessages(release, seed).interchange(type));
    }

    private void leaveOutEach(List<String> segments) {
        int header = 0;
        for (int left = 0; left < segments.size(); left++) {
            var tag = segments.get(left).substring(0, 3);
            header = tag.equals("UNH") ? left : header;
            if (header == 0 || tag.startsWith("UN")) {
                continue;
            }
            var rest = new ArrayList<>(segments);
            rest.remove(left);
            var bytes = Judges.bytes(rest);
            var structural = judges.fairway(bytes).stream().filter(finding -> finding.code().matches("(SEGMENT|GROUP)_.*|MESSAGE_EMPTY")).toList();
            if (judges.staedi(bytes).stream().noneMatch(error -> error.contains("SEGMENT"))) {
                assertThat(structural).as("without %s", segments.get(left)).isEmpty();
            } else {
                assertThat(structural).as("without %s", segments.get(left)).hasSize(1);
                assertThat(structural.getFirst().place().segmentPosition()).as("without %s", segments.get(left))
                        .isBetween(left - header + 1, left - header + 1 + MOST_TAKEN_ELSEWHERE);
            }
        }
    }
}
