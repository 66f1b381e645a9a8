package io.fairway.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Fixtures;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.fixture.simulator.CustomsSimulator;
import io.fairway.usecase.OperationQueries;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.retention.Erasable;
import io.fairway.usecase.retention.Erasure;
import io.fairway.usecase.retention.Erasure.Cause;
import io.fairway.usecase.retention.Keepings;
import io.fairway.usecase.view.BacklogView;
import io.fairway.web.HttpCaller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The voyage of the fixtures is played with customs answering; then a clean hub does all of it again from what was recorded. */
@Tag("long")
class ReplayTest {
    private static final String LRN = "DEC260304-0007";
    /** Declared before any manifest lists it. */
    private static final Shipment EARLY = Shipment.of(9_001, 0);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static CustomsSimulator customs;
    private static String[] settings = {};
    private static WholeHub hub;
    private static Instant declared = Instant.EPOCH;

    @BeforeAll
    static void theVoyageIsPlayed() throws Exception {
        customs = CustomsSimulator.start("CNCUSTOMS", 0, Clock.systemUTC());
        Path parties = Files.writeString(folder.resolve("counterparts.yaml"),
                "counterparts:%n  - party: CNCUSTOMS%n    endpoint: http://127.0.0.1:%d/messages%n".formatted(customs.port()));
        Path home = Files.createDirectory(folder.resolve("home"));
        settings = new String[] {"--FAIRWAY_HOME=" + home, "--FAIRWAY_COUNTERPARTS=" + parties, "--FAIRWAY_LEDGER_PROFILE=off"};
        hub = WholeHub.start(home, settings[1], settings[2], "--fairway.sweep.left-behind-after=1s", "--fairway.delivery.first-pause=100ms");
        customs.pointTo(URI.create("http://127.0.0.1:" + hub.port()), HttpCaller.secret(home, "CNCUSTOMS"));
        tellCustoms("/script", new String(Fixtures.bytes("voyage/customs-script.json"), StandardCharsets.UTF_8));
        play();
        await().atMost(LONGEST).until(ReplayTest::isDone);
        hub.close();
        customs.close();
    }

    @AfterAll
    static void nothingIsLeftRunning() {
        hub.close();
    }

    private static void play() {
        submit("HUBLINE", "01-manifest.edi");
        submit("HUBLINE", "02-manifest-repeat.edi");
        awaitConsignment("HUBLRTM2600172", "/consignment/manifest", "accepted");
        assertThat(party("HUBFWD").post("/api/transmissions", "application/edifact", Voyages.cusdec(EARLY, "EARLY1"), "Prefer", "wait=20")
                .statusCode()).isEqualTo(200);
        for (String declaration : List.of("03-declaration-wrong-count.edi", "04-declaration-wrong-content.edi", "05-declaration.edi",
                "06-declaration-paint.edi")) {
            submit("HUBFWD", declaration);
        }
        awaitStage("document_check");
        attach("invoice-NZP-26-0311.pdf", "type=380&number=NZP-26-0311");
        attach("packing-list-NZP-26-0311P.pdf", "type=271&number=NZP-26-0311P");
        awaitStage("examination");
        await().atMost(LONGEST).until(ReplayTest::isDone);
        declared = Instant.now();
        submit("HUBTERM", "07-discharge-report.edi");
        proceed("examination", "duty_due");
        proceed("payment", "released");
        submit("HUBLINE", "08-release-order.edi");
        awaitConsignment("HUBLRTM2600171", "/containers/0/readyForPickup", "true");
        submit("HUBTERM", "09-gate-out.edi");
        awaitConsignment("HUBLRTM2600171", "/containers/0/position", "gated_out");
        proceed("exit", "closed");
        eraseOneOfThreeCrewLists();
    }

    /** They came in one transmission; the other two are there and are replayed. */
    private static void eraseOneOfThreeCrewLists() {
        var lists = new ByteArrayOutputStream();
        Stream.of("RPX001", "RPX002", "RPX003").map(reference -> Fixtures.variant("edifact/paxlst_d02b_crew.edi").replacing("PX0001", reference).bytes())
                .forEach(lists::writeBytes);
        assertThat(party("HUBAGT").post("/api/transmissions", "application/edifact", lists.toByteArray(), "Prefer", "wait=20").statusCode()).isEqualTo(200);
        await().atMost(LONGEST).until(ReplayTest::isDone);
        UUID erased = UUID.fromString(read("HUBAGT", "/api/interchanges?reference=RPX001").at("/items/0/id").asText());
        hub.context().getBean(Transactions.class).asHub(() -> {
            hub.context().getBean(Keepings.class).erase(new Erasure(UUID.randomUUID(), Erasable.INTERCHANGE, erased, new PartyId("HUBAGT"), "PersonList",
                    Cause.REQUEST, "HUBOPS/anna, HUBOPS/bo", "asked", Instant.now()));
            return erased;
        });
    }

