package io.fairway.hub;

import static io.fairway.hub.SoapCaller.SOAP_12;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.fixture.Voyages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What is done to calls on their way, and by callers that mean no good: each refused with its own code, and nothing is kept. */
class SoapAttackTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final SoapCaller SOAP = new SoapCaller(HUB.port(), SoapKeys.fresh().enrolled(HUB, "OTHERLINE"));
    private static final String REFERENCE = "A" + HUB.freshSeed();
    private static final byte[] MANIFEST = Voyages.cuscar(Voyages.shipments(1, HUB.freshSeed()), REFERENCE);

    @AfterAll
    static void nothingWasKept() {
        assertThat(HUB.party("OTHERLINE").list("/api/interchanges?direction=received&reference=" + REFERENCE)).isEmpty();
        assertThat(HUB.party("HUBOPS").list("/api/security-events")).extracting(event -> event.path("detail").asText())
                .anyMatch(detail -> detail.contains("CERTIFICATE_UNKNOWN"));
    }

    private static SoapEnvelope submit() {
        return SOAP.envelope("Submit").submit(MANIFEST, Map.of());
    }

    private static String refusal(SoapEnvelope signed) {
        return SOAP.refusal(signed.bytes(), SOAP_12);
    }

    /** Signs, then changes. */
    private static String refusalAfter(Consumer<SoapEnvelope> change) {
        SoapEnvelope signed = submit().signed(SOAP.keys());
        change.accept(signed);
        return refusal(signed);
    }

    @Test
    void refusesACallThatIsNotSigned() {
        assertThat(refusal(submit())).isEqualTo("TOKEN_REFUSED");
        SoapEnvelope bare = submit();
        bare.header.removeChild(bare.security);
        assertThat(refusal(bare)).isEqualTo("SECURITY_MISSING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"body", "to", "action", "timestamp"})
    void refusesACallWithAPartThatIsNotSigned(String part) {
        assertThat(refusal(submit().without(part).signed(SOAP.keys()))).isEqualTo("PART_UNSIGNED");
    }

    @Test
    void refusesChangedContent() {
        assertThat(refusalAfter(call -> call.body.getElementsByTagNameNS(SoapEnvelope.WINDOW, "contentType").item(0)
                .setTextContent("application/xml"))).isEqualTo("SIGNATURE_INVALID");
        assertThat(refusalAfter(call -> call.timestamp.getLastChild().setTextContent(Instant.now().plusSeconds(500).toString())))
                .isEqualTo("SIGNATURE_INVALID");
    }

    @Test
    void refusesASignedBodyThatWasMovedAsideForAnother() {
        assertThat(refusalAfter(call -> {
            Element envelope = call.document.getDocumentElement();
            Element wrapper = call.append(call.header, "urn:wrapper", "w:Wrapper", "");
            wrapper.appendChild(call.body);
            envelope.appendChild(forgedBody(call, "other"));
        })).as("the forged body has another identifier").isEqualTo("PART_MISPLACED");
        assertThat(refusalAfter(call -> {
            Element envelope = call.document.getDocumentElement();
            String id = call.body.getAttributeNS(SoapEnvelope.WSU, "Id");
            Element wrapper = call.append(call.header, "urn:wrapper", "w:Wrapper", "");
            wrapper.appendChild(call.body);
            envelope.appendChild(forgedBody(call, id));
        })).as("the forged body has the same identifier").isEqualTo("PART_MISPLACED");
        assertThat(refusalAfter(call -> call.document.getDocumentElement().appendChild(forgedBody(call, "second")))).isEqualTo("PART_MISPLACED");
    }

    @Test
    void refusesABodyInPlaceOfTheSignedOneEvenWhenTheSignedOneIsStillThere() {
        assertThat(refusalAfter(call -> {
            Element moved = call.append(call.header, "urn:wrapper", "w:Wrapper", "");
            Element copy = (Element) call.document.renameNode(call.body.cloneNode(true), "urn:wrapper", "w:Body");
            moved.appendChild(copy);
            call.body.setAttributeNS(SoapEnvelope.WSU, "wsu:Id", "other");
        })).isEqualTo("PART_UNSIGNED");
        assertThat(refusalAfter(call -> {
            Element header = call.header;
            Element to = (Element) header.getElementsByTagNameNS(SoapEnvelope.WSA, "To").item(0);
            Element aside = call.append(header, "urn:wrapper", "w:Wrapper", "");
            aside.appendChild(to);
            call.append(header, SoapEnvelope.WSA, "wsa:To", SOAP.address());
        })).as("To moved aside for an unsigned one").isEqualTo("PART_UNSIGNED");
    }

    private static Element forgedBody(SoapEnvelope call, String id) {
        Element body = SoapEnvelope.element(call.document, SoapEnvelope.SOAP, "env:Body");
        body.setAttributeNS(SoapEnvelope.WSU, "wsu:Id", id);
        call.append(call.append(body, SoapEnvelope.WINDOW, "fw:QueryStatus", ""), SoapEnvelope.WINDOW, "fw:transmission",
                "00000000-0000-7000-8000-000000000000");
        return body;
    }

    @Test
    void refusesAnIdentifierThatIsThereTwiceHoweverItIsSpelt() {
        assertThat(refusalAfter(call -> call.append(call.header, "urn:x", "x:Extra", "").setAttribute("ID",
                call.body.getAttributeNS(SoapEnvelope.WSU, "Id")))).isEqualTo("IDENTIFIER_REPEATED");
    }

    @Test
    void refusesASecondSignatureOrTimestampAndAnEncryptedPart() {
        assertThat(refusalAfter(call -> call.append(call.security, SoapEnvelope.WSU, "wsu:Timestamp", ""))).isEqualTo("SECURITY_UNEXPECTED");
        assertThat(refusal(submit().signed(SOAP.keys()).signed(SOAP.keys()))).isEqualTo("SECURITY_UNEXPECTED");
        assertThat(refusalAfter(call -> call.append(call.security, "http://www.w3.org/2001/04/xmlenc#", "x:EncryptedKey", "")))
                .isEqualTo("ENCRYPTION_UNSUPPORTED");
        assertThat(refusalAfter(call -> call.append(call.header, SoapEnvelope.WSA, "wsa:To", SOAP.address()))).isEqualTo("SECURITY_UNEXPECTED");
    }

    @Test
    void refusesWeakAlgorithms() {
        assertThat(refusal(submit().by("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1").signed(SOAP.keys()))).isEqualTo("ALGORITHM_REFUSED");
    }

    @Test
    void refusesACertificateThatNobodyEnrolledOrThatEnded() {
        assertThat(refusal(submit().signed(SoapKeys.fresh()))).isEqualTo("CERTIFICATE_UNKNOWN");
        SoapKeys ended = SoapKeys.valid(Instant.now().minus(Duration.ofDays(9)), Instant.now().minusSeconds(5));
        assertThat(refusal(submit().signed(ended))).isEqualTo("CERTIFICATE_EXPIRED");
        SoapKeys mixed = new SoapKeys(SOAP.keys().publicPart(), SoapKeys.fresh().privateKey(), SOAP.keys().certificate());
        assertThat(refusal(submit().signed(mixed))).as("another key under an enrolled certificate").isEqualTo("SIGNATURE_INVALID");
    }

    @Test
    void refusesATimestampThatPassedOrLastsTooLongOrLiesAhead() {
        Instant now = Instant.now();
        assertThat(refusal(lasting(now.minusSeconds(500), now.minusSeconds(100)))).isEqualTo("TIMESTAMP_EXPIRED");
        assertThat(refusal(lasting(now, now.plusSeconds(86_400)))).isEqualTo("TIMESTAMP_REFUSED");
        assertThat(refusal(lasting(now.plusSeconds(600), now.plusSeconds(700)))).isEqualTo("TIMESTAMP_REFUSED");
    }

    private static SoapEnvelope lasting(Instant from, Instant until) {
        return SoapEnvelope.lasting(SOAP.address(), "Submit", from, until).submit(MANIFEST, Map.of()).signed(SOAP.keys());
    }

    @Test
    void refusesTheSameCallASecondTime() {
        byte[] query = SOAP.envelope("FetchAnswers").request("FetchAnswers", Map.of()).signed(SOAP.keys()).bytes();
        assertThat(SOAP.send(query, SOAP_12).statusCode()).isEqualTo(200);
        assertThat(SOAP.refusal(query, SOAP_12)).isEqualTo("CALL_REPLAYED");
        assertThat(SOAP.refusal(new String(query, StandardCharsets.UTF_8).replace("urn:uuid:", "urn:uuid:1").getBytes(StandardCharsets.UTF_8),
                SOAP_12)).as("with something unsigned changed").isEqualTo("CALL_REPLAYED");
    }

    @Test
    void refusesACallToSomebodyElseAnActionForAnotherBodyAndAnAnswerElsewhere() {
        assertThat(refusal(SoapEnvelope.of("https://other.example/services/single-window", "Submit").submit(MANIFEST, Map.of())
                .signed(SOAP.keys()))).isEqualTo("ADDRESS_REFUSED");
        assertThat(refusal(SOAP.envelope("QueryStatus").submit(MANIFEST, Map.of()).signed(SOAP.keys()))).isEqualTo("ACTION_REFUSED");
        assertThat(refusalAfter(call -> call.append(call.append(call.header, SoapEnvelope.WSA, "wsa:ReplyTo", ""), SoapEnvelope.WSA, "wsa:Address",
                "http://127.0.0.1:1/"))).isEqualTo("ADDRESS_REFUSED");
    }

    @Test
    void expandsNoEntityAndReadsNoFile() {
        String call = submit().signed(SOAP.keys()).text();
        String laughs = "<!DOCTYPE l [<!ENTITY a \"lollollollol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>";
        String file = "<!DOCTYPE l [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
        for (String type : List.of(laughs, file)) {
            assertThat(SOAP.refusal((type + call).getBytes(StandardCharsets.UTF_8), SOAP_12)).isEqualTo("DOCUMENT_TYPE_REFUSED");
            assertThat(SOAP.refusal((type + call.replace("application/edifact", "&a;")).getBytes(StandardCharsets.UTF_8), SOAP_12))
                    .isEqualTo("DOCUMENT_TYPE_REFUSED");
        }
    }

    @Test
    void refusesBytesOfAnotherCharsetThanTheySay() {
        byte[] latin = submit().request("Extra", Map.of("a", "Stra\u00dfe")).bytes("ISO-8859-1");
        assertThat(SOAP.refusal(latin, SOAP_12)).isEqualTo("CHARSET_REFUSED");
        assertThat(SOAP.refusal(submit().signed(SOAP.keys()).bytes(), "application/soap+xml; charset=utf-7")).isEqualTo("CHARSET_REFUSED");
    }

    @Test
    void refusesWhatIsTooLargeTooDeepOrNoEnvelope() {
        byte[] large = new byte[RunningHub.INTAKE_LIMIT_BYTES + 1];
        assertThat(refusal(SOAP.envelope("Submit").submit(large, Map.of()).signed(SOAP.keys()))).isEqualTo("BODY_TOO_LARGE");
        assertThat(SOAP.refusal(new byte[3_000_000], SOAP_12)).isEqualTo("BODY_TOO_LARGE");
        assertThat(SOAP.refusal(("<e:Envelope xmlns:e=\"" + SoapEnvelope.SOAP + "\"><e:Body>" + "<a>".repeat(5_000)).getBytes(StandardCharsets.UTF_8), SOAP_12))
                .isEqualTo("ENVELOPE_MALFORMED");
        assertThat(SOAP.refusal("<a/>".getBytes(StandardCharsets.UTF_8), SOAP_12)).isEqualTo("ENVELOPE_MALFORMED");
        assertThat(SOAP.refusal("no xml".getBytes(StandardCharsets.UTF_8), SOAP_12)).isEqualTo("ENVELOPE_MALFORMED");
        assertThat(SOAP.refusal(new byte[0], SOAP_12)).isEqualTo("BODY_EMPTY");
        assertThat(SOAP.refusal("{}".getBytes(StandardCharsets.UTF_8), "application/json")).isEqualTo("MEDIA_TYPE_UNSUPPORTED");
    }

    @Test
    void refusesARequestThatTheSchemaDoesNotAllow() {
        assertThat(refusal(SOAP.envelope("Submit").request("Submit", Map.of("content", "AAAA")).signed(SOAP.keys()))).isEqualTo("REQUEST_INVALID");
        assertThat(refusal(SOAP.envelope("Nothing").request("Nothing", Map.of()).signed(SOAP.keys()))).isEqualTo("REQUEST_INVALID");
        assertThat(refusal(SOAP.envelope("Submit").submit(new byte[0], Map.of()).signed(SOAP.keys()))).isEqualTo("BODY_EMPTY");
    }
}
