package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.web.HttpCaller;
import io.fairway.web.OpenTo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The console as a person of each role meets it, without a screen. */
@Tag("long")
class ConsoleTest {
    private static final Pattern ROW = Pattern.compile("\\| `([A-Z]+ [^`]+)` \\| ([a-z_]+) \\|.*");
    private static final RunningHub HUB = RunningHub.instance();
    private static final Shipment SHIPMENT = Shipment.of(HUB.freshSeed(), 0);
    private static final Browser LINE = signedIn("HUBLINE.anna");
    private static String consignment = "";

    @BeforeAll
    static void aShipCalls() {
        HUB.party("HUBLINE").submitAccepted(Voyages.cuscar(List.of(SHIPMENT), "CON" + HUB.freshSeed()));
        consignment = "/console/consignments/" + HUB.party("HUBLINE").consignment(SHIPMENT.bill()).at("/consignment/id").asText();
    }

    private static Browser signedIn(String person) {
        return Browser.signedIn(HUB.port(), HUB.process().home(), person);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HUBFWD.anna", "HUBLINE.bo", "HUBAGT.anna", "HUBHAUL.anna", "CNCUSTOMS.anna", "HUBMSA.anna", "HUBBORDER.anna",
        "HUBTERM.anna", "HUBBANK.anna", "HUBOPS.anna", "HUBAUDIT.anna"})
    void everybodySeesFirstWhatThereIsToDoInBothLanguages(String person) {
        Browser browser = signedIn(person);

        assertThat(browser.page("/console")).contains("What there is to do now", person.substring(0, person.indexOf('.')) + "/");
        assertThat(browser.page("/console?lang=zh")).contains("<html lang=\"zh-CN\">", "当前待办");
        assertThat(browser.page("/console")).contains("当前待办");
    }

    @Test
    void aBrowserIsAnsweredInTheLanguageItPrefers() {
        assertThat(new Browser(HUB.port()).get("/console", "Accept-Language", "zh-CN,en;q=0.5").body()).contains("开发环境登录");
    }

    @Test
    void tellsOfAConsignmentWithItsTimeline() {
        assertThat(LINE.page("/console/consignments?bill=" + SHIPMENT.bill())).contains(SHIPMENT.bill(), consignment);
        assertThat(LINE.page(consignment)).contains(SHIPMENT.container(), "Timeline", "http-equiv=\"refresh\"");
        assertThat(LINE.page(consignment + "?live=off")).doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void showsNothingOfWhatIsNotTheCallers() {
        Browser stranger = signedIn("OTHERLINE.anna");

        HttpResponse<String> foreign = stranger.get(consignment);
        HttpResponse<String> missing = stranger.get("/console/consignments/00000000-0000-4000-8000-000000000000");

        assertThat(foreign.statusCode()).isEqualTo(404).isEqualTo(missing.statusCode());
        assertThat(foreign.body()).contains("Nothing is known to you").doesNotContain(SHIPMENT.bill());
        assertThat(stranger.page("/console/consignments?bill=" + SHIPMENT.bill())).doesNotContain(SHIPMENT.container());
    }

    @Test
    void sendsWhoIsNotSignedInToSignInAndThenWhereHeWanted() {
        var browser = new Browser(HUB.port());
        HttpResponse<String> form = browser.get(consignment + "?live=off");
        assertThat(form.uri().getPath()).isEqualTo("/oauth2/authorize");
        assertThat(form.body()).contains("for development only");

        HttpResponse<String> answer = browser.submit(form, "/oauth2/authorize", Map.of("person", "HUBLINE.anna", "secret",
                HttpCaller.secret(HUB.process().home(), "HUBLINE.anna")));

        assertThat(answer.uri().toString()).endsWith(consignment + "?live=off");
        assertThat(answer.body()).contains(SHIPMENT.bill());
    }

    @Test
    void letsNobodyInWithAWrongSecretOrAForeignAddress() {
        var browser = new Browser(HUB.port());
        HttpResponse<String> form = browser.get("/console");
        assertThat(browser.submit(form, "/oauth2/authorize", Map.of("person", "HUBLINE.anna", "secret", "guessed")).body())
                .contains("not the secret of this person");

        HttpResponse<String> elsewhere = browser.get(form.uri().getPath() + "?" + form.uri().getRawQuery()
                .replaceAll("redirect_uri=[^&]*", "redirect_uri=https://evil.example/console/signed-in"));
        assertThat(elsewhere.statusCode()).isEqualTo(400);
        assertThat(browser.get("/console/signed-in?code=made-up&state=made-up").statusCode()).isEqualTo(400);
        assertThat(browser.get("/console/sign-in?then=https://evil.example/").uri().getRawQuery()).doesNotContain("evil");
    }

    @Test
    void leadsWhoeverTypesTheBareAddressToTheSignIn() {
        HttpResponse<String> form = new Browser(HUB.port()).get("/");

        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.uri().getRawQuery()).contains("redirect_uri=");
    }

    /** Every page by method and address, with the audience that may open it. */
    private static Map<String, String> served() {
        var served = new TreeMap<String, String>();
        HUB.process().context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getPackageName().equals("io.fairway.web.console")) {
                String audience = Objects.requireNonNull(method.getMethodAnnotation(OpenTo.class)).value().name().toLowerCase(Locale.ROOT);
                mapping.getMethodsCondition().getMethods().forEach(verb -> mapping.getPatternValues().forEach(path -> served.put(verb + " " + path, audience)));
            }
        });
        return served;
    }

    @Test
    void servesExactlyThePagesOfTheTableInTheDocumentationToWhomItSays() throws IOException {
        Map<String, String> table = Files.readAllLines(Path.of("../../docs/console.md")).stream().map(ROW::matcher).filter(Matcher::matches)
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2), (one, other) -> one, TreeMap::new));

        assertThat(table).isEqualTo(served());
    }

    @ParameterizedTest
    @CsvSource({"HUBFWD.anna,/console/operations", "HUBLINE.anna,/console/bank", "HUBGATE.anna,/console/consignments", "HUBOPS.anna,/console/bank",
        "HUBBANK.anna,/console/submit"})
    void refusesAPageToWhomItIsNotOpen(String person, String path) {
        assertThat(served()).containsKey("GET " + path);
        assertThat(signedIn(person).get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void refusesFormsThatAreNotOfThisSession() {
        assertThat(LINE.post("/console/sign-out", Map.of()).statusCode()).isEqualTo(403);
        assertThat(LINE.get("/console").statusCode()).isEqualTo(200);
    }

    @Test
    void endsTheSessionWhenItIsTold() {
        Browser browser = signedIn("HUBLINE.bo");

        HttpResponse<String> end = browser.submit(browser.get("/console"), "/console/sign-out", Map.of());

        assertThat(end.body()).contains("You are signed out");
        assertThat(browser.get("/console").uri().getPath()).isEqualTo("/oauth2/authorize");
    }

    @Test
    void tellsBrowsersToRunAndKeepNothing() throws Exception {
        HttpResponse<String> page = LINE.get("/console");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'", "style-src 'self'",
                "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'").doesNotContain("unsafe", "script-src");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.body()).doesNotContain("<script", " style=", " onclick");
        HttpResponse<Void> begun = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(LINE.root() + "/console/sign-in")).build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(begun.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Lax", "Path=/console");
    }
}
