package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairway.clearance.Role;
import io.fairway.fixture.Shipment;
import io.fairway.hub.PortOfTwo.Known;
import io.fairway.hub.RoleTable.Cell;
import io.fairway.web.HttpCaller;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the hub to docs/who-may-do-what.md: every operation, every role, two organisations of each, own, foreign and missing objects. */
@Tag("long")
class WhoMayDoWhatTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final Map<String, Map<Role, Cell>> TABLE = RoleTable.operations().rows();
    private static final List<Long> FOREIGN_NANOS = new ArrayList<>();
    private static final List<Long> MISSING_NANOS = new ArrayList<>();

    /** Consignee, value, what the goods are, and the invoice, as manifest and declaration of the hub side's shipment say them. */
    private static final List<String> OF_THE_GOODS = List.of("BLUE CRANE", "186400", "CENTRIFUGAL", "8413709990", "INV-LRN");
    /** Whoever stows a ship is told what stands where. */
    private static final String OF_THE_BAY_PLAN = "CENTRIFUGAL";

    private static PortOfTwo port;
    private static List<Known> objects = List.of();

    @BeforeAll
    static void everybodyHasSomething() {
        port = PortOfTwo.furnish();
        objects = port.objects();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HUBTERM", "HUBHAUL", "HUBMSA", "HUBROADS", "HUBBANK", "HUBGATE", "OTHERTERM", "OTHERBANK", "OTHERMSA", "OTHERFWD"})
    void noAnswerWhateverHoldsWhatOfTheGoodsIsNotForItsReader(String party) {
        Map<String, String> answers = Crawl.of(HUB.party(party));

        assertThat(answers).isNotEmpty();
        answers.forEach((address, answer) -> assertThat(answer).as(party + " " + address).doesNotContain(forbidden(party)));
    }

    private static List<String> forbidden(String party) {
        List<String> forbidden = new ArrayList<>(party.endsWith("FWD") ? List.of() : OF_THE_GOODS);
        if (party.equals("HUBTERM")) {
            forbidden.remove(OF_THE_BAY_PLAN);
        }
        if (!Set.of("HUBTERM", "HUBBANK").contains(party)) {
            forbidden.addAll(List.of(port.hubShipment().lrn(), port.hubShipment().bill(), port.hubShipment().container(), port.hubShipment().seal()));
        }
        return forbidden;
    }

    @Test
    void everyoneFindsWhatIsForItInSomeAnswer() {
        Shipment shipment = port.hubShipment();

        assertThat(Crawl.of(HUB.party("HUBTERM")).values()).anyMatch(answer -> answer.contains(shipment.container()) && answer.contains(shipment.seal())
                && answer.contains("customsReleased") && answer.contains("held"));
        assertThat(Crawl.of(HUB.party("HUBBANK")).values()).anyMatch(answer -> answer.contains(shipment.bill()));
        assertThat(Crawl.of(HUB.party("HUBFWD")).values()).anyMatch(answer -> OF_THE_GOODS.stream().allMatch(answer::contains));
        assertThat(Crawl.of(HUB.party("CNCUSTOMS")).values()).anyMatch(answer -> answer.contains("186400"));
    }

    @AfterAll
    static void foreignTakesAboutAsLongAsMissing() {
        assertThat(FOREIGN_NANOS).hasSizeGreaterThan(1_000);
        double ratio = (double) median(FOREIGN_NANOS) / median(MISSING_NANOS);
        assertThat(ratio).as("median time of a foreign answer over that of a missing one").isBetween(0.5, 2.0);
    }

    private static long median(List<Long> nanos) {
        return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow();
    }

    static Stream<String> operations() {
        return HUB.party("HUBOPS").read("/openapi.json").path("paths").properties().stream().flatMap(path ->
                path.getValue().propertyStream().map(method -> method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey()));
    }

    @Test
    void everyOperationHasARowAndEveryRowAnOperation() {
        assertThat(TABLE.keySet()).isEqualTo(operations().collect(Collectors.toSet()));
        assertThat(TABLE.values()).allSatisfy(cells -> assertThat(cells.keySet()).isEqualTo(Set.of(Role.values())));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyRoleMayDoWhatTheTableSaysAndNothingElse(String operation) {
        String method = operation.substring(0, operation.indexOf(' '));
        String path = operation.substring(method.length() + 1);
        TABLE.get(operation).forEach((role, cell) -> PortOfTwo.ORGANISATIONS.get(role).forEach(party -> {
            switch (cell) {
                case OPEN -> assertThat(HUB.nobody().get(missing(path)).statusCode()).isEqualTo(path.contains("{") ? 404 : 200);
                case ALL -> assertThat(call(party, method, path).statusCode()).as(party).isEqualTo(200);
                case DOES -> assertThat(call(party, method, missing(path)).statusCode()).as(party).isNotIn(401, 403, 405, 500);
                case PERSON -> administratorsOnly(party, method, missing(path));
                case NEVER -> refused(party, method, path);
                case OWN -> ownOnly(party, path);
                case YES -> throw new AssertionError("Not a word of this table");
            }
        }));
    }

    /** The issuer of these tests has no persons to administer and says so; what it does with a real one is in KeycloakTest. */
    private static void administratorsOnly(String party, String method, String path) {
        assertThat(call(party, method, path).statusCode()).as(party).isEqualTo(403);
        assertThat(call(party + ".bo", method, path).statusCode()).as(party).isEqualTo(403);
        assertThat(call(party + ".anna", method, path).statusCode()).as(party).isEqualTo(501);
    }

    private static void refused(String party, String method, String path) {
        objectsOf(path).forEach(known -> assertThat(call(party, method, known).statusCode()).as(party + " " + known).isEqualTo(403));
        assertThat(call(party, method, missing(path)).statusCode()).as(party).isEqualTo(403);
    }

    private static void ownOnly(String party, String path) {
        if (path.contains("{")) {
            known(path).forEach(object -> seenOrMissing(party, path, object));
        } else {
            Set<String> shown = new TreeSet<>();
            String next = path + "?limit=200";
            while (!next.isEmpty()) {
                JsonNode page = HUB.party(party).read(next);
                page.findValues("id").forEach(id -> shown.add(id.asText()));
                next = page.path("next").asText("");
            }
            objects.stream().filter(object -> object.prefix().equals(path + "/")).forEach(object -> assertThat(shown.contains(object.id()))
                    .as("%s lists %s", party, object).isEqualTo(object.seers().contains(party)));
        }
    }

    private static void seenOrMissing(String party, String path, Known object) {
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = call(party, "GET", address(path, object));
        long between = System.nanoTime();
        if (object.seers().contains(party)) {
            assertThat(answer.statusCode()).as(party + " " + object).isEqualTo(200);
            return;
        }
        HttpResponse<byte[]> nothing = call(party, "GET", missing(path));
        FOREIGN_NANOS.add(between - start);
        MISSING_NANOS.add(System.nanoTime() - between);
        assertThat(shape(answer)).as(party + " " + object).isEqualTo(shape(nothing)).contains("404");
    }

    private static List<Known> known(String path) {
        List<Known> known = objects.stream().filter(object -> path.startsWith(object.prefix())).toList();
        assertThat(known).as("an object for " + path + " in PortOfTwo").isNotEmpty();
        return known;
    }

    private static List<String> objectsOf(String path) {
        return path.contains("{") ? known(path).stream().map(object -> address(path, object)).toList() : List.of(path);
    }

    private static String address(String path, Known object) {
        return path.replace("{fact}", "gross-weight").replace("{number}", "1").replaceAll("\\{[a-z]+}", object.id());
    }

    private static String missing(String path) {
        return path.replace("{fact}", "gross-weight")
                .replace("{digest}", "ab".repeat(32)).replace("{party}", "NOSUCHPARTY").replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
    }

    private static HttpResponse<byte[]> call(String party, String method, String path) {
        HttpCaller http = HUB.party(party).http();
        return http.send(method.equals("GET") ? http.to(path).GET() : http.to(path).header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString("{}")));
    }

    /** Status, header fields and body, but for what differs with every request. */
    private static String shape(HttpResponse<byte[]> answer) {
        JsonNode body = HttpCaller.json(answer);
        if (body instanceof ObjectNode object) {
            object.remove("trace");
        }
        Set<String> fields = new TreeSet<>(answer.headers().map().keySet());
        fields.remove("connection");
        return answer.statusCode() + " " + fields + answer.headers().firstValue("Content-Length") + " " + body;
    }
}
