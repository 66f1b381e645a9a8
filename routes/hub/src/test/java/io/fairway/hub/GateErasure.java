package io.fairway.hub;

import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.signing.evidence.EvidenceVerdict;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.retention.Erasable;
import io.fairway.usecase.retention.Erasure;
import io.fairway.usecase.retention.Erasure.Cause;
import io.fairway.usecase.retention.Keepings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What is erased at the gate, and what is said of it then. */
final class GateErasure {
    private static final RunningHub HUB = RunningHub.instance();

    private GateErasure() {
    }

    /** As if its period were over. */
    static void ofAppointment(String id) {
        erase(Erasable.APPOINTMENT, UUID.fromString(id));
    }

    /** As if its period were over. */
    static void isGoneForItsReadersAndSaidInTheEvidence(String transaction, String consignment) throws Exception {
        String path = "/api/gates/OUT03/transactions/" + transaction;
        String id = HUB.party("HUBTERM").read(path).path("id").asText();
        assertProblem(HUB.party("HUBOPS.anna").call("POST", "/api/erasures", Map.of("kind", "passage", "subject", id, "reason", "too early")), 409,
                "NOT_POSSIBLE");
        erase(Erasable.PASSAGE, UUID.fromString(id));

        assertProblem(HUB.party("HUBTERM").get(path), 410, "ERASED");
        assertProblem(HUB.party("HUBTERM").get(path + "/slip"), 410, "ERASED");
        assertProblem(HUB.party("OTHERTERM").get(path), 404, "NOT_FOUND");
        EvidenceVerdict verdict = EvidenceTest.verified(EvidenceTest.evidence(HUB.party("HUBTERM"), "consignments/" + consignment));
        assertThat(verdict.indication()).as(verdict.parts().toString()).isEqualTo("TOTAL-PASSED");
        assertThat(verdict.files().keySet()).noneMatch(each -> each.startsWith("gate/") || each.startsWith("sheets/gate-slip"));
        JsonNode erased = new ObjectMapper().readTree(new String(verdict.files().get("erasures.json"), StandardCharsets.UTF_8)).get(0);
        assertThat(erased.path("kind").asText() + " " + erased.path("subject").asText()).isEqualTo("passage " + id);
    }

    private static void erase(Erasable kind, UUID subject) {
        var hub = HUB.process().context();
        hub.getBean(Transactions.class).asHub(() -> {
            hub.getBean(Keepings.class).erase(new Erasure(UUID.randomUUID(), kind, subject, new PartyId("HUBTERM"), "test", Cause.RETENTION,
                    "retention", "", Instant.now()));
            return subject;
        });
    }
}
