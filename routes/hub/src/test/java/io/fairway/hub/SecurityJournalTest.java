package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.web.HttpCaller;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was refused to whom is on record, for operator and auditor. */
class SecurityJournalTest {
    private static final RunningHub HUB = RunningHub.instance();

    @Test
    void recordsForeignAttemptsRefusedActsAndRefusedTokens() {
        UUID foreign = UUID.randomUUID();
        HUB.party("OTHERFWD.bo").get("/api/consignments/" + foreign);
        HUB.party("OTHERFWD").get("/api/operations/overdue");
        HttpCaller nobody = HUB.nobody();
        assertThat(nobody.send(nobody.tokenRequest("HUBLINE", "not-its-secret")).statusCode()).isEqualTo(401);
        HttpCaller.withToken(HUB.port(), "x.y.z").get("/api/interchanges/" + foreign);

        await().untilAsserted(() -> {
            List<JsonNode> events = HUB.party("HUBAUDIT").list("/api/security-events?limit=200");
            assertThat(events).anySatisfy(event -> {
                assertThat(event.path("kind").asText()).isEqualTo("FOREIGN_OBJECT");
                assertThat(event.path("party").asText()).isEqualTo("OTHERFWD");
                assertThat(event.path("person").asText()).isEqualTo("bo");
                assertThat(event.path("path").asText()).isEqualTo("/api/consignments/" + foreign);
            }).anySatisfy(event -> {
                assertThat(event.path("kind").asText()).isEqualTo("ACT_REFUSED");
                assertThat(event.path("path").asText()).isEqualTo("/api/operations/overdue");
            }).anySatisfy(event -> {
                assertThat(event.path("kind").asText()).isEqualTo("TOKEN_REFUSED");
                assertThat(event.path("path").asText()).isEqualTo("/api/interchanges/" + foreign);
                assertThat(event.has("party")).isFalse();
            });
            assertThat(events).anySatisfy(event -> {
                assertThat(event.path("kind").asText()).isEqualTo("TOKEN_REFUSED");
                assertThat(event.path("path").asText()).isEqualTo("/oauth2/token");
                assertThat(event.path("status").asInt()).isEqualTo(401);
            });
            assertThat(events.toString()).doesNotContain("x.y.z", "not-its-secret");
        });
        assertThat(HUB.party("HUBOPS").list("/api/security-events")).isNotEmpty();
    }
}
