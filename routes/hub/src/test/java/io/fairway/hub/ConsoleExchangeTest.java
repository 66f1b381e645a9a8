package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people send by the console, what they mend there, and how an operator goes on with what is stuck. */
@Tag("long")
class ConsoleExchangeTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final Pattern MESSAGE = Pattern.compile("href=\"(/console/messages/[0-9a-f-]{36})\"");
    private static final Pattern FIX = Pattern.compile("name=\"fix\" value=\"([^\"]+)\"");

    private final long seed = HUB.freshSeed();

    private static Browser signedIn(String person) {
        return Browser.signedIn(HUB.port(), HUB.process().home(), person);
    }

    private static byte[] changed(byte[] document, String found, String put) {
        return new String(document, StandardCharsets.ISO_8859_1).replaceFirst(found, Matcher.quoteReplacement(put)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String message(HttpResponse<String> transmission) {
        Matcher message = MESSAGE.matcher(transmission.body());
        assertThat(message.find()).as(transmission.body()).isTrue();
        return message.group(1);
    }

    @Test
    void showsFindingsBesideTheTextAndSendsItAgainWithTheFixThatIsAccepted() {
        Browser forwarder = signedIn("HUBFWD.anna");
        byte[] miscounted = changed(Voyages.cusdec(Shipment.of(seed, 0), "CX" + seed), "UNT\\+[0-9]+", "UNT+99");

        HttpResponse<String> checked = forwarder.upload(miscounted, "check");
        assertThat(checked.body()).contains("UNT+99", "What was found").doesNotContain("alert(1)");
        String message = message(forwarder.upload(miscounted, "send"));
        HttpResponse<String> page = forwarder.get(message);
        assertThat(page.body()).contains("refused", "UNT+99", "Send again with the chosen fixes");
        assertThat(forwarder.page("/console")).contains("CX" + seed);
        Matcher fix = FIX.matcher(page.body());
        assertThat(fix.find()).isTrue();

        HttpResponse<String> again = forwarder.submit(page, message + "/mend", Map.of("fix", fix.group(1)));

        assertThat(again.uri().getPath()).startsWith("/console/transmissions/");
        assertThat(again.body()).contains("accepted").doesNotContain("CX" + seed);
        assertThat(forwarder.page(message(again))).doesNotContain("UNT+99");
    }

    @Test
    void changesNothingWithoutAChosenFix() {
        Browser forwarder = signedIn("HUBFWD.bo");
        String message = message(forwarder.upload(changed(Voyages.cusdec(Shipment.of(seed, 0), "CY" + seed), "UNT\\+[0-9]+", "UNT+98"), "send"));

        assertThat(forwarder.submit(forwarder.get(message), message + "/mend", Map.of()).statusCode()).isEqualTo(409);
        assertThat(signedIn("OTHERFWD.anna").get(message).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAFormWithoutAFile() {
        assertThat(signedIn("HUBFWD.anna").upload(new byte[0], "send").body()).contains("The file is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<svg/onload=alert(1)>", "\"><a href=javascript:alert(1)>", "</span><img src=x onerror=alert(1)>"})
    void letsNothingRunThatADocumentContains(String text) {
        Browser line = signedIn("HUBLINE.anna");
        byte[] document = changed(Voyages.cuscar(List.of(Shipment.of(seed, 0)), "XS" + seed), "SHANGHAI BLUE CRANE TRADING CO LTD", text);

        HttpResponse<String> checked = line.upload(document, "check");
        HttpResponse<String> sent = line.upload(document, "send");

        for (String page : List.of(checked.body(), sent.body(), line.page(message(sent)), line.page("/console"))) {
            assertThat(page).doesNotContain(text, "<script", "<svg", "<img", "href=\"javascript:", "href=javascript:alert(1)>");
        }
        assertThat(checked.body()).contains("&lt;".concat(text.substring(text.indexOf('<') + 1, text.indexOf('<') + 3)));
    }

    @Test
    void letsAnOperatorTryAgainWhatIsStuckOnceTheCauseIsGone() throws SQLException {
        Shipment stuck = Shipment.of(seed, 0);
        HUB.process().asOwner("""
                create function held_up() returns trigger language plpgsql as
                $$ begin if new.bill = '%s' then raise exception 'planted'; end if; return new; end $$;
                create trigger held_up before update on consignment for each row execute function held_up()""".formatted(stuck.bill()));
        Browser operator = signedIn("HUBOPS.anna");
        String transmission;
        try {
            transmission = "/api/transmissions/" + HUB.party("HUBLINE").submit(Voyages.cuscar(List.of(stuck), "ST" + seed)).path("id").asText();
            await().atMost(Duration.ofMinutes(1)).until(() -> HUB.party("HUBLINE").read(transmission).at("/interchanges/0/tally/parked").asInt() == 1);
        } finally {
            HUB.process().asOwner("drop trigger held_up on consignment; drop function held_up()");
        }
        String fact = HUB.party("HUBLINE").read(transmission).at("/interchanges/0/facts/0/id").asText();
        assertThat(operator.page("/console")).contains("Stuck: the hub gave up");
        HttpResponse<String> operations = operator.get("/console/operations");
        assertThat(operations.body()).contains("planted", fact);

        HttpResponse<String> after = operator.submit(operations, "/console/operations/" + fact + "/resume", Map.of());

        assertThat(after.statusCode()).isEqualTo(200);
        await().atMost(Duration.ofMinutes(1)).until(() -> HUB.party("HUBLINE").read(transmission).at("/interchanges/0/tally/applied").asInt() == 1);
        assertThat(operator.submit(operations, "/console/operations/" + fact + "/resume", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void showsTheCarrierByBillWhatDoesNotAgreeOnItsVoyageWithoutWhatWasDeclared() {
        Shipment shipment = Shipment.of(seed, 0);
        String other = Shipment.of(seed, 1).container();
        HUB.party("HUBLINE").submitAccepted(Voyages.cuscar(List.of(shipment), "VB" + seed));
        HUB.party("HUBFWD").submitAccepted(changed(Voyages.cusdec(shipment, "VD" + seed), shipment.container(), other));
        String consignment = "/api/consignments/" + HUB.party("HUBLINE").consignment(shipment.bill()).at("/consignment/id").asText();
        await().atMost(Duration.ofMinutes(1)).until(() -> !HUB.party("HUBLINE").list(consignment + "/discrepancies").isEmpty());
        String call = HUB.party("HUBLINE").read(consignment).at("/consignment/portCall").asText();

        String board = signedIn("HUBLINE.anna").page("/console/voyages/" + call);

        String findings = board.substring(board.indexOf("What does not agree, by bill"));
        assertThat(findings).contains(shipment.bill(), "The manifest does not list").doesNotContain(shipment.lrn(), "186400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/voyages", "/console/rights", "/console/bank", "/console/approvals", "/console/messages"})
    void showsABankItsPages(String path) {
        assertThat(signedIn("HUBBANK.anna").page(path)).contains("<h1>");
    }
}
