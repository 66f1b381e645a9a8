package io.fairway.edifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.BayPlan;
import io.fairway.document.ContainerMovementReport;
import io.fairway.document.PersonList;
import io.fairway.document.PortCallDocument;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.StatusReport;
import io.fairway.document.finding.Certainty;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Fix;
import io.fairway.fixture.Fixtures;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as they are written in practice become documents; what is odd in each is told in the README of their folder. */
class PracticeTest {
    private static final String FOLDER = "edifact/practice/";

    @ParameterizedTest
    @ValueSource(strings = {"announcement-two-boxes-without-number", "bay-plan-new-without-totals", "bay-plan-without-line-ends",
            "bill-call-sign-to-order", "booking-confirmation", "content-answer",
            "dangerous-goods-to-be-loaded", "declaration-call-sign", "gate-in-iso-sizes-of-old", "gate-in-operator-with-each-box",
            "gate-in-without-number", "gate-in-without-version", "loading-report-call-sign", "manifest-call-sign-and-flag",
            "manifest-decimal-comma-agency-only", "manifest-ship-by-name", "persons-in-a-group-short-dates",
            "persons-syntax-4-repeated-by-plus", "persons-wrapped-in-tags", "pre-advice-truck-only", "status-call-sign",
            "status-date-of-another-format", "stowage-of-old", "syntax-answer", "syntax-answer-of-a-group", "verified-mass"})
    void becomesADocument(String file) {
        Reading reading = read(file);

        assertThat(reading.findings).noneMatch(Finding::isError);
        assertThat(reading.interchanges).containsExactly(Verdict.CLEAN);
        assertThat(reading.parts).isNotEmpty();
    }

    @Test
    void theOperatorIsThatOfTheContainersWhereTheHeaderNamesNone() {
        assertThat(read("gate-in-operator-with-each-box").parts).isNotEmpty()
                .allSatisfy(part -> assertThat(((ContainerMovementReport) part).operator()).isEqualTo("HUBL"));
    }

    @Test
    void shortDatesOfBirthAreOfTheLastCenturyWhereTheyWouldBeToCome() {
        var list = (PersonList) read("persons-in-a-group-short-dates").parts.getFirst();

        assertThat(list.reference()).isEqualTo("101W");
        assertThat(list.persons()).singleElement().satisfies(person -> assertThat(person.bornOn()).contains(LocalDate.of(1976, 2, 3)));
    }

    @Test
    void aBayPlanKnowsItsShipByCallSignOrImoNumber() {
        assertThat(ship("bay-plan-without-line-ends")).isEqualTo("callsign:VRAB5");
        assertThat(ship("bay-plan-new-without-totals")).isEqualTo("9745677");
        assertThat(((BayPlan) read("bay-plan-new-without-totals").parts.getFirst()).containers()).hasSize(1);
    }

    @Test
    void linesWrappedInTagsCodesAndNumbersAreTheSameMessage() {
        Reading reading = read("persons-wrapped-in-tags");

        assertThat(reading.codes()).containsOnly("TEXT_OUTSIDE_INTERCHANGE", "LINE_BREAK_IN_SEGMENT");
        assertThat(((PersonList) reading.parts.getFirst()).persons()).extracting(person -> person.bornOn().orElseThrow())
                .containsExactly(LocalDate.of(1976, 2, 3), LocalDate.of(1971, 5, 14));
    }

    @Test
    void aFirstDocumentWithoutNumberIsKnownByTheReferencesOfItsEnvelopeAndSaysSo() {
        Reading reading = read("gate-in-without-number");

        assertThat(((ContainerMovementReport) reading.parts.getFirst()).reference()).isEqualTo("2031-1");
        assertThat(reading.finding("REFERENCE_ASSUMED").isError()).isFalse();
        assertThat(((ContainerMovementReport) reading.parts.getFirst()).voyage().orElseThrow().ship().text()).isEqualTo("callsign:9V8584");
    }

    @Test
    void aDateInAnotherFormatThanItSaysIsReadAsWhatItIs() {
        Reading reading = read("status-date-of-another-format");

        assertThat(reading.finding("DATE_FORMAT_DIFFERS").fix()).contains(new Fix("102", Certainty.LIKELY));
        assertThat(((StatusReport) reading.parts.getFirst()).issuedAt()).isEqualTo(Instant.parse("2021-01-03T16:00:00Z"));
    }

    @Test
    void aCodeThatALaterDirectoryHasIsNoSlip() {
        assertThat(read("gate-in-without-number").findings).filteredOn(finding -> finding.code().equals("CODE_NOT_IN_LIST"))
                .allSatisfy(finding -> assertThat(finding.text().en()).contains("(D.21B has it)"))
                .allSatisfy(finding -> assertThat(finding.fix()).isEmpty());
    }

    private static String ship(String file) {
        return ((PortCallDocument) read(file).parts.getFirst()).voyage().ship().text();
    }

    private static Reading read(String file) {
        return Reading.of(Fixtures.bytes(FOLDER + file + ".edi"));
    }
}
