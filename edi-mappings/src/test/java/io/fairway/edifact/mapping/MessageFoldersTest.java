package io.fairway.edifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Fix;
import io.fairway.edifact.mapping.MessageFolder.Fault;
import io.fairway.fixture.Fixtures;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every message type to its fixture folder; see docs/new-partner-and-new-message.md. */
class MessageFoldersTest {
    /** Their samples and faults are told one by one in SampleReadingTest and RefusalTest. */
    private static final List<String> TOLD_ELSEWHERE = List.of("CUSCAR", "CUSDEC", "CUSRES", "COREOR", "CODECO", "COARRI", "APERAK");

    static Stream<MessageFolder> folders() {
        return EdifactDocuments.messageTypes().stream().filter(type -> !TOLD_ELSEWHERE.contains(type)).map(MessageFolder::new);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void readsTheSampleAndTellsWhatWasNotCarriedOver(MessageFolder folder) {
        Reading reading = Reading.of(Fixtures.bytes(folder.sample()));

        assertThat(reading.findings).noneMatch(Finding::isError);
        assertThat(reading.interchanges).containsExactly(Verdict.CLEAN);
        assertThat(MessageFolder.printed(reading.parts, reading.lineages)).isEqualTo(folder.expected());
    }

    @ParameterizedTest
    @MethodSource("folders")
    void findsEachFaultWithItsPlaceAndFix(MessageFolder folder) {
        assertThat(folder.faults()).isNotEmpty();
        for (Fault fault : folder.faults()) {
            Reading reading = Reading.of(Fixtures.variant(folder.sample()).replacing(fault.value(), fault.altered()).bytes());

            assertThat(reading.codes()).as(fault.toString()).contains(fault.code());
            Finding finding = reading.finding(fault.code());
            assertThat(finding.place().segment()).as(fault.toString()).isEqualTo(fault.segment());
            assertThat(finding.fix().map(Fix::value).orElse("")).as(fault.toString()).isEqualTo(fault.proposal());
        }
    }
}
