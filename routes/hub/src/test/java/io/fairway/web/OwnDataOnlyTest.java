package io.fairway.web;

import static io.fairway.web.HttpCaller.json;
import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairway.boot.WholeHub;
import io.fairway.fixture.Fixtures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P13 on the whole hub: what belongs to others is answered like what is not there, by every operation and every filter. */
class OwnDataOnlyTest {
    private static final String LRN = "DEC260304-0007";
    private static final List<String> ADDRESSES = new ArrayList<>();
    private static final String[] LISTS = {"/api/interchanges", "/api/interchanges?reference=MF017W-1", "/api/interchanges?reference=DC0007-3",
        "/api/consignments", "/api/consignments?bill=HUBLRTM2600171", "/api/consignments?carrier=HUBL", "/api/containers",
        "/api/containers?number=HUBU2000016", "/api/declarations", "/api/declarations?lrn=" + LRN, "/api/port-calls",
        "/api/port-calls?ship=9745677"};

    @TempDir
    private static Path home;
    private static WholeHub hub;
    private static HttpCaller line;
    private static HttpCaller forwarder;
    private static String consignment;

    @BeforeAll
    static void submitAVoyage() {
        hub = WholeHub.start(home);
        line = HttpCaller.party(hub.port(), home, "HUBLINE");
        forwarder = HttpCaller.party(hub.port(), home, "HUBFWD");
        remember(submit(line, "voyage/01-manifest.edi"));
        remember(submit(forwarder, "voyage/05-declaration.edi"));
        String digest = json(forwarder.post("/api/attachments", "application/pdf", Fixtures.bytes("voyage/invoice-NZP-26-0311.pdf")))
                .get("digest").asText();
        ADDRESSES.add("/api/attachments/" + digest);
        consignment = json(line.get("/api/consignments?bill=HUBLRTM2600171")).at("/items/0/id").asText();
        ADDRESSES.add("/api/consignments/" + consignment);
        ADDRESSES.add("/api/consignments/" + consignment + "/timeline");
        ADDRESSES.add("/api/consignments/" + consignment + "/discrepancies");
        ADDRESSES.add("/api/declarations/" + json(forwarder.get("/api/declarations?lrn=" + LRN)).at("/items/0/id").asText());
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OTHERLINE", "OTHERFWD", "HUBBANK", "HUBOPS", "CNTEST"})
    void strangersSeeNothingWhereverTheyAsk(String party) {
        HttpCaller stranger = HttpCaller.party(hub.port(), home, party);
        for (String address : ADDRESSES) {
            JsonNode foreign = assertProblem(stranger.get(address), 404, "NOT_FOUND");
            JsonNode missing = assertProblem(stranger.get(address.replaceFirst("[0-9a-f-]{36}", UUID.randomUUID().toString())
                    .replaceFirst("[0-9a-f]{64}", "0".repeat(64))), 404, "NOT_FOUND");
            assertThat(withoutTrace(foreign)).as(address).isEqualTo(withoutTrace(missing));
        }
        for (String list : LISTS) {
            assertThat(json(stranger.get(list)).get("items")).as(list).isEmpty();
        }
    }

    @Test
    void ownersSeeWhatIsTheirs() {
        assertThat(json(line.get("/api/consignments?carrier=HUBL")).get("items")).hasSize(2);
        assertThat(json(line.get("/api/containers?number=HUBU2000016")).at("/items/0/bill").asText()).isEqualTo("HUBLRTM2600171");
        assertThat(json(line.get("/api/port-calls?ship=9745677")).get("items")).hasSize(1);
        assertThat(json(line.get("/api/interchanges?reference=MF017W-1&direction=received")).get("items")).hasSize(1);
        assertThat(json(forwarder.get("/api/declarations?lrn=" + LRN)).at("/items/0/declarant").asText()).isEqualTo("HUBFWD");
        assertThat(json(line.get("/api/consignments/" + consignment + "/timeline")).at("/items/0/text/en").asText())
                .isEqualTo("The manifest CAR2603-017W was lodged.");
    }

    @Test
    void theCarrierSeesItsConsignmentWithoutTheDeclarantsBusiness() {
        for (String address : List.of("/api/consignments/" + consignment, "/api/consignments/" + consignment + "/timeline",
                "/api/containers?number=HUBU2000016", "/api/declarations")) {
            var answer = line.get(address);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).as(address).doesNotContain(LRN, "DeclarationSubmitted");
        }
    }

    @Test
    void showsAnInterchangeWithItsOriginalLineageAndDeliveries() {
        String id = json(line.get("/api/interchanges?reference=MF017W-1&direction=received")).at("/items/0/id").asText();
        byte[] sent = Fixtures.bytes("voyage/01-manifest.edi");

        byte[] original = line.get("/api/interchanges/" + id + "/original").body();
        JsonNode lineage = json(line.get("/api/interchanges/" + id + "/lineage"));
        JsonNode deliveries = json(line.get("/api/interchanges/" + id + "/deliveries"));

        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains(new String(original, StandardCharsets.ISO_8859_1));
        assertThat(lineage.at("/items/0/origins")).isNotEmpty();
        assertThat(deliveries.findValuesAsText("recipient")).contains("HUBLINE");
    }

    @Test
    void givesTheFirstAnswersAgainToARepeatedInterchange() {
        var again = submit(line, "voyage/02-manifest-repeat.edi");

        assertThat(again.findValuesAsText("kind")).contains("CONTRL");
    }

    private static JsonNode submit(HttpCaller party, String file) {
        var answer = party.post("/api/transmissions", "application/edifact", Fixtures.bytes(file), "Prefer", "wait=60");
        assertThat(answer.statusCode()).as(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(200);
        return json(answer);
    }

    private static void remember(JsonNode transmission) {
        ADDRESSES.add("/api/transmissions/" + transmission.get("id").asText());
        String interchange = "/api/interchanges/" + transmission.at("/interchanges/0/interchange/id").asText();
        ADDRESSES.add(interchange);
        List.of("original", "findings", "acknowledgments", "lineage", "deliveries").forEach(part -> ADDRESSES.add(interchange + "/" + part));
    }

    private static JsonNode withoutTrace(JsonNode problem) {
        return ((ObjectNode) problem).without("trace");
    }
}
