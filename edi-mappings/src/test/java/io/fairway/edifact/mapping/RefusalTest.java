package io.fairway.edifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.ContentReport;
import io.fairway.document.ContentReports;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.ReadingProfile;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Fix;
import io.fairway.document.finding.Severity;
import io.fairway.fixture.Fixtures;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with the content of the samples once one value of them is altered. */
class RefusalTest {
    private static final String CUSCAR = "cuscar_d95b_import_cargo_report.edi";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            CUSCAR + "|SGP+HUBU2000016|SGP+HUBU2000011|CONTAINER_CHECK_DIGIT|SGP|HUBU2000016",
            CUSCAR + "|SGP+HUBU2000016|SGP+HUBU 200001-6|CONTAINER_NUMBER_FORM|SGP|HUBU2000016",
            CUSCAR + "|SGP+HUBU2000016|SGP+HUBU3007777|CONTAINER_NOT_LISTED|SGP|",
            CUSCAR + "|EQD+CN+HUBU2000021|EQD+CN+HUBU2000016|CONTAINER_REPEATED|EQD|",
            CUSCAR + "|9745677|9745678|IMO_CHECK_DIGIT|TDT|9745677",
            CUSCAR + "|9745677|9745 677|IMO_NUMBER_FORM|TDT|9745677",
            CUSCAR + "|NLRTM:139|NLRT0:139|UNLOCODE_FORM|LOC|",
            CUSCAR + "|CNSHG:139|CN SHG:139|UNLOCODE_FORM|LOC|CNSHG",
            CUSCAR + "|84137099|8413.70.99|HS_CODE_FORM|CST|84137099",
            CUSCAR + "|202603041800|202603321800|DATE_IMPOSSIBLE|DTM|",
            CUSCAR + "|202603041800|202613041800|DATE_IMPOSSIBLE|DTM|202604131800",
            CUSCAR + "|202603041800:203|202603041800:205|DATE_FORMAT_UNKNOWN|DTM|203",
            CUSCAR + "|KGM:14650|LBR:14650|UNIT_UNKNOWN|MEA|",
            CUSCAR + "|+9'|+77'|CODE_UNKNOWN|BGM|",
            CUSCAR + "|CNT+10:2|CNT+10:3|COUNT_DIFFERS|CNT|2",
            CUSCAR + "|CNI+2+HUBLRTM2600172'RFF+BM:HUBLRTM2600172|CNI+2+HUBLRTM2600171'RFF+BM:HUBLRTM2600171|BILL_REPEATED|RFF|",
            CUSCAR + "|BM:HUBLRTM2600172|BM:hublrtm2600172|BILL_NUMBER_FORM|RFF|HUBLRTM2600172",
            CUSCAR + "|RFF+BM:HUBLRTM2600172|RFF+ZZZ:HUBLRTM2600172|VALUE_MISSING|CNI|",
            CUSCAR + "|NAD+CN+TO ORDER|NAD+N2+TO ORDER|VALUE_MISSING|RFF|",
            CUSCAR + "|BGM+85+CAR2603-017W|BGM+85+|VALUE_MISSING|BGM|",
            "cuscar_d16a_house_report.edi|RFF+MB|RFF+ZZZ|VALUE_MISSING|CNI|",
            "cusdec_d96b_import.edi|BGM+929|BGM+380|CODE_UNKNOWN|BGM|",
            "cusdec_d96b_import.edi|RFF+BM|RFF+ZZZ|VALUE_MISSING|BGM|",
            "cusdec_d96b_import.edi|NAD+DT|NAD+AE|VALUE_MISSING|BGM|",
            "cusdec_d96b_import.edi|ABE:DEC260304-0007|ABE:DEC 260304|LRN_FORM|RFF|DEC260304",
            "cusres_d96b_accept_exam_release.edi|GIS+5|GIS+26|DECISION_UNKNOWN|GIS|",
            "cusres_d96b_accept_exam_release.edi|BGM+962+RS-0007-2|BGM+962:::RELEASED+RS-0007-2|DECISION_CONTRADICTS|GIS|",
            "cusres_d96b_accept_exam_release.edi|ABE:DEC260304-0009|ZZZ:DEC260304-0009|VALUE_MISSING|BGM|",
            "cusres_d96b_accept_exam_release.edi|ABT:224820261000000017|ABT:2248|ENTRY_NUMBER_FORM|RFF|",
            "coreor_d00b_release_order.edi|BGM+129|BGM+12E|CODE_UNKNOWN|BGM|",
            "coreor_d00b_release_order.edi|RFF+BM|RFF+ZZZ|VALUE_MISSING|EQD|",
            "coreor_d00b_release_order.edi|CNT+16:1|CNT+16:2|COUNT_DIFFERS|CNT|1",
            "coreor_d00b_release_order.edi|EQD+CN+HUBU2000016|EQD+CN+HUBU2000011|CONTAINER_CHECK_DIGIT|EQD|HUBU2000016",
            "codeco_d95b_gate_in_out.edi|BGM+36|BGM+35|CODE_UNKNOWN|BGM|",
            "codeco_d95b_gate_in_out.edi|DTM+7:202603061014|DTM+7:202603062514|DATE_IMPOSSIBLE|DTM|",
            "codeco_d95b_gate_in_out.edi|CNT+16:1|CNT+16:4|COUNT_DIFFERS|CNT|1",
            "coarri_d95b_discharge_report.edi|BGM+44|BGM+34|CODE_UNKNOWN|BGM|",
            "aperak_d96b_business_reject.edi|RFF+ACW|RFF+ZZZ|VALUE_MISSING|BGM|"})
    void answersEveryFaultWithItsCodeItsPlaceAndAFixWhereOneCanBeDerived(String sample, String value, String altered, String code,
                                                                         String segment, String fix) {
        Reading reading = altered(sample, value, altered);

        Finding finding = reading.finding(code);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.place().segment()).isEqualTo(segment);
        assertThat(finding.place().offset()).isPositive();
        assertThat(finding.fix().map(Fix::value)).isEqualTo(Optional.ofNullable(fix));
        assertThat(finding.text().en()).isNotBlank();
        assertThat(finding.text().zh()).isNotBlank();
        assertThat(reading.messages).contains(Verdict.CONTENT_ERRORS);
        assertThat(reading.interchanges).containsExactly(Verdict.CONTENT_ERRORS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "CNT+8:420|CNT+8:421|PACKAGES_DIFFER", "CNT+7:12450|CNT+7:12451|WEIGHT_DIFFERS", "VON:017W|VON:018W|VOYAGE_DIFFERS",
            "SGP+HUBU2000021|SGP+HUBU2000016|CONTAINER_NOT_USED"})
    void warnsOfWhatDoesNotAddUpAndStillAccepts(String value, String altered, String code) {
        Reading reading = altered(CUSCAR, value, altered);

        assertThat(reading.finding(code).severity()).isEqualTo(Severity.WARNING);
        assertThat(reading.interchanges).containsExactly(Verdict.CLEAN);
        assertThat(reading.parts).hasSize(2);
    }

    @Test
    void collectsAllFaultsOfAMessageInOneAnswer() {
        byte[] bytes = Fixtures.variant("edifact/" + CUSCAR).replacing("9745677", "9745678").replacing("NLRTM:139", "NLRT0:139")
                .replacing("84137099", "8413").bytes();

        Reading reading = Reading.of(bytes);
        ContentReport report = ContentReports.from(reading.findings.stream().filter(Finding::isError).toList(), "AP1",
                Instant.parse("2026-03-02T01:15:00Z"), "CAR2603-017W", "HUB", "HUBLINE");

        assertThat(report.verdict()).isEqualTo(ContentReport.Verdict.NOT_ACCEPTED);
        assertThat(report.errors()).extracting(ContentReport.ContentError::code)
                .contains("IMO_CHECK_DIGIT", "UNLOCODE_FORM", "HS_CODE_FORM");
    }

    @Test
    void staysWholeWhenAnOptionalValueIsRefusedButSaysSo() {
        Reading reading = altered(CUSCAR, "84137099", "8413");

        assertThat(reading.parts).hasSize(2);
        assertThat(reading.interchanges).containsExactly(Verdict.CONTENT_ERRORS);
    }

    @Test
    void weighsFindingsAsTheProfileOfTheCounterpartSays() {
        var lenient = new ReadingProfile(Reading.SHANGHAI, Optional.empty(), Map.of("HS_CODE_FORM", Severity.WARNING));

        Reading reading = Reading.of(Fixtures.variant("edifact/" + CUSCAR).replacing("84137099", "8413").bytes(), lenient);

        assertThat(reading.finding("HS_CODE_FORM").severity()).isEqualTo(Severity.WARNING);
        assertThat(reading.interchanges).containsExactly(Verdict.CLEAN);
    }

    @Test
    void handsOverNoPartOfAMessageWhoseHeaderIsIncomplete() {
        assertThat(altered(CUSCAR, "TDT+20+017W", "TDT+20+").parts).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"container-check-digit.edi, CONTAINER_CHECK_DIGIT", "imo-check-digit.edi, IMO_CHECK_DIGIT",
            "impossible-date.edi, DATE_IMPOSSIBLE"})
    void answersTheBadSamplesByContent(String sample, String code) {
        Reading reading = Reading.of(Fixtures.bytes("bad/" + sample));

        assertThat(reading.codes()).contains(code);
        assertThat(reading.interchanges).containsExactly(Verdict.CONTENT_ERRORS);
    }

    @Test
    void leavesAMessageWithoutBeginningToTheSyntaxAnswer() {
        Reading reading = Reading.of(Fixtures.bytes("bad/missing-bgm.edi"));

        assertThat(reading.messages).containsExactly(Verdict.SYNTAX_ERRORS);
        assertThat(reading.parts).isEmpty();
    }

    /** Samples end their lines after each segment; an alteration over two segments is given without the line end. */
    private static Reading altered(String sample, String value, String altered) {
        String ending = Fixtures.text("edifact/" + sample).contains("'\r\n") ? "'\r\n" : "'\n";
        return Reading.of(Fixtures.variant("edifact/" + sample)
                .replacing(lines(value, ending), lines(altered, ending)).bytes());
    }

    private static String lines(String value, String ending) {
        return value.endsWith("'") ? value : value.replace("'", ending);
    }
}
