package io.fairway.hub;

import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.web.HttpCaller;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Parties hear of what happens in their cases: sent to them, signed, in order; or as a stream. */
class SubscriptionTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty LINE = HUB.party("HUBLINE");
    private static final TestParty FORWARDER = HUB.party("HUBFWD");

    @Test
    void tellsASubscriberEverythingInOrderOnceItIsBackAndSignsIt() throws IOException {
        Shipment shipment = Shipment.of(HUB.freshSeed(), 0);
        try (Subscriber subscriber = Subscriber.open()) {
            subscriber.answerWith(503);
            JsonNode made = LINE.create("/api/subscriptions", Map.of("url", subscriber.url()));
            playVoyage(shipment);
            await().until(() -> !subscriber.heard().isEmpty());
            assertThat(subscriber.taken(shipment.bill())).isEmpty();
            assertThat(subscription(made).path("failures").asInt()).isPositive();

            subscriber.answerWith(200);
            String bill = shipment.bill();
            await().until(() -> timelineOf(bill).contains("CarrierReleased"));
            await().untilAsserted(() -> assertThat(subscriber.taken(bill)).extracting(heard -> heard.json().at("/entry/event").asText())
                    .isEqualTo(timelineOf(bill)));

            assertThat(subscriber.taken(bill)).extracting(heard -> heard.json().at("/entry/sequence").asLong()).isSorted().doesNotHaveDuplicates();
            assertThat(subscriber.heard()).allSatisfy(heard -> {
                assertThat(heard.isSignedWith(made.path("secret").asText())).isTrue();
                assertThat(heard.isSignedWith("whsec_AAAA")).isFalse();
            });
            assertThat(subscriber.heard().stream().filter(heard -> heard.id().equals(subscriber.heard().getFirst().id()))
                    .map(Subscriber.Heard::body).distinct()).as("the same bytes each time").hasSize(1);
            end(made);
        }
    }

    @Test
    void sendsAgainFromACursorAndSignsWithBothSecretsWhileOneIsReplaced() throws IOException {
        Shipment shipment = Shipment.of(HUB.freshSeed(), 0);
        try (Subscriber subscriber = Subscriber.open()) {
            JsonNode made = LINE.create("/api/subscriptions", Map.of("url", subscriber.url(), "kinds", List.of("ManifestLodged")));
            LINE.submitAccepted(Voyages.cuscar(List.of(shipment), "S" + shipment.lrn().substring(3)));
            await().until(() -> subscriber.taken(shipment.bill()).size() == 1);

            String path = "/api/subscriptions/" + made.at("/subscription/id").asText();
            String fresh = LINE.create(path + "/secret", Map.of()).path("secret").asText();
            LINE.create(path + "/resume", Map.of("after", made.at("/subscription/cursor").asText()));

            await().until(() -> subscriber.taken(shipment.bill()).size() == 2);
            Subscriber.Heard again = subscriber.taken(shipment.bill()).getLast();
            assertThat(again.body()).isEqualTo(subscriber.taken(shipment.bill()).getFirst().body());
            assertThat(again.id()).isEqualTo(subscriber.taken(shipment.bill()).getFirst().id());
            assertThat(again.isSignedWith(fresh)).isTrue();
            assertThat(again.isSignedWith(made.path("secret").asText())).isTrue();
            assertThat(LINE.list(path + "/notices")).isNotEmpty().allSatisfy(notice ->
                    assertThat(notice.path("state").asText()).isEqualTo("delivered"));
            end(made);
        }
    }

    @Test
    void streamsFromTheLastEventThatWasReadAndOnlyTheReadersOwn() throws IOException, InterruptedException {
        Shipment shipment = Shipment.of(HUB.freshSeed(), 0);
        LINE.submitAccepted(Voyages.cuscar(List.of(shipment), "T" + shipment.lrn().substring(3)));
        await().until(() -> hears(LINE, shipment.bill()));
        JsonNode first = LINE.list("/api/events?limit=1").getFirst();

        List<String> lines = stream(LINE, first.path("cursor").asText(), shipment.bill());

        assertThat(lines).noneMatch(line -> line.equals("id: " + first.path("cursor").asText()));
        assertThat(lines).anyMatch(line -> line.equals("event: ManifestLodged"));
        assertThat(HUB.party("OTHERLINE").read("/api/events").toString()).doesNotContain(shipment.bill());
        assertProblem(HUB.party("OTHERLINE").get("/api/events?cursor=" + first.path("cursor").asText()), 400, "CURSOR_INVALID");
    }

    private static boolean hears(TestParty party, String bill) {
        List<JsonNode> page = party.list("/api/events?limit=200");
        while (!page.isEmpty()) {
            if (page.stream().anyMatch(event -> event.path("bill").asText().equals(bill))) {
                return true;
            }
            page = party.list("/api/events?limit=200&cursor=" + page.getLast().path("cursor").asText());
        }
        return false;
    }

    /** Lines of the stream up to the first that has the word. */
    private static List<String> stream(TestParty party, String lastEventId, String word) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient();
                Stream<String> lines = client.send(party.http().to("/api/events").header("Accept", "text/event-stream")
                        .header("Last-Event-ID", lastEventId).build(), BodyHandlers.ofLines()).body()) {
            var read = new ArrayList<String>();
            lines.peek(read::add).anyMatch(line -> line.contains(word));
            client.shutdownNow();
            return read;
        }
    }

    @Test
    void refusesWhatCannotBeUsed() {
        assertProblem(LINE.call("POST", "/api/subscriptions", Map.of("url", "ftp://example.invalid/")), 409, "NOT_POSSIBLE");
        assertProblem(LINE.call("POST", "/api/subscriptions", Map.of("url", "https://user@example.invalid/")), 409, "NOT_POSSIBLE");
        assertProblem(LINE.call("POST", "/api/subscriptions", Map.of("url", "not an address")), 400, "BODY_INVALID");
        assertProblem(LINE.call("POST", "/api/subscriptions", Map.of()), 400, "BODY_INVALID");
        assertProblem(LINE.call("POST", "/api/subscriptions", Map.of("url", "https://example.invalid/", "after", "AAAA")), 400, "CURSOR_INVALID");
        assertProblem(LINE.call("POST", "/api/subscriptions", Map.of("url", "https://example.invalid/", "kinds", List.of("no such"))), 400,
                "BODY_INVALID");
    }

    private static void playVoyage(Shipment shipment) {
        String number = shipment.lrn().substring(3);
        LINE.submitAccepted(Voyages.cuscar(List.of(shipment), "U" + number));
        await().until(() -> LINE.consignment(shipment.bill()).at("/consignment/manifest").asText().equals("accepted"));
        FORWARDER.submitAccepted(Voyages.cusdec(shipment, "V" + number));
        LINE.submitAccepted(Voyages.coreor(shipment, "W" + number));
    }

    private static List<String> timelineOf(String bill) {
        String id = LINE.consignment(bill).at("/consignment/id").asText();
        return LINE.list("/api/consignments/" + id + "/timeline?limit=200").stream().map(entry -> entry.path("event").asText()).toList();
    }

    private static JsonNode subscription(JsonNode made) {
        return LINE.read("/api/subscriptions/" + made.at("/subscription/id").asText());
    }

    private static void end(JsonNode made) {
        String path = "/api/subscriptions/" + made.at("/subscription/id").asText();
        assertProblem(FORWARDER.call("DELETE", path, Map.of()), 404, "NOT_FOUND");
        assertThat(LINE.call("DELETE", path, Map.of()).statusCode()).isEqualTo(204);
        assertThat(HttpCaller.json(LINE.get(path)).path("code").asText()).isEqualTo("NOT_FOUND");
    }
}
