package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Fixtures;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What carriers, agents, hauliers and terminals say besides manifest and release is taken, kept, acknowledged and passed on. */
class LogisticsTest {
    private static final RunningHub HUB = RunningHub.instance();

    @ParameterizedTest
    @CsvSource({
            "HUBAGT, cusrep_d95b_arrival, ShipReport, HUBMSA", "HUBAGT, berman_d04a_berth_request, BerthRequest, HUBTERM",
            "HUBAGT, paxlst_d02b_crew, PersonList, HUBBORDER", "HUBAGT, paxlst_d02b_crew, PersonList, HUBMSA", "HUBLINE, baplie_d95b_bayplan, BayPlan, HUBTERM",
            "HUBFWD, iftmin_d99b_shipping_instruction, ShippingInstruction, HUBLINE"})
    void filesWhatSpeaksOfNoConsignmentAndPassesItOn(String sender, String sample, String document, String recipient) {
        JsonNode interchange = HUB.party(sender).submitAccepted(Fixtures.bytes("edifact/" + sample + ".edi"));

        assertThat(interchange.at("/facts").valueStream().map(fact -> fact.path("document").asText() + " " + fact.path("state").asText()))
                .containsExactly(document + " filed");
        assertThat(interchange.at("/acknowledgments/0/kind").asText()).isEqualTo("CONTRL");
        assertThat(told(sender, interchange)).contains(recipient);
    }

    @Test
    void findsThePortCallThatAnAgentReported() {
        HUB.party("HUBAGT").submitAccepted(Fixtures.variant("edifact/cusrep_d95b_arrival.edi").replacing("CP0001", "CP0002")
                .replacing("9745677", "9810109").bytes());

        assertThat(HUB.party("HUBAGT").list("/api/port-calls?ship=9810109")).hasSize(1)
                .allMatch(call -> call.path("port").asText().equals("CNSHG"));
        assertThat(HUB.party("HUBFWD").list("/api/port-calls?ship=9810109")).isEmpty();
    }

    /** Ships without an IMO number are known by call sign, radio number, register or name; their voyages are voyages all the same. */
    @ParameterizedTest
    @CsvSource({"VRAB5:103:, callsign:VRAB5", "::, name:HUB PIONEER"})
    void followsTheConsignmentsOfAShipWithoutImoNumber(String said, String ship) {
        Shipment shipment = Shipment.of(HUB.freshSeed(), 0);
        String cuscar = new String(Voyages.cuscar(List.of(shipment), "S" + shipment.bill().substring(4)), StandardCharsets.ISO_8859_1);

        JsonNode interchange = HUB.party("HUBLINE").submitAccepted(cuscar.replace("9745677:146:11", said).getBytes(StandardCharsets.ISO_8859_1));

        await().until(() -> HUB.counterpart("CNCUSTOMS").toldAbout(shipment.bill()).stream().anyMatch(sent -> sent.body().contains("HUB PIONEER")));
        assertThat(interchange.at("/facts/0/state").asText()).isEqualTo("applied");
        assertThat(HUB.party("HUBLINE").consignment(shipment.bill()).at("/consignment/id").asText()).isNotEmpty();
        assertThat(HUB.party("HUBLINE").list("/api/port-calls?ship=" + URLEncoder.encode(ship, StandardCharsets.UTF_8))).hasSize(1)
                .allMatch(call -> call.path("shipName").asText().equals("HUB PIONEER"));
    }

    @Test
    void refusesToFileWhatTheSenderMayNotSayAndPassesItOnToNobody() {
        JsonNode interchange = HUB.party("HUBFWD").submitAccepted(Fixtures.variant("edifact/paxlst_d02b_crew.edi")
                .replacing("HUBAGT+CNBORDER", "HUBFWD+CNBORDER").bytes());

        assertThat(interchange.at("/facts/0/state").asText()).isEqualTo("refused");
        assertThat(interchange.at("/facts/0/code").asText()).isEqualTo("NOT_ENTITLED");
        assertThat(told("HUBFWD", interchange)).doesNotContain("HUBBORDER");
    }

    @Test
    void attachesTransportDocumentOrderAndStatusToTheCaseTheySpeakOf() {
        Shipment shipment = Shipment.of(HUB.freshSeed(), 0);
        HUB.party("HUBLINE").submitAccepted(Voyages.cuscar(List.of(shipment), "L" + shipment.bill().substring(4)));
        JsonNode bill = HUB.party("HUBLINE").submitAccepted(about("iftmcs_d99b_bill_of_lading.edi", shipment));
        JsonNode order = HUB.party("HUBLINE").submitAccepted(about("coprar_d00b_discharge_order.edi", shipment));
        JsonNode status = HUB.party("HUBTERM").submitAccepted(about("iftsta_d00b_status.edi", shipment));

        assertThat(told("HUBLINE", bill)).contains("HUBFWD");
        assertThat(told("HUBLINE", order)).contains("HUBTERM");
        assertThat(told("HUBTERM", status)).contains("HUBLINE");
        String id = HUB.party("HUBLINE").consignment(shipment.bill()).at("/consignment/id").asText();
        await().until(() -> HUB.party("HUBLINE").list("/api/consignments/" + id + "/timeline").stream()
                .map(entry -> entry.path("event").asText()).filter("DocumentNoted"::equals).count() >= 2);
        await().until(() -> HUB.counterpart("HUBTERM").toldAbout(shipment.container()).stream()
                .anyMatch(sent -> sent.body().contains("COPRAR:D:00B:UN:SMDG20")));
    }

    private static byte[] about(String sample, Shipment shipment) {
        return Fixtures.variant("edifact/" + sample).replacing("HUBLRTM2600171", shipment.bill()).replacing("HUBU2000016", shipment.container())
                .bytes();
    }

    private static List<String> told(String sender, JsonNode interchange) {
        return HUB.party(sender).list("/api/interchanges/" + interchange.at("/interchange/id").asText() + "/deliveries").stream()
                .map(delivery -> delivery.path("recipient").asText()).toList();
    }
}
