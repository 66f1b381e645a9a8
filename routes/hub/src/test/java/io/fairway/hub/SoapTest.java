package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.web.HttpCaller;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** The single window by SOAP, asked by a client that is nothing but the JDK. */
class SoapTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty LINE = HUB.party("HUBLINE");
    private static final SoapCaller SOAP = new SoapCaller(HUB.port(), SoapKeys.fresh().enrolled(HUB, "HUBLINE"));
    private static final Map<String, String> WAIT = Map.of("waitSeconds", "20");

    private final long seed = HUB.freshSeed();
    private final List<Shipment> shipments = Voyages.shipments(2, seed);
    private final byte[] manifest = Voyages.cuscar(shipments, "S" + seed);

    @Test
    void keepsWhatIsSubmittedAndTellsWhatBecameOfIt() {
        Document answer = SOAP.submit(manifest, WAIT);

        assertThat(SoapCaller.texts(answer, "repeat")).containsExactly("false");
        assertThat(SoapCaller.texts(answer, "state")).containsExactly("settled");
        assertThat(SoapCaller.texts(answer, "verdict")).containsExactly("accepted");
        assertThat(SoapCaller.texts(answer, "facts")).containsExactly("2");
        assertThat(SoapCaller.texts(answer, "kind")).contains("CONTRL");
        assertThat(answer.getElementsByTagNameNS(SoapEnvelope.WSSE, "BinarySecurityToken").getLength()).as("the answer is signed").isEqualTo(1);
        assertThat(answer.getElementsByTagNameNS(SoapEnvelope.WSA, "RelatesTo").getLength()).isEqualTo(1);

        String id = SoapCaller.texts(answer, "id").getFirst();
        Document status = SOAP.answered(SOAP.envelope("QueryStatus").request("QueryStatus", Map.of("transmission", id)));
        assertThat(SoapCaller.texts(status, "verdict")).containsExactly("accepted");
        assertThat(LINE.read("/api/transmissions/" + id).path("state").asText()).isEqualTo("settled");
    }

    @Test
    void theSameBytesOverSoapAndRestAreOneTransmissionAndUnderOneKeyOtherBytesAreRefused() {
        Document first = SOAP.submit(manifest, Map.of("idempotencyKey", "K" + seed, "waitSeconds", "20"));
        Document again = SOAP.submit(manifest, Map.of("idempotencyKey", "K" + seed, "waitSeconds", "20"));
        JsonNode rest = HttpCaller.json(LINE.post(manifest, "Idempotency-Key", "K" + seed));

        String id = SoapCaller.texts(first, "id").getFirst();
        assertThat(SoapCaller.texts(again, "id").getFirst()).isEqualTo(id);
        assertThat(SoapCaller.texts(again, "repeat")).containsExactly("true");
        assertThat(rest.path("id").asText()).isEqualTo(id);

        byte[] other = Voyages.cuscar(Voyages.shipments(1, HUB.freshSeed()), "T" + seed);
        byte[] conflict = SOAP.envelope("Submit").submit(other, Map.of("idempotencyKey", "K" + seed)).signed(SOAP.keys()).bytes();
        assertThat(SOAP.refusal(conflict, SoapCaller.SOAP_12)).isEqualTo("IDEMPOTENCY_CONFLICT");
    }

    @Test
    void fiftyAtOnceOnTwoChannelsAreOne() throws Exception {
        List<String> ids;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> soap = () -> SoapCaller.texts(SOAP.submit(manifest, WAIT), "id").getFirst();
            Callable<String> rest = () -> HttpCaller.json(LINE.post(manifest)).path("id").asText();
            List<Callable<String>> calls = new ArrayList<>(Collections.nCopies(25, soap));
            calls.addAll(Collections.nCopies(25, rest));
            ids = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }

        assertThat(ids).hasSize(50).containsOnly(ids.getFirst());
        assertThat(LINE.list("/api/interchanges?direction=received&reference=S" + seed)).hasSize(1);
    }

    @Test
    void handsOutWhatTheCallerIsToldPageByPage() {
        SoapCaller forwarder = new SoapCaller(HUB.port(), SoapKeys.fresh().enrolled(HUB, "HUBFWD"));
        LINE.submitAccepted(manifest);
        for (int i = 0; i < shipments.size(); i++) {
            HUB.party("HUBFWD").submitAccepted(Voyages.cusdec(shipments.get(i), "D" + seed + i));
        }

        await().untilAsserted(() -> assertThat(SoapCaller.texts(firstPage(forwarder), "content")).hasSize(1));
        await().untilAsserted(() -> assertThat(SoapCaller.texts(firstPage(forwarder), "next")).hasSize(1));

        Document page = firstPage(forwarder);
        String cursor = SoapCaller.texts(page, "next").getFirst();
        Document next = forwarder.answered(forwarder.envelope("FetchAnswers").request("FetchAnswers",
                Map.of("most", "1", "cursor", cursor)));
        assertThat(SoapCaller.texts(next, "id")).hasSize(1).doesNotContainAnyElementsOf(SoapCaller.texts(page, "id"));

        byte[] foreign = SOAP.envelope("FetchAnswers").request("FetchAnswers", Map.of("cursor", cursor)).signed(SOAP.keys()).bytes();
        assertThat(SOAP.refusal(foreign, SoapCaller.SOAP_12)).as("another party's cursor").isEqualTo("CURSOR_INVALID");
    }

    private static Document firstPage(SoapCaller caller) {
        return caller.answered(caller.envelope("FetchAnswers").request("FetchAnswers", Map.of("most", "1")));
    }

    @Test
    void whatIsAnothersIsAnsweredLikeWhatIsNotThere() {
        String id = LINE.submit(manifest).path("id").asText();
        SoapCaller other = new SoapCaller(HUB.port(), SoapKeys.fresh().enrolled(HUB, "OTHERLINE"));

        for (String asked : List.of(id, "00000000-0000-7000-8000-000000000000")) {
            byte[] call = other.envelope("QueryStatus").request("QueryStatus", Map.of("transmission", asked)).signed(other.keys()).bytes();
            assertThat(other.refusal(call, SoapCaller.SOAP_12)).isEqualTo("NOT_FOUND");
        }
    }

    @Test
    void answersACallOfVersion11Too() {
        byte[] call = SoapEnvelope.ofVersion11(SOAP.address(), "Submit").submit(manifest, WAIT).signed(SOAP.keys()).bytes();
        var answer = SOAP.send(call, "text/xml; charset=utf-8");

        assertThat(answer.statusCode()).as(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(200);
        assertThat(SoapCaller.texts(SoapEnvelope.parse(answer.body()), "state")).containsExactly("settled");
    }

    @Test
    void publishesItsContractToEverybody() {
        assertThat(new String(HUB.nobody().get("/services/single-window?wsdl").body(), StandardCharsets.UTF_8)).contains("SingleWindowPort",
                SOAP.address().substring(SOAP.address().indexOf("/services")));
        assertThat(HUB.nobody().get("/services").statusCode()).isEqualTo(404);
    }
}
