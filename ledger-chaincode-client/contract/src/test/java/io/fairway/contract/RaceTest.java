package io.fairway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Proposals endorsed on one version and committed in any order: the first wins, the others are read conflicts. */
class RaceTest {
    private final Harbour harbour = Harbour.open();
    private final Random random = new Random(20261121);

    @Test
    @Tag("long")
    void ofTransferPledgeAndSurrenderHaveOneWinnerEach() {
        for (int number = 1; number <= 200; number++) {
            String bill = harbour.issueBill(number);

            assertThat(winners(harbour.order("shipper", "bill.offer", bill).to("buyer").with("deadline", harbour.in(Duration.ofDays(1))),
                    harbour.order("shipper", "bill.pledge", bill).to("bank"),
                    harbour.order("shipper", "bill.surrender", bill).with("purpose", "delivery"))).isEqualTo(1);
            assertThat(harbour.read(bill).members()).containsEntry("holder", "shipper").containsEntry("version", "2");
        }
    }

    @Test
    void ofAcceptingAndRefusingHaveOneWinner() {
        String bill = harbour.issueBill(1);
        harbour.order("shipper", "bill.offer", bill).to("buyer").with("deadline", harbour.in(Duration.ofDays(1))).succeeds();

        assertThat(winners(harbour.order("buyer", "bill.accept", bill), harbour.order("buyer", "bill.refuse", bill))).isEqualTo(1);
    }

    @Test
    void ofTwoRedemptionsAndARevocationHaveOneWinner() {
        String release = harbour.issueRelease(1);
        harbour.order("forwarder", "release.nominate", release).to("haulier").succeeds();
        harbour.order("haulier", "release.acceptNomination", release).succeeds();

        assertThat(winners(redemption(release), redemption(release), harbour.order("customs", "release.revoke", release).with("reason",
                "seizure"))).isEqualTo(1);
    }

    @Test
    void ofTwoIssuesOfOneNumberHaveOneWinner() {
        assertThat(winners(issue(), issue())).isEqualTo(1);
    }

    @Test
    void ofTwoReleasesOfOneContainerHaveOneWinner() {
        assertThat(winners(harbour.releaseOrder(1), harbour.releaseOrder(2).with("units", Harbour.units(1)))).isEqualTo(1);
    }

    @Test
    void ofTwoClaimsHaveOneWinner() {
        assertThat(winners(claim("bank"), claim("other-bank"))).isEqualTo(1);
        assertThat(harbour.read("financing/" + Harbour.DIGEST).text("state")).isEqualTo("active");
    }

    @Test
    void ofOneIntentSentTwiceHaveOneWinnerAndTheOtherLearnsItsOutcome() {
        String bill = harbour.issueBill(1);
        Order offer = harbour.order("shipper", "bill.offer", bill).to("buyer").with("deadline", harbour.in(Duration.ofDays(1)));

        assertThat(winners(offer, offer)).isEqualTo(1);
        assertThat(offer.succeeds().text("version")).isEqualTo("2");
    }

    @Test
    void ofAKeyRevokedWhileItSignsDoNotLetItsMoveThrough() {
        String bill = harbour.issueBill(1);
        MemoryLedger.Proposal move = harbour.order("shipper", "bill.pledge", bill).to("bank").propose();
        harbour.order("shipper", "key.revoke", "party/shipper").with("keyId", harbour.key("shipper").id()).succeeds();

        assertThat(move.isEndorsed()).isTrue();
        assertThat(harbour.ledger().commit(move)).isFalse();
    }

    private int winners(Order... orders) {
        List<MemoryLedger.Proposal> endorsed = new ArrayList<>(Stream.of(orders).map(Order::propose).toList());
        assertThat(endorsed).allMatch(MemoryLedger.Proposal::isEndorsed);
        Collections.shuffle(endorsed, random);
        return (int) endorsed.stream().filter(harbour.ledger()::commit).count();
    }

    private Order redemption(String release) {
        return harbour.order("terminal", "release.redeem", release).to("haulier").with("units", Harbour.units(1));
    }

    private Order issue() {
        return harbour.order("ocean-line", "bill.issue", Harbour.bill(7, 1)).to("shipper").with("root", Harbour.DIGEST).with("form", "bearer");
    }

    private Order claim(String bank) {
        return harbour.order(bank, "financing.claim", "financing/" + Harbour.DIGEST).atVersion(0).with("contact", "mailbox-" + bank);
    }
}
