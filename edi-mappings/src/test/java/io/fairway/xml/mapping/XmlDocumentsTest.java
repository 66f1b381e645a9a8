package io.fairway.xml.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.CustomsResponse.Reason;
import io.fairway.document.DocumentFunction;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.Manifest;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.ReadingProfile;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Fix;
import io.fairway.document.finding.Severity;
import io.fairway.document.id.BillNumber;
import io.fairway.fixture.Fixtures;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlDocumentsTest {
    private static final String MANIFEST = text("xml/MT1101_original_manifest.xml");
    private static final String DECLARATION = text("xml/WCO_DEC_DMS_import.xml");
    private static final String RESPONSE = text("xml/WCO_RES_DMS_release.xml");

    private static String text(String fixture) {
        return new String(Fixtures.bytes(fixture), StandardCharsets.UTF_8);
    }

    private static Reading read(String xml) {
        return Reading.of(xml.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml/MT1101_original_manifest.xml", "xml/WCO_RES_DMS_release.xml", "bad/doctype.xml", "bad/unknown-root.xml"})
    void recognisesXmlByItsFirstBytes(String fixture) {
        assertThat(new XmlDocuments().recognises(Fixtures.bytes(fixture))).isTrue();
    }

    @Test
    void recognisesXmlBehindAMarkOrBlanksAndInUtf16() {
        assertThat(new XmlDocuments().recognises("\uFEFF \r\n<a/>".getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(new XmlDocuments().recognises("<a/>".getBytes(StandardCharsets.UTF_16))).isTrue();
        assertThat(new XmlDocuments().recognises("<a/>".getBytes(StandardCharsets.UTF_16LE))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"voyage/01-manifest.edi", "bad/not-edifact.txt", "bad/not-edifact.bin", "bad/empty.edi", "gate/gate_readings.json"})
    void leavesToOthersWhatIsNotXml(String fixture) {
        assertThat(new XmlDocuments().recognises(Fixtures.bytes(fixture))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad/unknown-root.xml", "xml/gate_0x22_pass.xml"})
    void saysWhatIsSupportedWhenTheRootIsUnknown(String fixture) {
        Reading reading = Reading.of(Fixtures.bytes(fixture));

        assertThat(reading.onlyFinding().code()).isEqualTo("UNKNOWN_XML_DOCUMENT");
        assertThat(reading.onlyFinding().expected()).contains("WCO", "MT1101");
        assertThat(reading.calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bad/doctype.xml, XML_DOCTYPE_REFUSED", "bad/billion-laughs.xml, XML_DOCTYPE_REFUSED",
            "bad/external-entity.xml, XML_DOCTYPE_REFUSED", "bad/not-well-formed.xml, XML_NOT_WELL_FORMED",
            "bad/nested-too-deep.xml, XML_LIMIT_DEPTH"})
    void answersBadInputWithOneFindingAndNoPart(String fixture, String code) {
        Reading reading = Reading.of(Fixtures.bytes(fixture));

        assertThat(reading.codes()).containsExactly(code);
        assertThat(reading.parts).isEmpty();
    }

    @Test
    void closesAManifestThatBreaksOffWithSyntaxErrors() {
        byte[] whole = MANIFEST.getBytes(StandardCharsets.UTF_8);

        Reading reading = Reading.of(Arrays.copyOf(whole, whole.length - 20));

        assertThat(reading.codes()).containsExactly("XML_NOT_WELL_FORMED");
        assertThat(reading.verdict).contains(Verdict.SYNTAX_ERRORS);
        assertThat(reading.calls).endsWith("messageEnded", "interchangeEnded");
    }

    @Test
    void proposesTheContainerNumberThatWasMeant() {
        Reading reading = read(MANIFEST.replaceFirst("HUBU2000016", "HUBU2000015"));

        Finding finding = reading.onlyFinding();
        assertThat(finding.code()).isEqualTo("CONTAINER_CHECK_DIGIT");
        assertThat(finding.found()).isEqualTo("HUBU2000015");
        assertThat(finding.fix().map(Fix::value)).contains("HUBU2000016");
        assertThat(finding.place().segment()).isEqualTo("Manifest/Declaration/Consignment/TransportEquipment/EquipmentIdentification/ID");
        assertThat(MANIFEST.substring((int) finding.place().offset())).startsWith("HUBU2000016");
        assertThat(reading.parts).isEmpty();
        assertThat(reading.verdict).contains(Verdict.CONTENT_ERRORS);
    }

    @Test
    void tellsAllFaultsOfADocumentAtOnce() {
        Reading reading = read(MANIFEST.replace("UN9745677", "UN9745671").replace("<ArrivalDateTime>20260304", "<ArrivalDateTime>20260230")
                .replace("<QuantityQuantity>420<", "<QuantityQuantity>many<").replace("<Carrier><ID>HUBL</ID></Carrier>", "")
                .replace(">001<", ">777<"));

        assertThat(reading.codes()).containsExactlyInAnyOrder("IMO_CHECK_DIGIT", "DATE_IMPOSSIBLE", "VALUE_MISSING", "NUMBER_FORM",
                "NUMBER_FORM", "CODE_UNKNOWN");
        assertThat(reading.parts).isEmpty();
    }

    @Test
    void aProfileMayWeighAnOptionalValueLess() {
        var lenient = new ReadingProfile(Reading.ZONE, Optional.empty(), Map.of("NUMBER_FORM", Severity.WARNING));
        byte[] bytes = MANIFEST.replace("<TotalGrossMassMeasure>12450", "<TotalGrossMassMeasure>12 t").getBytes(StandardCharsets.UTF_8);

        Reading reading = Reading.of(new XmlDocuments(), new ByteArrayInputStream(bytes), lenient);

        assertThat(reading.onlyFinding().severity()).isEqualTo(Severity.WARNING);
        assertThat(reading.verdict).contains(Verdict.CLEAN);
        assertThat(((Manifest) reading.parts.getFirst()).consignments().getFirst().grossKilograms()).isEmpty();
    }

    @Test
    void aProfileCannotWeighARequiredValueAway() {
        var lenient = new ReadingProfile(Reading.ZONE, Optional.empty(), Map.of("VALUE_MISSING", Severity.WARNING));
        byte[] bytes = MANIFEST.replace("<Carrier><ID>HUBL</ID></Carrier>", "").getBytes(StandardCharsets.UTF_8);

        Reading reading = Reading.of(new XmlDocuments(), new ByteArrayInputStream(bytes), lenient);

        assertThat(reading.parts).isEmpty();
        assertThat(reading.verdict).contains(Verdict.CONTENT_ERRORS);
    }

    @Test
    void aManifestNeedsItsHeadAndAConsignment() {
        assertThat(read(MANIFEST.replaceAll("(?s)<Head>.*</Head>", "")).codes()).containsExactly("XML_HEAD_MISSING");
        assertThat(read(MANIFEST.replaceAll("<MessageID>.*</MessageID>", "")).codes()).containsExactly("XML_HEAD_MISSING");
        assertThat(read(MANIFEST.replaceAll("(?s)<Consignment>.*</Consignment>", "")).codes()).containsExactly("XML_BODY_MISSING");
    }

    @Test
    void readsTheSampleReceipt() {
        Reading reading = Reading.of(Fixtures.bytes("xml/MT1101_receipt_accepted.xml"));

        assertThat(reading.parts).containsExactly(new CustomsResponse("2248913101150_20260302091500777",
                Decision.MANIFEST_ACCEPTED, Instant.parse("2026-03-02T01:15:00.777Z"), Optional.empty(), Optional.empty(),
                List.of(new BillNumber("HUBLRTM2600171")), List.of(), "", "", Optional.empty(), List.of(),
                List.of(new Reason("11301", "", "original manifest main data accepted"))));
        assertThat(reading.message.orElseThrow().type()).isEqualTo("MT1101-RECEIPT");
        assertThat(reading.findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"01, RELEASED, ACCEPTED", "02, RELEASED, REGISTERED", "03, , NOT_ACCEPTED", "05, , EXAMINATION_ORDERED", "06, , DOCUMENTS_REQUIRED",
            "07, , AMENDMENT_GRANTED", "09, , CLOSED", "10, , CANCELLED", "11, 39, AMENDMENT_GRANTED", "11, 41, AMENDMENT_DENIED",
            "13, , DUTY_ASSESSED", "14, , DUTY_ASSESSED", "15, , DUTY_ASSESSED", "16, , CLOSED", "17, , HOLD_PLACED",
            "50, , DOCUMENTS_REQUIRED", "51, , DOCUMENTS_REQUIRED", "52, , HOLD_PLACED", "52, LIF, HOLD_LIFTED", "52, XYZ, HOLD_PLACED"})
    void readsTheFunctionCodesOfTheProfile(String function, String status, Decision decision) {
        String said = status == null ? "" : "<Status><NameCode>" + status + "</NameCode></Status>";
        Reading reading = read(RESPONSE.replace("<FunctionCode>08<", "<FunctionCode>" + function + "<")
                .replace("<Declaration>", said + "<Declaration>"));

        assertThat(((CustomsResponse) reading.parts.getFirst()).decision()).isEqualTo(decision);
    }

    @ParameterizedTest
    @ValueSource(strings = {"04", "11", "18", "99"})
    void refusesAFunctionCodeThatDecidesNothingKnown(String function) {
        Reading reading = read(RESPONSE.replace("<FunctionCode>08<", "<FunctionCode>" + function + "<"));

        assertThat(reading.onlyFinding().code()).isEqualTo("DECISION_UNKNOWN");
        assertThat(reading.parts).isEmpty();
    }

    @Test
    void readsEveryResponseOfAnEnvelope() {
        String one = RESPONSE.substring(RESPONSE.indexOf("  <Response>"), RESPONSE.indexOf("</md:MetaData>"));
        Reading reading = read(RESPONSE.replace("</md:MetaData>", one.replace("f001<", "f002<") + "</md:MetaData>"));

        assertThat(reading.parts).extracting(part -> ((CustomsResponse) part).reference())
                .containsExactly("5fd30da3b0a04b38a8b0b5b0f4d1f001", "5fd30da3b0a04b38a8b0b5b0f4d1f002");
        assertThat(reading.calls).containsExactly("interchangeStarted", "messageStarted", "part", "part", "messageEnded", "interchangeEnded");
    }

    @Test
    void tellsAnAmendmentByItsFunctionAndACancellationByItsType() {
        String amendment = DECLARATION.replace("<FunctionCode>9<", "<FunctionCode>13<").replace(">IMA<", ">COR<");
        String cancellation = amendment.replace(">COR<", ">INV<").replaceAll("(?s)<GoodsShipment>.*</GoodsShipment>", "");

        assertThat(functionOf(amendment)).isEqualTo(DocumentFunction.CHANGE);
        assertThat(functionOf(cancellation)).isEqualTo(DocumentFunction.CANCEL);
        assertThat(read(amendment).envelope.orElseThrow().reference()).isEqualTo("HUBIM-260304-0007/13");
    }

    private static DocumentFunction functionOf(String xml) {
        return ((GoodsDeclaration) read(xml).parts.getFirst()).function();
    }

    @Test
    void aDeclarationNeedsABillOrAContainer() {
        Reading reading = read(DECLARATION.replaceAll("<TransportEquipment>.*</TransportEquipment>", ""));

        assertThat(reading.codes()).containsExactly("DECLARATION_WITHOUT_SUBJECT");
        assertThat(reading.verdict).contains(Verdict.CONTENT_ERRORS);
    }

    @Test
    void aDeclarationOfAnotherNamespaceIsUnknown() {
        assertThat(read(DECLARATION.replace("urn:wco:datamodel:WCO:DEC-DMS:2", "urn:wco:datamodel:WCO:DEC-DMS:9")).codes())
                .containsExactly("UNKNOWN_XML_DOCUMENT");
    }
}
