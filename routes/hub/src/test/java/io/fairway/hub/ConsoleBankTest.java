package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.usecase.Digests;
import io.fairway.usecase.verification.Check;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bank asks of a trade by the console. */
@Tag("long")
class ConsoleBankTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final String PAGE = "/console/bank";
    private static final byte[] NOTHING = new byte[0];
    private static final Shipment SHIPMENT = Shipment.of(HUB.freshSeed(), 0);
    private static final byte[] MANIFEST = Voyages.cuscar(List.of(SHIPMENT), "BK" + SHIPMENT.bill().substring(4));
    private static final Browser BANK = signedIn("HUBBANK.anna");
    private static String grant = "";

    @BeforeAll
    static void aCarrierGrantsItsBankTheSightOfABill() {
        TestParty line = HUB.party("HUBLINE");
        line.submitAccepted(MANIFEST);
        grant = line.create("/api/grants", Map.of("party", "HUBBANK", "consignment", line.consignment(SHIPMENT.bill()).at("/consignment/id").asText(),
                "declarations", false, "validUntil", Instant.now().plus(Duration.ofDays(365)).toString())).path("id").asText();
    }

    private static Browser signedIn(String person) {
        return Browser.signedIn(HUB.port(), HUB.process().home(), person);
    }

    private static String row(String page, String check) {
        Matcher row = Pattern.compile("<tr><th scope=\"row\"[^>]*>" + Pattern.quote(check) + "</th>.*?</tr>", Pattern.DOTALL).matcher(page);
        assertThat(row.find()).as(check + " in " + page).isTrue();
        return row.group();
    }

    @Test
    void answersCheckByCheckWithWordColourAndPlaceAndKeepsTheAnswers() {
        HttpResponse<String> answered = BANK.upload(PAGE, MANIFEST, Map.of("grant", grant));

        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
        assertThat(answered.uri().getPath()).startsWith(PAGE + "/verifications/");
        assertThat(answered.body().split("<tr><th scope=\"row\"", -1)).hasSize(Check.values().length + 1);
        assertThat(row(answered.body(), "Document unaltered")).contains("<span class=\"badge good\">matches</span>",
                Digests.of(MANIFEST).value(), "heard <time");
        assertThat(row(answered.body(), "Gated out")).contains("<span class=\"badge warn\">not available</span>", "0 of 1");
        assertThat(answered.body()).contains("no ledger read");
        assertThat(BANK.page(PAGE)).contains(answered.uri().getPath(), SHIPMENT.bill());
        assertThat(signedIn("HUBBANK.bo").page(answered.uri().getPath() + "?lang=zh")).contains("文件未改动", "相符", "无法核验");
    }

    @Test
    void marksWhatWasChangedInACopyWithoutTellingTheRightFigure() {
        String right = Integer.toString(SHIPMENT.grossKilograms());
        byte[] altered = new String(MANIFEST, StandardCharsets.ISO_8859_1).replace("CNT+7:" + right + ":KGM",
                "CNT+7:" + (SHIPMENT.grossKilograms() + 900) + ":KGM").getBytes(StandardCharsets.ISO_8859_1);

        String answered = BANK.upload(PAGE, altered, Map.of("carrier", "HUBLINE", "bill", SHIPMENT.bill())).body();

        assertThat(row(answered, "Document unaltered")).contains("<span class=\"badge bad\">does not match</span>");
        assertThat(row(answered, "Packages, weight, containers")).contains("<span class=\"badge bad\">does not match</span>", "gross weight");
        assertThat(row(answered, "Parties")).contains("<span class=\"badge good\">matches</span>");
    }

    @Test
    void takesADigestInPlaceOfTheFile() {
        String answered = BANK.upload(PAGE, NOTHING, Map.of("grant", grant, "digest", Digests.of(MANIFEST).value(), "latestShipment", "2026-03-31",
                "invoice", "INV-7", "amount", "USD 1250.00", "customer", "HUBLINE")).body();

        assertThat(row(answered, "Document unaltered")).contains("matches");
        assertThat(row(answered, "Parties")).contains("not available");
    }

    @ParameterizedTest
    @CsvSource({"grant,not-an-id", "digest,abc", "latestShipment,March", "amount,much", "customer,!!"})
    void showsTheFormAgainWithWhatWasFilledInWhenAFieldIsWrong(String field, String value) {
        var filled = new HashMap<>(Map.of("grant", grant, "invoice", "<b>7"));
        filled.put(field, value);

        HttpResponse<String> again = BANK.upload(PAGE, MANIFEST, filled);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("role=\"alert\"", "href=\"#" + field + "\"", "value=\"" + value + "\"", "aria-invalid=\"true\"")
                .contains("value=\"&lt;b&gt;7\"").doesNotContain("<b>7");
    }

    @Test
    void asksForGrantOrBillAndTellsNothingOfWhatIsNotGranted() {
        assertThat(BANK.upload(PAGE, MANIFEST, Map.of("bill", SHIPMENT.bill())).statusCode()).isEqualTo(400);
        Browser other = signedIn("OTHERBANK.anna");
        HttpResponse<String> foreign = other.upload(PAGE, MANIFEST, Map.of("carrier", "HUBLINE", "bill", SHIPMENT.bill()));
        HttpResponse<String> missing = other.upload(PAGE, MANIFEST, Map.of("carrier", "HUBLINE", "bill", "HUBLNEVER"));
        String answers = BANK.upload(PAGE, MANIFEST, Map.of("grant", grant)).uri().getPath();

        assertThat(foreign.statusCode()).isEqualTo(404).isEqualTo(missing.statusCode());
        assertThat(foreign.body()).contains("You see no such trade");
        assertThat(other.get(answers).statusCode()).isEqualTo(404);
        assertThat(other.get(answers + "/proofs/gross-weight").statusCode()).isEqualTo(404);
        assertThat(signedIn("HUBLINE.anna").get(answers).statusCode()).isEqualTo(403);
    }

    @Test
    void handsOutTheProofOfAFactAndSaysWhenThereIsNone() {
        HttpResponse<String> answered = BANK.upload(PAGE, MANIFEST, Map.of("grant", grant));
        String proofs = answered.uri().getPath() + "/proofs/";
        assertThat(answered.body()).contains("action=\"" + proofs + "gross-weight\"", "action=\"" + proofs + "shipped-on-board\"");

        HttpResponse<String> weight = BANK.get(proofs + "gross-weight");

        assertThat(weight.statusCode()).as(weight.body()).isEqualTo(200);
        assertThat(weight.headers().firstValue("Content-Disposition").orElse("")).contains("attachment", "gross-weight.asice");
        assertThat(weight.body()).startsWith("PK");
        HttpResponse<String> notYet = BANK.get(proofs + "gated-out");
        assertThat(notYet.statusCode()).isEqualTo(409);
        assertThat(notYet.body()).contains("Nothing stands here yet that proves this");
        assertThat(BANK.get(proofs + "colour").statusCode()).isEqualTo(404);
        assertThat(BANK.get(proofs + "shipped-on-board?latestShipment=March").statusCode()).isEqualTo(400);
    }
}