    @Test
    void givesTheSameDocumentsStatesFindingsAndUnsealedBytes() {
        Told told = replay();

        assertThat(told.text()).contains("nothing differs");
        assertThat(told.exit()).isZero();
        assertThat(told.text()).contains("1 things are erased").containsPattern("[1-9][0-9]+ steps replayed").containsPattern("[1-9][0-9]{2,} rows compared");
    }

    @Test
    void givesTheSameForAPeriodInBetween() {
        Told told = replay("--from=" + declared.minusSeconds(1), "--to=" + declared);

        assertThat(told.text()).contains("nothing differs");
        assertThat(told.exit()).isZero();
    }

    @Test
    void listsWhatOtherRulesWouldHaveChanged() {
        Told told = replay("--rules=pre-lodging=goes-to-customs");

        assertThat(told.exit()).as(told.text()).isEqualTo(1);
        assertThat(told.text()).contains("preLodging=GOES_TO_CUSTOMS").containsPattern("OUTBOUND  .*" + EARLY.bill() + ".*: is there in addition")
                .containsPattern("DECLARATION  .*" + EARLY.lrn() + ": status was ").doesNotContain(LRN);
    }

    @Test
    void listsWhatAnotherCodeListWouldHaveChanged() throws IOException {
        Path lists = Files.createDirectory(folder.resolve("lists"));
        Files.write(lists.resolve("places.csv"), Fixtures.bytes("codes/places-sample.csv"));

        Told told = replay("--code-lists=" + lists);

        assertThat(told.exit()).as(told.text()).isEqualTo(1);
        assertThat(told.text()).containsPattern("FINDING  .*: is there in addition");
    }

    private record Told(int exit, String text) {
    }

    private static Told replay(String... more) {
        var out = new ByteArrayOutputStream();
        int exit = ReplayMain.run(new PrintStream(out, true, StandardCharsets.UTF_8),
                Stream.concat(Stream.of(settings), Stream.of(more)).toArray(String[]::new));
        return new Told(exit, out.toString(StandardCharsets.UTF_8));
    }

    private static boolean isDone() {
        BacklogView backlog = hub.context().getBean(OperationQueries.class).backlog();
        return Stream.of(backlog.transmissions(), backlog.facts(), backlog.outbound()).map(Map::values).flatMap(Collection::stream)
                .allMatch(amount -> amount == 0);
    }

    private static HttpCaller party(String id) {
        return HttpCaller.party(hub.port(), hub.home(), id);
    }

    private static void submit(String party, String file) {
        assertThat(party(party).post("/api/transmissions", "application/edifact", Fixtures.bytes("voyage/" + file), "Prefer", "wait=20")
                .statusCode()).isEqualTo(200);
    }

    private static void attach(String file, String what) {
        assertThat(party("HUBFWD").post("/api/attachments?lrn=" + LRN + "&" + what, "application/pdf", Fixtures.bytes("voyage/" + file))
                .statusCode()).isEqualTo(201);
    }

    private static void awaitStage(String stage) {
        await().atMost(LONGEST).untilAsserted(() -> assertThat(read("HUBFWD", "/api/declarations?lrn=" + LRN).at("/items/0/stage").asText())
                .isEqualTo(stage));
    }

    private static void awaitConsignment(String bill, String member, String value) {
        await().atMost(LONGEST).untilAsserted(() -> {
            String id = read("HUBLINE", "/api/consignments?bill=" + bill).at("/items/0/id").asText();
            assertThat(read("HUBLINE", "/api/consignments/" + id).at(member).asText()).isEqualTo(value);
        });
    }

    private static JsonNode read(String party, String path) {
        return HttpCaller.json(party(party).get(path));
    }

    private static void proceed(String signal, String stage) {
        tellCustoms("/proceed", "{\"lrn\":\"%s\",\"signal\":\"%s\"}".formatted(LRN, signal));
        awaitStage(stage);
    }

    private static void tellCustoms(String path, String json) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + customs.port() + path))
                    .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)).build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isBetween(200, 299);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
