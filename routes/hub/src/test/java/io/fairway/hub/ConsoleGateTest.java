package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The screen of a lane, and how two people of the terminal set a rule aside by the console. A truck nobody knows stands before the barrier in each. */
@Tag("long")
class ConsoleGateTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final String LANE = "/console/gates/OUT03";
    private String passage = "";

    @BeforeEach
    void aTruckNobodyBookedComes() {
        say("LOOP", "loop", Map.of("state", "ENTERED"));
        say("LPR", "lpr", Map.of("plate", "HUA77777", "confidence", 0.98));
        say("OCR", "ocr", Map.of("containers", List.of(Map.of("position", "F", "number", "MSKU7000013", "sizeType", "22G1", "confidence", 0.99))));
        say("ESEAL", "eseal", Map.of("sealId", "HB000001", "state", "SEALED"));
        say("RPM", "radiation", Map.of("gammaAlarm", false, "neutronAlarm", false, "tamper", false, "gammaBackground", 812));
        say("KIOSK", "driver", Map.of("driver", "D3101"));
        JsonNode decided = say("WB", "weight", Map.of("grossKg", 30_000, "stable", true)).path("decision");
        passage = LANE + "/transactions/" + decided.path("transaction").asText();
    }

    @AfterEach
    void itLeaves() {
        say("LOOP", "loop", Map.of("state", "LEFT"));
    }

    private static JsonNode say(String device, String kind, Map<String, Object> members) {
        Map<String, Object> reading = new LinkedHashMap<>(Map.of("device", device + "-OUT-03", "kind", kind, "at", Instant.now().toString()));
        reading.putAll(members);
        return HUB.party("HUBGATE").create("/api/gates/OUT03/readings", reading);
    }

    private static Browser signedIn(String person) {
        return Browser.signedIn(HUB.port(), HUB.process().home(), person);
    }

    @Test
    void showsTheDecisionInLargeLettersInBothLanguagesOfTheDriverWithTheRulesBehindIt() {
        Browser terminal = signedIn("HUBTERM.anna");

        String screen = terminal.page(LANE);

        assertThat(screen).contains("http-equiv=\"refresh\" content=\"2\"", "class=\"sentence\" lang=\"en\"", "class=\"sentence\" lang=\"zh-CN\"",
                "HUA77777", "LPR-OUT-03", "badge bad");
        assertThat(screen).containsPattern("class=\"sign\">(WAIT|TURN BACK|TO INSPECTION)<");
        assertThat(terminal.page("/console/gates")).contains("href=\"" + LANE + "\"");
        assertThat(terminal.page(LANE + "?lang=zh")).containsPattern("class=\"sign\">(等候|退回|转查验)<");
    }

    @Test
    void setsARuleAsideOnlyWhenASecondPersonConfirms() {
        Browser anna = signedIn("HUBTERM.anna");
        HttpResponse<String> page = anna.get(passage + "?lang=en");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("http-equiv=\"refresh\"", "<option value=\"CUSTOMS\"");
        Matcher rule = Pattern.compile("<option value=\"([A-Z_]+)\"").matcher(page.body());
        assertThat(rule.find()).as(page.body()).isTrue();
        String reason = "Looked at it, report " + HUB.freshSeed();

        assertThat(anna.submit(page, passage + "/overrides", Map.of("rule", rule.group(1), "reason", " ")).statusCode()).isEqualTo(400);
        assertThat(anna.submit(page, passage + "/overrides", Map.of("rule", "NONE", "reason", reason)).statusCode()).isEqualTo(400);
        assertThat(anna.submit(page, passage + "/overrides", Map.of("rule", "CUSTOMS", "reason", reason)).statusCode()).isEqualTo(403);
        HttpResponse<String> asked = anna.submit(page, passage + "/overrides", Map.of("rule", rule.group(1), "reason", reason));

        assertThat(asked.uri().getPath()).isEqualTo("/console/approvals");
        assertThat(asked.body()).contains(reason);
        assertThat(anna.page(passage)).doesNotContain("Set aside by");
        Browser bo = signedIn("HUBTERM.bo");
        HttpResponse<String> approvals = bo.get("/console/approvals?lang=en");
        String card = approvals.body().substring(approvals.body().indexOf(reason));
        Matcher confirm = Pattern.compile("action=\"(/console/approvals/[^\"]+/confirm)\"").matcher(card);
        assertThat(confirm.find()).isTrue();
        assertThat(bo.submit(approvals, confirm.group(1), Map.of()).statusCode()).isEqualTo(200);
        assertThat(anna.page(passage)).contains("Set aside by HUBTERM/anna, HUBTERM/bo");
    }

    @Test
    void showsOthersNothing() {
        Browser other = signedIn("OTHERTERM.anna");

        assertThat(other.get(LANE).statusCode()).isEqualTo(404);
        assertThat(other.get(passage).statusCode()).isEqualTo(404);
        assertThat(other.page("/console/gates")).doesNotContain("OUT03");
        assertThat(signedIn("HUBHAUL.anna").get(LANE).statusCode()).isEqualTo(403);
    }
}
