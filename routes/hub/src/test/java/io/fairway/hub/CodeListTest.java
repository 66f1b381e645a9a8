package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.web.HttpCaller;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Code lists loaded at run time: the version that judged is named in the finding. */
class CodeListTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty OPERATOR = HUB.party("HUBOPS");

    /** A version without codes withdraws the list. */
    @AfterAll
    static void judgeByNoPlaceAnyMore() {
        assertThat(load("# UN/LOCODE none\n").statusCode()).isEqualTo(201);
    }

    @Test
    void aVersionThatIsLoadedJudgesFromThenOnAndTheFindingNamesIt() {
        long seed = HUB.freshSeed();
        assertThat(load("# UN/LOCODE test-" + seed + "\nCNSHG,Shanghai\nSGSIN\n").statusCode()).isEqualTo(201);

        JsonNode verdict = HttpCaller.json(HUB.party("HUBLINE").http().post("/api/validations", "application/edifact",
                Voyages.cuscar(List.of(Shipment.of(seed, 0)), "V" + seed)));

        assertThat(verdict.findValues("rule").toString()).contains("UN/LOCODE test-" + seed);
    }

    @Test
    void listsEveryVersionAndWhichJudgesNow() {
        long seed = HUB.freshSeed();
        load("# UN/LOCODE first-" + seed + "\nCNSHG\n");
        load("# UN/LOCODE second-" + seed + "\nCNSHG\nNLRTM\n");

        List<JsonNode> versions = OPERATOR.list("/api/code-lists");

        assertThat(versions).filteredOn(list -> list.path("version").asText().equals("first-" + seed)).singleElement()
                .satisfies(list -> assertThat(list.path("state").asText()).isEqualTo("replaced"));
        assertThat(versions).filteredOn(list -> list.path("version").asText().equals("second-" + seed)).singleElement().satisfies(list -> {
            assertThat(list.path("state").asText()).isEqualTo("in_force");
            assertThat(list.path("codes").asInt()).isEqualTo(2);
            assertThat(list.path("loadedBy").asText()).isEqualTo("HUBOPS");
        });
    }

    @Test
    void refusesWhatIsNoListAndAVersionThatIsKnownWithOtherCodes() {
        long seed = HUB.freshSeed();
        load("# UN/LOCODE fixed-" + seed + "\nCNSHG\n");

        HttpResponse<byte[]> changed = load("# UN/LOCODE fixed-" + seed + "\nNLRTM\n");
        HttpResponse<byte[]> none = load("CNSHG\nNLRTM\n");

        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(TestParty.text(none)).contains("# UN/LOCODE 2024-2");
    }

    private static HttpResponse<byte[]> load(String list) {
        return OPERATOR.http().post("/api/code-lists", "text/csv", list.getBytes(StandardCharsets.UTF_8));
    }
}
