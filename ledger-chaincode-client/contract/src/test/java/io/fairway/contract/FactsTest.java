package io.fairway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {
    private static final String NOTHING = "0".repeat(64);

    private final Harbour harbour = Harbour.open();

    @ParameterizedTest
    @CsvSource({"customs,customs-released", "customs,customs-held", "terminal,discharged", "terminal,gated-in", "terminal,gated-out", "port,vessel-called"})
    void areSaidByThePartyEntitledToThem(String party, String fact) {
        attestation(party, fact).succeeds();
        attestation("shipper", fact).isRefused(Refusal.ROLE);

        assertThat(harbour.list("about", Harbour.DIGEST)).singleElement()
                .satisfies(said -> assertThat(said.members()).containsEntry("fact", fact).containsEntry("by", party).containsEntry("state", "stands"));
    }

    @Test
    void areWithdrawnByWhoSaidThem() {
        attestation("customs", "customs-released").succeeds();
        harbour.order("terminal", "attestation.withdraw", "attestation/customs/fact-0001").isRefused(Refusal.NOT_ENTITLED);
        harbour.order("customs", "attestation.withdraw", "attestation/customs/fact-0001").succeeds();

        harbour.order("customs", "attestation.withdraw", "attestation/customs/fact-0001").isRefused(Refusal.STATE);
        attestation("port", "rumoured").isRefused(Refusal.INTENT_FORM);
    }

    @Test
    void tellBothSidesOfAClashAndNothingElse() {
        harbour.order("shipper", "financing.claim", claim()).with("contact", "mailbox-shipper").isRefused(Refusal.ROLE);
        assertThat(claim("bank").succeeds().text("result")).isEqualTo("active");

        Fields clash = claim("other-bank").succeeds();

        assertThat(clash.members()).containsOnlyKeys("result", "contact", "otherContact", "subject").containsEntry("result", "clash")
                .containsEntry("contact", "mailbox-bank").containsEntry("otherContact", "mailbox-other-bank");
        assertThat(harbour.ledger().events().getLast().payload()).isEqualTo(clash);
        assertThat(harbour.read(claim()).members()).containsEntry("claimant", "bank").containsEntry("version", "1");
        assertThat(harbour.list("clashes", Harbour.DIGEST)).hasSize(1);
    }

    @Test
    void letAClaimBeMadeAnewWhenTheFirstHasEnded() {
        claim("bank").succeeds();
        harbour.order("other-bank", "financing.end", claim()).isRefused(Refusal.NOT_ENTITLED);
        harbour.order("bank", "financing.end", claim()).succeeds();
        harbour.order("bank", "financing.end", claim()).isRefused(Refusal.STATE);

        assertThat(claim("other-bank").succeeds().members()).containsEntry("result", "active").containsEntry("version", "3");
    }

    @Test
    void anchorBatchesInOrderWithoutGaps() {
        batch(NOTHING, Harbour.DIGEST, 0, 5).succeeds();
        batch(NOTHING, Harbour.OTHER_DIGEST, 5, 5).isRefused(Refusal.ANCHOR_GAP);
        batch(Harbour.DIGEST, Harbour.OTHER_DIGEST, 6, 5).isRefused(Refusal.ANCHOR_GAP);
        batch(Harbour.DIGEST, Harbour.OTHER_DIGEST, 5, 0).isRefused(Refusal.ANCHOR_GAP);
        batch(Harbour.DIGEST, Harbour.OTHER_DIGEST, 5, 7).atVersion(0).isRefused(Refusal.VERSION);
        batch(Harbour.DIGEST, Harbour.OTHER_DIGEST, 5, 7).succeeds();

        harbour.order("shipper", "anchor.append", "anchor/hub/journal").with("root", NOTHING).with("previous", Harbour.OTHER_DIGEST).with("first", "12")
                .with("count", "1").isRefused(Refusal.NOT_ENTITLED);
        assertThat(harbour.list("anchored", "hub", "journal",
                "1")).singleElement().satisfies(first -> assertThat(first.text("root")).isEqualTo(Harbour.DIGEST));
        assertThat(harbour.list("anchored", "hub", "journal", "2")).singleElement().satisfies(second -> assertThat(second.text("first")).isEqualTo("5"));
        assertThat(harbour.ask("anchored", "hub", "journal", "3").code()).isEqualTo("FW-SUBJECT-UNKNOWN");
    }

    @Test
    void keepAClockThatGoesForwardInSteps() {
        tick("shipper", Duration.ZERO).isRefused(Refusal.ROLE);
        tick("clockmaker", Duration.ofMinutes(6)).isRefused(Refusal.CLOCK);
        tick("clockmaker", Duration.ZERO).succeeds();
        tick("clockmaker", Duration.ofMinutes(-1)).isRefused(Refusal.CLOCK);
        harbour.pass(Duration.ofDays(3));

        tick("clockmaker", Duration.ZERO).isRefused(Refusal.CLOCK);
        tick("clockmaker", Duration.ofDays(-1)).succeeds();
    }

    @Test
    void keepNoClockOfTheHubs() {
        harbour.order("@CarrierMSP", "charter.propose", "charter").with("organisations", Harbour.CHARTER.replace("HubMSP hub haulier",
                "HubMSP hub clock,haulier"))
                .succeeds();
        for (String organisation : new String[] {"BankMSP", "CustomsMSP", "PortMSP"}) {
            harbour.order("@" + organisation, "charter.ratify", "charter").succeeds();
        }
        harbour.settle("sundial", "HubMSP", "clock");

        tick("sundial", Duration.ZERO).isRefused(Refusal.ORGANISATION);
    }

    private Order attestation(String party, String fact) {
        return harbour.order(party, "attestation.make", "attestation/" + party + "/fact-0001").with("fact", fact).with("about", Harbour.DIGEST)
                .with("root", Harbour.OTHER_DIGEST);
    }

    private static String claim() {
        return "financing/" + Harbour.DIGEST;
    }

    private Order claim(String bank) {
        return harbour.order(bank, "financing.claim", claim()).atVersion(0).with("contact", "mailbox-" + bank);
    }

    private Order batch(String previous, String root, long first, long count) {
        return harbour.order("hub", "anchor.append", "anchor/hub/journal").with("root", root).with("previous", previous).with("first", Long.toString(first))
                .with("count", Long.toString(count));
    }

    private Order tick(String party, Duration ahead) {
        return harbour.order(party, "clock.tick", "clock").with("at", harbour.in(ahead));
    }
}
