package io.fairway.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.boot.HubCopies;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.web.HttpCaller;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that lost its database and was restored from an older backup. */
@Tag("long")
class RestoredHubTest {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void listsWhatItAcknowledgedSinceAndBelievesTheLedgerAboutHolders() throws Exception {
        assumeThat(LedgerHub.CONTRACT.resolve("contract.jar")).as("the packaged contract").exists();
        Path home = folder.resolve("home");
        Path backup = folder.resolve("backup");
        JsonNode issued;
        String before;
        String since;
        try (LedgerHub hub = LedgerHub.start(home).awaitLedger()) {
            issued = hub.act("HUBLINE", "bill.issue", "number", "HUBL0000002", "recipient", "HUBFWD", "form", "order", "orderTo", "HUBFWD",
                    "root", "ab".repeat(32));
            JsonNode right = hub.right("HUBFWD", issued, 1);
            before = submit(hub, 1);
            awaitListed(home, before);
            HubCopies.take(home, backup);
            since = submit(hub, 2);
            JsonNode pledged = hub.act("HUBFWD", "bill.pledge", "right", right.path("id").asText(), "recipient", "HUBBANK");
            hub.right("HUBBANK", pledged, 2);
            awaitListed(home, since);
        }
        Files.move(home.resolve("postgres"), folder.resolve("lost"));

        String told = HubCopies.restore(home, backup);

        assertThat(told).contains("1 transmissions were acknowledged that are not in the backup", since).doesNotContain(before);
        try (LedgerHub hub = LedgerHub.start(home).awaitLedger()) {
            assertThat(hub.right("HUBBANK", issued, 2).path("version").asLong()).isEqualTo(2);
            assertThat(submit(hub, 1)).isEqualTo(before);
            String again = submit(hub, 2);
            assertThat(again).isNotEqualTo(since);
            awaitListed(home, again);
        }
    }

    private static String submit(LedgerHub hub, int number) {
        var answer = hub.as("HUBLINE").post("/api/transmissions", "application/edifact",
                Voyages.cuscar(List.of(Shipment.of(8_000L + number, 0)), "B" + number));
        assertThat(answer.statusCode()).isEqualTo(202);
        return HttpCaller.json(answer).path("id").asText();
    }

    private static void awaitListed(Path home, String transmission) {
        await().atMost(LONGEST).until(() -> Files.exists(HubCopies.acknowledged(home))
                && Files.readString(HubCopies.acknowledged(home)).contains(transmission));
    }
}
