package io.fairway.hub;

import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Fixtures;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.web.HttpCaller;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty LINE = HUB.party("HUBLINE");
    private static final String REJECTED = "rejected";

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", value = {
            "truncated.edi,                  INPUT_TRUNCATED,       13, FTX, 26, -,           CONTRL, HUBLBAD2600001",
            "wrong-unt-count.edi,            UNT_COUNT,             29, UNT, 29, 29,          CONTRL, HUBLBAD2600002",
            "wrong-unt-reference.edi,        UNT_REFERENCE,         28, UNT, 29, 1,           CONTRL, HUBLBAD2600003",
            "wrong-unz-count.edi,            UNZ_COUNT,             29, UNZ, 0,  1,           CONTRL, HUBLBAD2600004",
            "wrong-unz-reference.edi,        UNZ_REFERENCE,         28, UNZ, 0,  BX0005,      CONTRL, HUBLBAD2600005",
            "unknown-message-type.edi,       MESSAGE_TYPE_UNKNOWN,  14, UNH, 1,  -,           CONTRL, HUBLBAD2600006",
            "unknown-release.edi,            DIRECTORY_UNKNOWN,     14, UNH, 1,  -,           CONTRL, HUBLBAD2600007",
            "container-check-digit.edi,      CONTAINER_CHECK_DIGIT, 0,  EQD, 12, HUBU2000016, APERAK, HUBLBAD2600011",
            "impossible-date.edi,            DATE_IMPOSSIBLE,       0,  DTM, 10, -,           APERAK, HUBLBAD2600012",
            "wrong-sender.edi,               SENDER_NOT_CALLER,     23, UNB, 0,  -,           CONTRL, HUBLBAD2600013",
            "missing-unz.edi,                -,                     13, -,   0,  'UNZ+1+BX0015''', CONTRL, HUBLBAD2600015",
            "missing-bgm.edi,                SEGMENT_MISSING,       13, BGM, 2,  'BGM+<document message name coded>''', CONTRL, HUBLBAD2600016",
            "character-outside-charset.edi,  CHARACTER_INVALID,     21, NAD, 23, -,           CONTRL, HUBLBAD2600017",
            "unknown-charset.edi,            SYNTAX_UNSUPPORTED,    2,  UNB, 0,  -,           CONTRL, HUBLBAD2600018",
            "element-too-long.edi,           VALUE_TOO_LONG,        39, RFF, 17, -,           CONTRL, HUBLBAD2600019",
            "no-messages.edi,                -,                     0,  -,   0,  -,           CONTRL, HUBLBAD2600020",
            "imo-check-digit.edi,            IMO_CHECK_DIGIT,       0,  TDT, 6,  9745677,     APERAK, HUBLBAD2600021",
            "dangling-release-character.edi, INPUT_TRUNCATED,       13, UNZ, 0,  -,           CONTRL, HUBLBAD2600023"})
    void refusesAnInterchangeWithCodePlaceAndAnswerAndAppliesNothingOfIt(String file, String code, int edifact, String segment,
                                                                        int position, String fix, String answer, String bill) {
        JsonNode transmission = LINE.submit(Fixtures.bytes("bad/" + file));

        assertThat(transmission.path("interchanges")).as(transmission.toPrettyString()).hasSize(1);
        JsonNode interchange = transmission.at("/interchanges/0");
        assertThat(interchange.at("/interchange/verdict").asText()).isEqualTo(REJECTED);
        assertThat(interchange.at("/tally/total").asInt()).isZero();
        assertThat(interchange.path("acknowledgments").findValuesAsText("kind")).contains("CONTRL", answer);
        JsonNode finding = interchange.at("/findings/0");
        assertThat(code == null || finding.path("code").asText().equals(code)).as(finding.toString()).isTrue();
        assertThat(finding.path("edifact").asInt()).isEqualTo(edifact == 0 ? finding.path("edifact").asInt() : edifact);
        assertThat(segment == null || finding.path("segment").asText().equals(segment)).as(finding.toString()).isTrue();
        assertThat(finding.path("segmentPosition").asInt()).isEqualTo(position);
        assertThat(finding.at("/fix/value").asText("")).isEqualTo(fix == null ? "" : fix);
        assertNothingCameOf(bill);
    }

    @Test
    void namesTheElementOfTheEnvelopeThatIsWrong() {
        JsonNode finding = LINE.submit(Fixtures.bytes("bad/wrong-sender.edi")).at("/interchanges/0/findings/0");

        assertThat(finding.path("segment").asText()).isEqualTo("UNB");
        assertThat(finding.path("element").asInt()).isEqualTo(2);
        assertThat(finding.path("component").asInt()).isEqualTo(1);
    }

    private static void assertNothingCameOf(String bill) {
        assertThat(LINE.list("/api/consignments?bill=" + bill)).isEmpty();
        assertThat(HUB.counterpart("CNCUSTOMS").toldAbout(bill)).isEmpty();
        assertThat(HUB.counterpart("CNTEST").toldAbout(bill)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"doctype.xml, XML_DOCTYPE_REFUSED", "external-entity.xml, XML_DOCTYPE_REFUSED", "billion-laughs.xml, XML_DOCTYPE_REFUSED",
            "nested-too-deep.xml, XML_LIMIT_DEPTH", "unknown-root.xml, UNKNOWN_XML_DOCUMENT",
            "not-edifact.txt, NOT_AN_INTERCHANGE", "not-edifact.bin, NOT_AN_INTERCHANGE"})
    void saysWhyWhatIsNoInterchangeCannotBeRead(String file, String code) {
        JsonNode transmission = LINE.submit(Fixtures.bytes("bad/" + file));

        assertThat(transmission.path("state").asText()).isEqualTo("unreadable");
        assertThat(transmission.path("interchanges")).isEmpty();
        assertThat(transmission.path("findings").findValuesAsText("code")).containsExactly(code);
        assertThat(transmission.toString()).doesNotContain("root:", "Exception", "io.fairway");
    }

    @Test
    void saysWhereAnXmlDocumentIsNotWellFormed() {
        JsonNode interchange = LINE.submit(Fixtures.bytes("bad/not-well-formed.xml")).at("/interchanges/0");

        assertThat(interchange.at("/interchange/verdict").asText()).isEqualTo(REJECTED);
        assertThat(interchange.at("/findings/0/line").asInt()).as(interchange.toPrettyString()).isEqualTo(2);
        assertThat(interchange.at("/findings/0/column").asInt()).isPositive();
    }

    @Test
    void processesTheFirstOfTwoInterchangesWhenTheSecondIsBad() {
        JsonNode transmission = LINE.submit(Fixtures.bytes("bad/two-interchanges-second-bad.edi"));

        assertThat(transmission.at("/interchanges/0/interchange/verdict").asText()).isEqualTo("accepted");
        assertThat(transmission.at("/interchanges/1/interchange/verdict").asText()).isEqualTo(REJECTED);
        assertThat(LINE.consignment("HUBLBAD2600009").at("/consignment/manifestVersion").asInt()).isEqualTo(1);
        assertNothingCameOf("HUBLBAD2600010");
    }

    @Test
    void refusesAUsedReferenceWithOtherBytesAndLeavesTheFirstUntouched() {
        JsonNode first = LINE.submitAccepted(Fixtures.bytes("bad/same-reference-first.edi"));
        JsonNode second = LINE.submit(Fixtures.bytes("bad/same-reference-other-bytes.edi")).at("/interchanges/0");

        assertThat(second.at("/interchange/verdict").asText()).isEqualTo(REJECTED);
        assertThat(second.at("/findings/0/edifact").asInt()).isEqualTo(26);
        assertThat(second.at("/tally/total").asInt()).isZero();
        JsonNode firstNow = LINE.read("/api/interchanges/" + first.at("/interchange/id").asText());
        assertThat(firstNow.path("interchange")).isEqualTo(first.path("interchange"));
        assertThat(LINE.consignment("HUBLBAD2600008").at("/consignment/manifestVersion").asInt()).isEqualTo(1);
    }

    @Test
    void keepsASegmentThatNoDirectoryKnowsWithAWarning() {
        JsonNode finding = LINE.submitAccepted(Fixtures.bytes("bad/unknown-segment.edi")).at("/findings/0");

        assertThat(finding.path("severity").asText()).isEqualTo("warning");
        assertThat(finding.path("segmentPosition").asInt()).isEqualTo(5);
    }

    @Test
    void refusesAnEmptyBody() {
        assertProblem(LINE.post(Fixtures.bytes("bad/empty.edi")), 400, "BODY_EMPTY");
    }

    @Test
    void refusesABodyOverTheLimitWithoutKeepingIt() {
        long seed = HUB.freshSeed();
        byte[] large = Voyages.cuscar(600, seed);
        assertThat(large.length).isGreaterThan(RunningHub.INTAKE_LIMIT_BYTES);

        assertProblem(LINE.post(large), 413, "BODY_TOO_LARGE");

        assertThat(LINE.list("/api/interchanges?direction=received&reference=M" + seed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "image/png", "application/x-www-form-urlencoded", "text/html"})
    void refusesAMediaTypeThatNoDocumentHas(String type) {
        assertProblem(LINE.http().post("/api/transmissions", type, Fixtures.bytes("voyage/01-manifest.edi")), 415, "MEDIA_TYPE_UNSUPPORTED");
    }

    @Test
    void storesNothingOfWhatIsOnlyValidated() {
        long seed = HUB.freshSeed();
        Shipment shipment = Shipment.of(seed, 0);

        var answer = LINE.http().post("/api/validations", "application/edifact", Voyages.cuscar(List.of(shipment), "M" + seed));

        assertThat(HttpCaller.json(answer).path("verdict").asText()).isEqualTo("clean");
        assertThat(LINE.list("/api/interchanges?reference=M" + seed)).isEmpty();
        assertNothingCameOf(shipment.bill());
        LINE.submitAccepted(Voyages.cuscar(List.of(shipment), "M" + seed));
    }

    @Test
    void findsTheSameWhenValidatingAsWhenSubmitting() {
        byte[] document = Fixtures.bytes("bad/container-check-digit.edi");

        JsonNode validated = HttpCaller.json(LINE.http().post("/api/validations", "application/edifact", document));

        assertThat(validated.at("/interchanges/0/findings")).isEqualTo(LINE.submit(document).at("/interchanges/0/findings"));
    }
}
