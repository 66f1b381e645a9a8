package io.fairway.hub;

import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.boot.WholeHub;
import io.fairway.fixture.keycloak.KeycloakServer;
import io.fairway.fixture.keycloak.MailBox;
import io.fairway.fixture.keycloak.PortRealm;
import io.fairway.fixture.simulator.Credential;
import io.fairway.web.HttpCaller;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole hub with a real Keycloak and the realm of the repository. The last test takes Keycloak away. */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakTest {
    private static final Map<String, String> ROLES =
            Map.of("HUBLINE", "CARRIER", "HUBFWD", "FORWARDER", "HUBOPS", "OPERATOR", "HUBBANK", "BANK");
    private static final URI CONSOLE = URI.create("http://127.0.0.1:8080");
    private static final String MEMBERS = "/api/members";
    private static final String PASSWORD = "blue crane 4711 harbour";
    private static final Map<String, TestParty> PERSONS = new ConcurrentHashMap<>();
    private static final PortRealm REALM = new PortRealm(ROLES);

    @TempDir
    private static Path home;
    private static KeycloakServer keycloak;
    private static MailBox mail;
    private static URI issuer;
    private static WholeHub hub;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path archive = archive();
        mail = MailBox.open();
        int port = KeycloakServer.freePort();
        issuer = KeycloakServer.issuer(port);
        keycloak = KeycloakServer.start(archive, port, REALM.json(CONSOLE, mail.port()),
                Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "operator", "KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD));
        Path parties = Files.writeString(home.resolve("parties.yaml"), ROLES.entrySet().stream().map(party ->
                "  - {party: %s, environment: live, roles: [%s]}%n".formatted(party.getKey(), party.getValue().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining("", "counterparts:\n", "")));
        Path key = Files.writeString(home.resolve("hub-key.pem"), REALM.hubKey());
        hub = WholeHub.start(home, "--FAIRWAY_ISSUER=" + issuer, "--FAIRWAY_ISSUER_KEY=" + key, "--FAIRWAY_COUNTERPARTS=" + parties,
                "--FAIRWAY_LEDGER_PROFILE=off");
    }

    private static Path archive() throws IOException {
        Path folder = Path.of("target", "keycloak");
        Assumptions.assumeTrue(Files.isDirectory(folder), "The build has not fetched Keycloak");
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (hub != null) {
            hub.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
        if (mail != null) {
            mail.close();
        }
    }

    @Test
    @Order(1)
    void aServiceAccountSignsItsOwnJwtAndGetsTheClaimsThatTheEmbeddedIssuerGives() throws Exception {
        String token = serviceToken("HUBLINE");

        JsonNode claims = claims(token);
        assertThat(claims.path("iss").asText()).isEqualTo(issuer.toString());
        assertThat(claims.path("aud").asText()).isEqualTo("fairway");
        assertThat(claims.path("party").asText()).isEqualTo("HUBLINE");
        assertThat(claims.path("roles")).extracting(JsonNode::asText).contains("CARRIER");
        assertThat(claims.has("person")).isFalse();
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
        assertThat(as(token).get("/api/consignments").statusCode()).isEqualTo(200);
        assertProblem(as(token).get("/api/security-events"), 403, "FORBIDDEN");
        assertThat(as(serviceToken("HUBOPS")).get("/api/security-events").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void aClientThatSignsWithAnothersKeyGetsNoToken() throws Exception {
        Credential others = Credential.parse(REALM.secrets(issuer).get("HUBFWD"));

        assertThat(send(others, "HUBLINE").statusCode()).isIn(400, 401);
    }

    @Test
    @Order(3)
    void aPersonSignsInWithPkceAndSpeaksForItsOrganisation() throws Exception {
        String token = new SignIn(issuer, CONSOLE + "/console/signed-in").token("hubline.anna", REALM.passwordOf("HUBLINE.anna"));

        JsonNode claims = claims(token);
        assertThat(claims.path("person").asText()).isEqualTo("hubline.anna");
        assertThat(claims.path("organization").toString()).contains("hubline");
        assertThat(as(token).get("/api/consignments").statusCode()).isEqualTo(200);
        var registered = as(token).post("/api/parties", "application/json",
                "{\"id\":\"TRUCK-1\",\"kind\":\"vehicle\",\"name\":\"A truck\"}".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(HttpCaller.json(registered).path("registeredBy").asText()).isEqualTo("HUBLINE/hubline.anna");
        assertThat(HttpCaller.json(registered).path("organisation").asText()).isEqualTo("HUBLINE");
    }

    @Test
    @Order(4)
    void signInsReturnOnlyToTheExactAddressAndOnlyWithPkce() throws Exception {
        var elsewhere = new SignIn(issuer, "http://127.0.0.1:8080/console/signed-in/elsewhere");
        assertThat(elsewhere.begin(elsewhere.parameters()).statusCode()).isEqualTo(400);

        var bare = new SignIn(issuer, CONSOLE + "/console/signed-in");
        Map<String, String> parameters = new HashMap<>(bare.parameters());
        parameters.keySet().removeAll(Set.of("code_challenge", "code_challenge_method"));
        assertThat(bare.begin(parameters).headers().firstValue("Location").orElse("")).contains("error=invalid_request");
    }

    @Test
    @Order(5)
    void aTokenOfAnotherRealmIsRefused() throws Exception {
        String foreign = serviceToken("HUBLINE").replaceFirst("\\.[^.]+\\.", "." + Base64.getUrlEncoder().withoutPadding().encodeToString(
                "{\"iss\":\"http://127.0.0.1/realms/master\",\"aud\":\"fairway\",\"party\":\"HUBLINE\",\"exp\":4102444800}".getBytes(
                        java.nio.charset.StandardCharsets.US_ASCII)) + ".");

        assertProblem(as(foreign).get("/api/consignments"), 401, "UNAUTHENTICATED");
    }

    @Test
    @Order(10)
    void anAdministratorInvitesAPersonWhoChoosesAPasswordAndSpeaksForTheOrganisation() throws Exception {
        TestParty anna = person("HUBLINE.anna");
        JsonNode invited = anna.create(MEMBERS, wish("carl", "member", "carrier"));
        assertThat(invited.path("state").asText()).isEqualTo("invited");
        assertThat(invited.path("name").asText()).isEqualTo("hubline.carl");
        assertThat(anna.create(MEMBERS, wish("carl", "member", "carrier"))).as("the same again").isEqualTo(invited);
        assertThat(mail.to("carl@sea.example")).hasSize(2);
        assertThat(anna.list(MEMBERS).getLast()).isEqualTo(invited);
        assertProblem(anna.call("POST", MEMBERS, wish("carl", "administrator", "carrier")), 409, "NOT_POSSIBLE");
        Map<String, Object> secondAccount = new HashMap<>(wish("carla", "member", "carrier"));
        secondAccount.put("email", "Carl@sea.example");
        assertProblem(anna.call("POST", MEMBERS, secondAccount), 409, "NOT_POSSIBLE");

        takeUp("carl");
        String token = signIn().token("hubline.carl", PASSWORD);
        assertThat(as(token).get("/api/consignments").statusCode()).isEqualTo(200);
        assertProblem(as(token).get(MEMBERS), 403, "FORBIDDEN");
        assertThat(anna.list(MEMBERS + "?limit=2")).extracting(member -> member.path("name").asText()).containsExactly("hubline.anna", "hubline.bo");
        assertThat(anna.list(anna.read(MEMBERS + "?limit=2").path("next").asText())).singleElement().satisfies(member -> {
            assertThat(member.path("state").asText()).isEqualTo("active");
            assertThat(member.path("duty").asText()).isEqualTo("member");
            assertThat(member.path("roles")).extracting(JsonNode::asText).containsExactly("carrier");
        });
    }

    @Test
    @Order(11)
    void anotherOrganisationsPersonIsLikeNobody() {
        String carl = MEMBERS + "/" + person("HUBLINE.anna").list(MEMBERS).getLast().path("id").asText();
        String nobody = MEMBERS + "/" + UUID.randomUUID();
        TestParty stranger = person("HUBFWD.anna");

        for (String method : List.of("GET", "DELETE")) {
            var foreign = stranger.call(method, carl, Map.of());
            assertProblem(foreign, 404, "NOT_FOUND");
            assertThat(TestParty.text(foreign).length()).isEqualTo(TestParty.text(stranger.call(method, nobody, Map.of())).length());
        }
        assertThat(person("HUBLINE.anna").read(carl).path("name").asText()).isEqualTo("hubline.carl");
        assertThat(stranger.list(MEMBERS)).hasSize(2);
        assertThat(stranger.create(MEMBERS, wish("carl", "member", "forwarder")).path("name").asText()).as("names never collide").isEqualTo("hubfwd.carl");
    }

    @Test
    @Order(12)
    void onlyAPersonWhoAdministersDoesThisAndGivesNoMoreThanTheOrganisationHas() throws Exception {
        assertProblem(person("HUBLINE.bo").call("POST", MEMBERS, wish("dora", "member", "carrier")), 403, "FORBIDDEN");
        assertProblem(new TestParty(as(serviceToken("HUBLINE"))).call("POST", MEMBERS, wish("dora", "member", "carrier")), 403, "FORBIDDEN");
        TestParty anna = person("HUBLINE.anna");
        assertProblem(anna.call("POST", MEMBERS, wish("dora", "member", "customs")), 409, "NOT_POSSIBLE");
        assertProblem(anna.call("POST", MEMBERS, wish("d.o", "member", "carrier")), 409, "NOT_POSSIBLE");
        assertProblem(anna.call("POST", MEMBERS, Map.of("name", "dora")), 400, "BODY_INVALID");
        assertProblem(anna.call("POST", MEMBERS, founding("HUBFWD")), 403, "FORBIDDEN");
        assertThat(anna.list(MEMBERS)).hasSize(3);
    }

    @Test
    @Order(13)
    void aRemovedPersonIsSignedOutAndStaysOut() throws Exception {
        TestParty anna = person("HUBLINE.anna");
        JsonNode tokens = signIn().tokens("hubline.carl", PASSWORD);
        assertThat(tokens.path("refresh_token").asText()).isNotEmpty();
        String carl = MEMBERS + "/" + anna.list(MEMBERS).getLast().path("id").asText();

        assertThat(anna.call("DELETE", carl, Map.of()).statusCode()).isEqualTo(204);

        assertThat(signIn().renewed(tokens.path("refresh_token").asText()).statusCode()).isEqualTo(400);
        assertThat(signIn().isLetIn("hubline.carl", PASSWORD)).isFalse();
        assertProblem(anna.call("DELETE", carl, Map.of()), 404, "NOT_FOUND");
        for (String kind : List.of("member-inviting", "member-invited", "member-removing", "member-removed")) {
            hub.asOwner("alter table journal no force row level security; do $$ begin if not exists (select 1 from journal where kind = '" + kind
                    + "' and party = 'HUBLINE') then raise exception 'not in the journal'; end if; end $$; alter table journal force row level security");
        }
    }

    @Test
    @Order(14)
    void theLastAdministratorStaysAndOneWhoWasRemovedLetsNobodyInWithATokenThatIsLeft() throws Exception {
        TestParty anna = person("HUBFWD.anna");
        String self = MEMBERS + "/" + anna.list(MEMBERS).getFirst().path("id").asText();
        assertProblem(anna.call("DELETE", self, Map.of()), 409, "NOT_POSSIBLE");
        assertThat(anna.read(self).path("duty").asText()).isEqualTo("administrator");

        anna.create(MEMBERS, wish("dora", "administrator", "forwarder"));
        assertProblem(anna.call("DELETE", self, Map.of()), 409, "NOT_POSSIBLE");
        takeUp("dora");
        TestParty dora = new TestParty(as(signIn().token("hubfwd.dora", PASSWORD)));
        assertThat(dora.call("DELETE", self, Map.of()).statusCode()).isEqualTo(204);

        assertProblem(anna.call("POST", MEMBERS, wish("eve", "member", "forwarder")), 403, "FORBIDDEN");
        assertProblem(anna.get(MEMBERS), 403, "FORBIDDEN");
        assertThat(anna.get("/api/consignments").statusCode()).as("until the token ends").isEqualTo(200);
    }

    @Test
    @Order(17)
    void ofTwoWhoRemoveEachOtherAtOnceOneIsLeft() throws Exception {
        TestParty anna = person("HUBBANK.anna");
        Map<String, Object> wish = new HashMap<>(wish("ida", "administrator", "bank"));
        String idas = MEMBERS + "/" + anna.create(MEMBERS, wish).path("id").asText();
        takeUp("ida");
        TestParty ida = new TestParty(as(signIn().token("hubbank.ida", PASSWORD)));
        String annas = MEMBERS + "/" + anna.list(MEMBERS).getFirst().path("id").asText();

        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = racers.submit(() -> anna.call("DELETE", idas, Map.of()).statusCode());
            var second = racers.submit(() -> ida.call("DELETE", annas, Map.of()).statusCode());
            assertThat(List.of(first.get(), second.get())).as("not both").isNotEqualTo(List.of(204, 204));
        }
        assertThat(List.of(anna.get(MEMBERS).statusCode(), ida.get(MEMBERS).statusCode())).as("who administers still").contains(200);
    }

    @Test
    @Order(15)
    void theOperatorLetsTheFirstAdministratorOfANewEnterpriseIn() throws Exception {
        TestParty operator = person("HUBOPS.anna");
        operator.create("/api/parties", Map.of("id", "NEWLINE", "kind", "enterprise", "name", "New Line", "roles", List.of("carrier"),
                "environment", "live"));
        assertProblem(operator.call("POST", MEMBERS, founding("NEWLINE")), 409, "NOT_POSSIBLE");
        assertThat(operator.call("PUT", "/api/parties/NEWLINE/status", Map.of("status", "active")).statusCode()).isEqualTo(200);

        assertThat(operator.create(MEMBERS, founding("NEWLINE")).path("name").asText()).isEqualTo("newline.frida");
        takeUp("frida");
        TestParty frida = new TestParty(as(signIn().token("newline.frida", PASSWORD)));
        assertThat(frida.list(MEMBERS)).hasSize(1);
        assertThat(frida.list("/api/parties")).extracting(party -> party.path("id").asText()).containsExactly("NEWLINE");
        assertProblem(operator.call("POST", MEMBERS, founding("NEWLINE")), 409, "NOT_POSSIBLE");
        assertProblem(operator.call("POST", MEMBERS, founding("HUBLINE")), 409, "NOT_POSSIBLE");
    }

    @Test
    @Order(16)
    void anInvitationThatBrokeOffCanDoNothingAndIsMadeAnew() throws Exception {
        String halfMade = "{\"username\":\"hubline.gustav\",\"enabled\":false,\"email\":\"x@sea.example\",\"requiredActions\":[\"UPDATE_PASSWORD\"]}";
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(HttpRequest.newBuilder(URI.create(keycloak.root() + "/admin/realms/fairway/users"))
                    .header("Authorization", "Bearer " + serviceToken("fairway-hub")).header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(halfMade)).build(), BodyHandlers.ofString()).statusCode()).isEqualTo(201);
        }
        TestParty anna = person("HUBLINE.anna");
        assertThat(anna.list(MEMBERS)).extracting(member -> member.path("name").asText()).doesNotContain("hubline.gustav");

        JsonNode gustav = anna.create(MEMBERS, wish("gustav", "member", "carrier"));

        assertThat(gustav.path("state").asText()).isEqualTo("invited");
        assertThat(gustav.path("email").asText()).isEqualTo("gustav@sea.example");
    }

    @Test
    @Order(20)
    void keysTurnOverUnderLoadWithoutAFailedRequest() throws Exception {
        String before = keyOf(serviceToken("HUBBANK"));
        var refused = new AtomicInteger();
        var calls = new AtomicInteger();
        var done = new AtomicBoolean();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> load = IntStream.range(0, 3).<Future<?>>mapToObj(caller -> callers.submit(() -> {
                while (!done.get()) {
                    HttpCaller bank = as(serviceToken("HUBBANK"));
                    refused.addAndGet(bank.get("/api/consignments").statusCode() == 200 ? 0 : 1);
                    calls.incrementAndGet();
                }
                return calls;
            })).toList();
            await().until(() -> calls.get() > 10);
            assertThat(asKeycloaksOperator("/admin/realms/fairway/components", "{\"name\":\"fresh\",\"providerId\":\"ecdsa-generated\","
                    + "\"providerType\":\"org.keycloak.keys.KeyProvider\",\"config\":{\"priority\":[\"900\"],\"enabled\":[\"true\"],"
                    + "\"active\":[\"true\"],\"ecdsaEllipticCurveKey\":[\"P-256\"]}}")).isEqualTo(201);
            int turned = calls.get();
            await().until(() -> calls.get() > turned + 20);
            done.set(true);
            for (Future<?> each : load) {
                each.get();
            }
        }
        assertThat(refused).hasValue(0);
        assertThat(keyOf(serviceToken("HUBBANK"))).isNotEqualTo(before);
    }

    @Test
    @Order(21)
    void aGenuineTokenOfAnotherRealmOfTheSameKeycloakIsRefused() throws Exception {
        assertProblem(as(operatorsToken()).get("/api/consignments"), 401, "UNAUTHENTICATED");
    }

    private static String keyOf(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(List.of(token.split("\\.")).getFirst())).path("kid").asText();
    }

    /** A token of the realm master, as Keycloak's own operator gets it. */
    private static String operatorsToken() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(URI.create(keycloak.root() + "/realms/master/protocol/openid-connect/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(
                            "grant_type=password&client_id=admin-cli&username=operator&password=" + PASSWORD.replace(" ", "%20"))).build(),
                    BodyHandlers.ofString());
            return new ObjectMapper().readTree(answer.body()).path("access_token").asText();
        }
    }

    private static int asKeycloaksOperator(String path, String content) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(keycloak.root() + path)).header("Authorization", "Bearer " + operatorsToken())
                    .header("Content-Type", "application/json").POST(BodyPublishers.ofString(content)).build(), BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    @Order(99)
    void withKeycloakAwayTokensGoOnUntilTheyEndAndSignInsFailClearly() throws Exception {
        TestParty anna = person("HUBLINE.anna");
        String token = serviceToken("HUBBANK");
        assertThat(as(token).get("/api/consignments").statusCode()).isEqualTo(200);

        keycloak.close();

        assertThat(as(token).get("/api/consignments").statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> serviceToken("HUBBANK")).isInstanceOf(IOException.class);
        var refused = anna.call("POST", MEMBERS, wish("hanna", "member", "carrier"));
        assertProblem(refused, 503, "IDENTITY_UNAVAILABLE");
        assertThat(refused.headers().firstValue("Retry-After")).contains("5");
        assertProblem(anna.get(MEMBERS), 503, "IDENTITY_UNAVAILABLE");
    }

    /** @param name within the organisation; the mail goes to it at sea.example */
    private static Map<String, Object> wish(String name, String duty, String role) {
        return Map.of("name", name, "email", name.replace(".", "") + "@sea.example", "givenName", "Person", "familyName", "Of the Sea", "duty", duty,
                "roles", List.of(role));
    }

    private static Map<String, Object> founding(String organisation) {
        Map<String, Object> wish = new HashMap<>(wish("frida", "administrator", "carrier"));
        wish.put("organisation", organisation);
        return wish;
    }

    private static void takeUp(String name) throws IOException, InterruptedException {
        signIn().takeUp(mail.to(name + "@sea.example").getLast().link(), PASSWORD);
    }

    private static SignIn signIn() {
        return new SignIn(issuer, CONSOLE + "/console/signed-in");
    }

    private static TestParty person(String id) {
        return PERSONS.computeIfAbsent(id, person -> {
            try {
                return new TestParty(as(signIn().token(person.toLowerCase(Locale.ROOT), REALM.passwordOf(person))));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String serviceToken(String party) throws IOException, InterruptedException {
        var answer = send(Credential.parse(REALM.secrets(issuer).get(party)), party);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body()).path("access_token").asText();
    }

    private static java.net.http.HttpResponse<String> send(Credential credential, String party) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(credential.tokenRequest(URI.create("http://127.0.0.1"), party, Instant.now()).build(), BodyHandlers.ofString());
        }
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(List.of(token.split("\\.")).get(1)));
    }

    private static HttpCaller as(String token) {
        return HttpCaller.withToken(hub.port(), token);
    }
}
