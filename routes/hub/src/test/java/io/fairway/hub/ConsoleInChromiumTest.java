package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.web.HttpCaller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console in a real browser, as a person of each role uses it. */
@Tag("long")
class ConsoleInChromiumTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int DESKTOP = 1200;
    private static final int PHONE = 375;
    private static final RunningHub HUB = RunningHub.instance();
    private static final Shipment SHIPMENT = Shipment.of(HUB.freshSeed(), 0);
    private static final String ROOT = "http://127.0.0.1:" + HUB.port();

    @BeforeAll
    static void aShipCalls() {
        HUB.party("HUBLINE").submitAccepted(Voyages.cuscar(List.of(SHIPMENT), "CHR" + HUB.freshSeed()));
    }

    private static Chromium browser(int width) throws IOException {
        Optional<Path> driver = Chromium.driver();
        assumeTrue(driver.isPresent(), "chromium-driver is not installed");
        return Chromium.start(driver.orElseThrow(), width);
    }

    private static void signIn(Chromium browser, String person) {
        browser.open(ROOT + "/console");
        assertThat(browser.text("main")).contains("for development only");
        browser.click("#person option[value='" + person + "']");
        browser.type("#secret", HttpCaller.secret(HUB.process().home(), person));
        browser.click("main button");
        arrive(browser, ROOT + "/console");
    }

    /** A click is over before the page that it leads to is there. */
    private static void arrive(Chromium browser, String address) {
        await(address).atMost(PATIENCE).ignoreExceptions().until(() -> browser.address().equals(address)
                && browser.ask("document.readyState").asText().equals("complete"));
    }

    @ParameterizedTest
    @CsvSource({"HUBFWD.anna,/console/submit", "HUBLINE.anna,/console/voyages", "CNCUSTOMS.anna,/console/consignments",
        "HUBTERM.anna,/console/approvals", "HUBBANK.anna,/console/bank", "HUBOPS.anna,/console/operations"})
    void everyRoleFindsItsPagesByTheMenuOnScreenAndPhone(String person, String path) throws IOException {
        for (int width : List.of(DESKTOP, PHONE)) {
            try (Chromium browser = browser(width)) {
                signIn(browser, person);
                photograph(browser, person, width, "work");
                browser.click("nav a[href='" + path + "']");
                arrive(browser, ROOT + path);
                photograph(browser, person, width, "page");
                assertThat(browser.ask("document.documentElement.scrollWidth <= window.innerWidth").asBoolean()).as("fits " + width).isTrue();
                assertThat(browser.ask("[...document.querySelectorAll('input:not([type=hidden]),select,textarea')].every(e => e.labels.length > 0)")
                        .asBoolean()).as("every field has a label").isTrue();
            }
        }
    }

    @Test
    void isUsedWithTheKeyboardInChinese() throws IOException {
        try (Chromium browser = browser(DESKTOP)) {
            signIn(browser, "HUBLINE.anna");
            browser.open(ROOT + "/console/consignments?lang=zh");
            assertThat(browser.title()).startsWith("货物");

            browser.press("\uE004");
            await().atMost(PATIENCE).until(() -> browser.ask("document.activeElement.className").asText().equals("skip"));
            browser.press("\uE007");
            await().atMost(PATIENCE).until(() -> browser.ask("location.hash").asText().equals("#main"));
            browser.type("#bill", SHIPMENT.bill() + "\uE007");
            arrive(browser, ROOT + "/console/consignments?bill=" + SHIPMENT.bill());

            browser.click("tbody a");
            await().atMost(PATIENCE).ignoreExceptions().until(() -> browser.text("main").contains(SHIPMENT.container())
                    && browser.text("main").contains("时间线"));
            photograph(browser, "HUBLINE.anna", DESKTOP, "consignment-zh");
        }
    }

    @Test
    void aForwarderMendsARefusedDeclarationWhereItStands() throws IOException {
        String reference = "CHM" + HUB.freshSeed();
        byte[] miscounted = new String(Voyages.cusdec(SHIPMENT, reference), StandardCharsets.ISO_8859_1).replaceFirst("UNT\\+[0-9]+", "UNT+99")
                .getBytes(StandardCharsets.ISO_8859_1);
        String message = "/console/messages/" + HUB.party("HUBFWD").submit(miscounted).at("/interchanges/0/interchange/id").asText();
        try (Chromium browser = browser(DESKTOP)) {
            signIn(browser, "HUBFWD.anna");
            photograph(browser, "HUBFWD.anna", DESKTOP, "work-refused");
            browser.click("a[href='" + message + "']");
            arrive(browser, ROOT + message);
            assertThat(browser.text(".original .marked")).contains("UNT+99");
            photograph(browser, "HUBFWD.anna", DESKTOP, "message");

            browser.click("form[action='" + message + "/mend'] button");

            await().atMost(PATIENCE).ignoreExceptions().until(() -> browser.address().startsWith(ROOT + "/console/transmissions/")
                    && browser.text("main .badge").equals("accepted"));
            photograph(browser, "HUBFWD.anna", DESKTOP, "mended");
        }
    }

    /** Pictures for whoever wants to see the pages; beside the other results of the build. */
    private static void photograph(Chromium browser, String person, int width, String page) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "console-pictures"));
        browser.photograph(folder.resolve(person + "-" + width + "-" + page + ".png"));
    }
}
