package io.fairway.web;

import static io.fairway.web.HttpCaller.json;
import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProbesTest extends WebTest {

    @Test
    void tellsEverybodyWhetherItIsReadyAndNobodyWhy() {
        for (String probe : new String[] {"/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness"}) {
            var answer = NOBODY.get(probe);
            assertThat(answer.statusCode()).as(probe).isEqualTo(200);
            assertThat(json(answer).get("status").asText()).isEqualTo("UP");
            assertThat(json(answer).has("components")).isFalse();
        }
        assertThat(json(LINE.get("/actuator/health")).has("components")).isFalse();
    }

    @Test
    void tellsTheOperatorTheDetails() {
        var health = json(OPERATOR.get("/actuator/health"));

        assertThat(health.at("/components/work/details").has("overdue")).isTrue();
        assertThat(health.at("/components/store/status").asText()).isEqualTo("UP");
    }

    @Test
    void givesMetricsToTheOperatorOnly() {
        assertProblem(NOBODY.get("/actuator/prometheus"), 401, "UNAUTHENTICATED");
        assertProblem(LINE.get("/actuator/prometheus"), 403, "FORBIDDEN");
        assertThat(new String(OPERATOR.get("/actuator/prometheus").body(), StandardCharsets.UTF_8))
                .contains("fairway_transmissions{state=\"received\"}", "fairway_outbound{state=\"parked\"}",
                        "fairway_oldest_waiting_seconds{of=\"fact\"}");
    }

    @Test
    void showsOperationsToOperatorsOnly() {
        assertThat(json(OPERATOR.get("/api/operations/overdue")).get("items")).isEmpty();
        assertProblem(LINE.get("/api/operations/overdue"), 403, "FORBIDDEN");
        assertProblem(LINE.get("/api/operations/backlog"), 403, "FORBIDDEN");
    }
}
