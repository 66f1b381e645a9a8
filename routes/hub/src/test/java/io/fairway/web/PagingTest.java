package io.fairway.web;

import static io.fairway.web.HttpCaller.json;
import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest extends WebTest {
    private static final HttpCaller AGENT = HttpCaller.party(PORT, HOME, "HUBAGT");
    private static final String PATH = "/api/interchanges";
    private static final List<String> IDS = new ArrayList<>();

    @BeforeAll
    static void submitFive() {
        for (int i = 0; i < 5; i++) {
            IDS.addFirst(json(AGENT.post("/api/transmissions", "text/plain", ("page " + i).getBytes(StandardCharsets.UTF_8))).get("id").asText());
        }
    }

    @Test
    void goesThroughAListPageByPage() {
        List<String> seen = new ArrayList<>();
        Optional<String> next = Optional.of(PATH + "?limit=2&direction=received");
        while (next.isPresent()) {
            JsonNode page = json(AGENT.get(next.get()));
            assertThat(page.get("items").size()).isLessThanOrEqualTo(2);
            page.get("items").forEach(item -> seen.add(item.get("id").asText()));
            next = Optional.ofNullable(page.get("next")).map(JsonNode::asText);
        }

        assertThat(seen).isEqualTo(IDS);
    }

    @Test
    void refusesACursorThatWasChangedOrTakenElsewhere() {
        String next = json(AGENT.get(PATH + "?limit=2")).get("next").asText();
        String cursor = next.substring(next.indexOf("cursor=") + 7);
        char first = cursor.charAt(0) == 'A' ? 'B' : 'A';

        assertProblem(AGENT.get(PATH + "?limit=2&cursor=" + first + cursor.substring(1)), 400, "CURSOR_INVALID");
        assertProblem(AGENT.get(PATH + "?limit=2&direction=sent&cursor=" + cursor), 400, "CURSOR_INVALID");
        assertProblem(LINE.get(next), 400, "CURSOR_INVALID");
        assertProblem(AGENT.get(PATH + "?cursor=%2B%2B"), 400, "CURSOR_INVALID");
        assertThat(AGENT.get(PATH + "?limit=4&cursor=" + cursor).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=-1", "limit=ten", "limit=99999999999", "direction=both", "reference=", "limit=1&limit=2",
            "refrence=X"})
    void refusesParametersItCannotUse(String query) {
        assertProblem(AGENT.get(PATH + "?" + query), 400, "PARAMETER_INVALID");
    }

    @Test
    void refusesAParameterThatIsTooLong() {
        assertProblem(AGENT.get(PATH + "?reference=" + "x".repeat(201)), 400, "PARAMETER_INVALID");
    }
}
