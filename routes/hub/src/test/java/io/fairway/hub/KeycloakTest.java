package io.fairway.hub;

import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.boot.WholeHub;
import io.fairway.fixture.keycloak.KeycloakServer;
import io.fairway.fixture.keycloak.PortRealm;
import io.fairway.fixture.simulator.Credential;
import io.fairway.web.HttpCaller;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    private static final PortRealm REALM = new PortRealm(ROLES);

    @TempDir
    private static Path home;
    private static KeycloakServer keycloak;
    private static URI issuer;
    private static WholeHub hub;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path archive = archive();
        int port = KeycloakServer.freePort();
        issuer = KeycloakServer.issuer(port);
        keycloak = KeycloakServer.start(archive, port, REALM.json(CONSOLE));
        Path parties = Files.writeString(home.resolve("parties.yaml"), ROLES.entrySet().stream().map(party ->
                "  - {party: %s, environment: live, roles: [%s]}%n".formatted(party.getKey(), party.getValue().toLowerCase(java.util.Locale.ROOT)))
                .collect(Collectors.joining("", "counterparts:\n", "")));
        hub = WholeHub.start(home, "--FAIRWAY_ISSUER=" + issuer, "--FAIRWAY_COUNTERPARTS=" + parties);
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
    @Order(99)
    void withKeycloakAwayTokensGoOnUntilTheyEndAndSignInsFailClearly() throws Exception {
        String token = serviceToken("HUBBANK");
        assertThat(as(token).get("/api/consignments").statusCode()).isEqualTo(200);

        keycloak.close();

        assertThat(as(token).get("/api/consignments").statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> serviceToken("HUBBANK")).isInstanceOf(IOException.class);
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
