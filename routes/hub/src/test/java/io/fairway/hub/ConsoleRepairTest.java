package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.usecase.Digests;
import io.fairway.web.HttpCaller;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody could read, or what the hub gave up, is looked at, repaired by a person and submitted again; nothing is corrected silently. */
@Tag("long")
class ConsoleRepairTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final String OVERDUE = "/api/operations/overdue/";

    private final long seed = HUB.freshSeed();
    private final byte[] good = Voyages.cuscar(List.of(Shipment.of(seed, 0)), "RP" + seed);
    private final byte[] broken = changed(good, "UNB+", "XNB+");

    private static byte[] changed(byte[] document, String found, String put) {
        return new String(document, StandardCharsets.ISO_8859_1).replace(found, put).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Browser signedIn(String person) {
        return Browser.signedIn(HUB.port(), HUB.process().home(), person);
    }

    private static String unreadable(byte[] document) {
        JsonNode sent = HUB.party("HUBLINE").submit(document);
        assertThat(sent.path("state").asText()).isEqualTo("unreadable");
        return sent.path("id").asText();
    }

    private static JsonNode repaired(String original, byte[] copy) {
        return HttpCaller.json(HUB.party("HUBOPS").http().post(OVERDUE + original + "/repairs", "application/edifact", copy));
    }

    private static String settled(String transmission) {
        String address = "/api/transmissions/" + transmission;
        await().atMost(Duration.ofMinutes(1)).until(() -> HUB.party("HUBLINE").read(address).path("state").asText().equals("settled"));
        return address;
    }

    @Test
    void submitsARepairedCopyThatNamesTheOriginalAndWhoRepairedIt() {
        String original = unreadable(broken);

        JsonNode stuck = HUB.party("HUBOPS").read(OVERDUE + original);
        assertThat(stuck.path("kind").asText()).isEqualTo("transmission");
        assertThat(stuck.path("party").asText()).isEqualTo("HUBLINE");
        assertThat(stuck.path("findings")).isNotEmpty();
        assertThat(HUB.party("HUBOPS").http().get(OVERDUE + original + "/original").body()).isEqualTo(broken);
        String copy = repaired(original, good).path("transmission").asText();

        JsonNode kept = HUB.party("HUBLINE").read(settled(copy));
        assertThat(kept.at("/repairs/original").asText()).isEqualTo(original);
        assertThat(kept.at("/repairs/by").asText()).isEqualTo("HUBOPS");
        assertThat(kept.at("/interchanges/0/interchange/verdict").asText()).isEqualTo("accepted");
        JsonNode before = HUB.party("HUBLINE").read("/api/transmissions/" + original);
        assertThat(before.path("digest").asText()).isEqualTo(Digests.of(broken).value());
        assertThat(before.path("state").asText()).isEqualTo("unreadable");
        assertThat(before.at("/repairedBy/0/transmission").asText()).isEqualTo(copy);
        assertThat(repaired(original, good).path("transmission").asText()).as("sent twice").isEqualTo(copy);
        assertThat(HUB.party("HUBOPS").read(OVERDUE + original).path("repairs")).hasSize(1);
    }

    @Test
    void journalsWhoLookedAndWhoRepaired() throws SQLException {
        String original = unreadable(broken);
        HUB.party("HUBOPS.anna").http().get(OVERDUE + original + "/original");
        HUB.party("HUBOPS.anna").http().post(OVERDUE + original + "/repairs", "application/edifact", good);

        assertThat(HUB.party("HUBLINE").read("/api/transmissions/" + original).at("/repairedBy/0/by").asText()).isEqualTo("HUBOPS/anna");
        HUB.process().asOwner("""
                alter table journal no force row level security;
                do $$ begin
                    if (select count(*) from journal where subject = '%s' and kind in ('stuck-shown', 'transmission-repaired')
                        and detail ->> 'by' = 'HUBOPS/anna') <> 2 then raise exception 'not journalled'; end if;
                end $$;
                alter table journal force row level security""".formatted(original));
    }

    @Test
    void aPersonRepairsByHandWhatStandsBesideItsFindings() {
        Browser operator = signedIn("HUBOPS.anna");
        String original = unreadable(broken);
        String page = "/console/operations/" + original;
        assertThat(operator.page("/console/operations/unreadable")).contains(page);
        assertThat(operator.page(page)).contains("XNB+", "not readable", page + "/repair");
        HttpResponse<String> form = operator.get(page + "/repair");
        assertThat(form.body()).contains("<textarea", "XNB+");
        byte[] miscounted = new String(good, StandardCharsets.ISO_8859_1).replaceFirst("UNT\\+[0-9]+", "UNT+99").getBytes(StandardCharsets.ISO_8859_1);

        HttpResponse<String> checked = operator.submit(form, page + "/repair", Map.of("act", "check", "text",
                new String(miscounted, StandardCharsets.ISO_8859_1).replace("\n", "\r\n")));
        assertThat(checked.body()).contains("UNT+99", "name=\"fix\"").doesNotContain("XNB+");
        HttpResponse<String> sent = operator.submit(checked, page + "/repair", Map.of("act", "send", "text",
                new String(good, StandardCharsets.ISO_8859_1).replace("\n", "\r\n")));

        assertThat(sent.uri().getPath()).isEqualTo(page);
        assertThat(sent.body()).contains("Repairs", "HUBOPS/anna", Digests.of(good).value());
        String copy = HUB.party("HUBOPS").read(OVERDUE + original).at("/repairs/0/transmission").asText();
        settled(copy);
        assertThat(signedIn("HUBLINE.anna").page("/console/transmissions/" + copy)).contains("Repaired copy, made by HUBOPS/anna", original);
        assertThat(signedIn("HUBLINE.anna").page("/console/transmissions/" + original)).contains("Repaired by HUBOPS/anna", copy);
    }

    @Test
    void theSenderItselfEditsARefusedDocumentAfterItsFixesAreIn() {
        Browser line = signedIn("HUBLINE.anna");
        byte[] miscounted = new String(good, StandardCharsets.ISO_8859_1).replaceFirst("UNT\\+[0-9]+", "UNT+99").getBytes(StandardCharsets.ISO_8859_1);
        String interchange = HUB.party("HUBLINE").submit(miscounted).at("/interchanges/0/interchange/id").asText();
        String page = "/console/messages/" + interchange;
        HttpResponse<String> message = line.get(page);
        Matcher fix = Pattern.compile("name=\"fix\" value=\"([^\"]+)\"").matcher(message.body());
        assertThat(fix.find()).isTrue();

        HttpResponse<String> form = line.submit(message, page + "/mend", Map.of("act", "edit", "fix", fix.group(1)));
        String text = form.body().replaceAll("(?s).*<textarea[^>]*>\\n(.*)</textarea>.*", "$1").replace("&#39;", "'").replace("&amp;", "&");
        assertThat(text).doesNotContain("UNT+99");
        HttpResponse<String> sent = line.submit(form, page + "/repair", Map.of("act", "send", "text", text));

        assertThat(sent.body()).contains("accepted", "Repaired copy, made by HUBLINE/anna");
        assertThat(signedIn("OTHERLINE.anna").get(page + "/repair").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"</textarea><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "<svg/onload=alert(1)>"})
    void letsNothingRunThatStandsInWhatIsRepaired(String text) {
        Browser operator = signedIn("HUBOPS.anna");
        String page = "/console/operations/" + unreadable((text + seed).getBytes(StandardCharsets.US_ASCII));

        for (String shown : List.of(operator.page(page), operator.page(page + "/repair"),
                operator.submit(operator.get(page + "/repair"), page + "/repair", Map.of("act", "check", "text", text)).body())) {
            assertThat(shown).doesNotContain(text, "<script", "<svg", "<img").contains("&lt;");
        }
    }

    @Test
    void aParkedTransmissionIsShownRepairedAndParkedNoMore() throws SQLException {
        HUB.process().asOwner("""
                create function unread() returns trigger language plpgsql as
                $$ begin if new.reference = 'RP%1$s' then raise exception 'planted'; end if; return new; end $$;
                create trigger unread before insert on interchange for each row execute function unread()""".formatted(seed));
        String parked;
        try {
            parked = HttpCaller.json(HUB.party("HUBLINE").http().post("/api/transmissions", "application/edifact", good)).path("id").asText();
            await().atMost(Duration.ofMinutes(2)).until(() -> HUB.party("HUBLINE").read("/api/transmissions/" + parked).path("state").asText()
                    .equals("parked"));
        } finally {
            HUB.process().asOwner("drop trigger unread on interchange; drop function unread()");
        }
        assertThat(HUB.party("HUBOPS").read(OVERDUE + parked).path("cause").asText()).contains("planted");
        assertThat(signedIn("HUBOPS.anna").page("/console/operations/" + parked)).contains("planted", "UNB+", "Try again");

        settled(repaired(parked, changed(good, "RP" + seed, "RQ" + seed)).path("transmission").asText());

        assertThat(HUB.party("HUBLINE").read("/api/transmissions/" + parked).path("state").asText()).isEqualTo("unreadable");
    }

    @Test
    void repairsNothingThatIsNotStuckAndForNobodyElse() {
        String missing = UUID.randomUUID().toString();
        String fine = HUB.party("HUBLINE").submit(good).path("id").asText();

        for (String id : List.of(missing, fine)) {
            assertThat(HUB.party("HUBOPS").http().get(OVERDUE + id).statusCode()).isEqualTo(404);
            assertThat(HUB.party("HUBOPS").http().get(OVERDUE + id + "/original").statusCode()).isEqualTo(404);
            assertThat(HUB.party("HUBOPS").http().post(OVERDUE + id + "/repairs", "application/edifact", good).statusCode()).isEqualTo(404);
        }
        assertThat(HUB.party("HUBLINE").http().get(OVERDUE + fine).statusCode()).isEqualTo(403);
        assertThat(signedIn("HUBOPS.anna").get("/console/operations/" + fine).statusCode()).isEqualTo(404);
    }

    @Test
    void aKeyThatLooksLikeARepairIsNoneOfIts() {
        String original = unreadable(broken);
        String forged = HttpCaller.json(HUB.party("HUBLINE").http().send(HUB.party("HUBLINE").http().to("/api/transmissions")
                .header("Content-Type", "application/edifact").header("Idempotency-Key", "repairs:" + original + ":" + Digests.of(good).value())
                .POST(BodyPublishers.ofByteArray(good)))).path("id").asText();

        assertThat(HUB.party("HUBLINE").read(settled(forged)).has("repairs")).isFalse();
    }
}
