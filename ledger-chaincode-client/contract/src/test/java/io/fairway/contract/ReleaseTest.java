package io.fairway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTest {
    private static final String SALT = "00112233445566778899aabbccddeeff";
    private static final String OTHER_SALT = "ffeeddccbbaa99887766554433221100";

    private final Harbour harbour = Harbour.open();
    private final String release = harbour.issueRelease(1);

    @Test
    void standsOnASurrenderedBillAndGoesToTheOneWhoSurrenderedIt() {
        String bill = harbour.issueBill(5);
        onSurrender(bill, "shipper").isRefused(Refusal.STATE);
        harbour.order("shipper", "bill.surrender", bill).with("purpose", "delivery").succeeds();
        harbour.order("ocean-line", "bill.acceptSurrender", bill).succeeds();
        onSurrender(bill, "forwarder").isRefused(Refusal.RECIPIENT);

        onSurrender(bill, "shipper").succeeds();
    }

    @ParameterizedTest
    @ValueSource(strings = {"waybill", "telex"})
    void isNotGivenPastALiveBill(String kind) {
        harbour.issueBill(6);

        harbour.releaseOrder(6).with("kind", kind).isRefused(Refusal.BILL_LIVE);
        harbour.releaseOrder(7).with("kind", kind).succeeds();
    }

    @Test
    void isTransferredOnlyWithTheReceiversWord() {
        harbour.order("forwarder", "release.offer", release).to("buyer").succeeds();
        harbour.order("shipper", "release.accept", release).isRefused(Refusal.NOT_ENTITLED);
        harbour.order("buyer", "release.decline", release).succeeds();
        harbour.order("buyer", "release.accept", release).isRefused(Refusal.NOT_ENTITLED);
        harbour.order("forwarder", "release.offer", release).to("buyer").succeeds();
        harbour.order("forwarder", "release.withdraw", release).succeeds();
        harbour.order("forwarder", "release.offer", release).to("shipper").succeeds();

        harbour.order("shipper", "release.accept", release).succeeds();

        assertThat(harbour.read(release).text("holder")).isEqualTo("shipper");
        harbour.order("forwarder", "release.offer", release).to("buyer").isRefused(Refusal.NOT_ENTITLED);
    }

    @Test
    void losesItsHaulierWhenItIsTransferred() {
        readyForGate(release);
        harbour.order("forwarder", "release.offer", release).to("buyer").succeeds();
        harbour.order("buyer", "release.accept", release).succeeds();

        redeem(release, "haulier", Harbour.units(1)).isRefused(Refusal.HAULIER);
    }

    @Test
    void isFetchedOnlyByTheHaulierWhoAccepted() {
        harbour.order("forwarder", "release.nominate", release).to("buyer").isRefused(Refusal.RECIPIENT);
        harbour.order("forwarder", "release.nominate", release).to("haulier").succeeds();
        harbour.order("other-haulier", "release.acceptNomination", release).isRefused(Refusal.NOT_ENTITLED);
        redeem(release, "haulier", Harbour.units(1)).isRefused(Refusal.HAULIER);
        harbour.order("haulier", "release.declineNomination", release).succeeds();
        readyForGate(release);
        harbour.order("haulier", "release.declineNomination", release).isRefused(Refusal.STATE);
        redeem(release, "other-haulier", Harbour.units(1)).isRefused(Refusal.HAULIER);
        harbour.order("forwarder", "release.dismiss", release).succeeds();

        redeem(release, "haulier", Harbour.units(1)).isRefused(Refusal.HAULIER);
    }

    @Test
    void givesOutEachContainerOnce() {
        readyForGate(release);
        String first = Harbour.units(1).split(",", -1)[0];
        harbour.order("terminal", "release.redeem", release).to("haulier").isRefused(Refusal.UNIT_UNKNOWN);
        redeem(release, "haulier", first).succeeds();
        redeem(release, "haulier", first).isRefused(Refusal.UNIT_TAKEN);
        redeem(release, "haulier", Harbour.units(1)).isRefused(Refusal.UNIT_TAKEN);
        assertThat(harbour.read(release).text("state")).isEqualTo("active");

        redeem(release, "haulier", Harbour.units(1).split(",", -1)[1]).succeeds();

        assertThat(harbour.read(release).text("state")).isEqualTo("redeemed");
        redeem(release, "haulier", first).isRefused(Refusal.STATE);
        harbour.order("ocean-line", "release.revoke", release).with("reason", "error").isRefused(Refusal.STATE);
    }

    @Test
    void isRedeemedOnlyAtTheTerminalItNames() {
        readyForGate(release);
        harbour.settle("other-terminal", "PortMSP", "terminal");

        harbour.order("other-terminal", "release.redeem", release).to("haulier").with("units", Harbour.units(1)).isRefused(Refusal.NOT_ENTITLED);
        harbour.order("forwarder", "release.redeem", release).to("haulier").with("units", Harbour.units(1)).isRefused(Refusal.ROLE);
    }

    @Test
    void isHeldByCarrierAndAuthoritiesApartAndLiftedByEachForItself() {
        readyForGate(release);
        harbour.order("shipper", "release.hold", release).with("reason", "spite").isRefused(Refusal.NOT_ENTITLED);
        harbour.order("other-line", "release.hold", release).with("reason", "spite").isRefused(Refusal.NOT_ENTITLED);
        harbour.order("customs", "release.hold", release).with("reason", "examination").succeeds();
        harbour.order("customs", "release.hold", release).with("reason", "examination").isRefused(Refusal.STATE);
        harbour.order("ocean-line", "release.hold", release).with("reason", "demurrage").succeeds();
        harbour.order("ocean-line", "release.lift", release).succeeds();
        harbour.order("ocean-line", "release.lift", release).isRefused(Refusal.HOLD_UNKNOWN);
        redeem(release, "haulier", Harbour.units(1)).isRefused(Refusal.HELD);
        harbour.order("customs", "release.lift", release).succeeds();

        redeem(release, "haulier", Harbour.units(1)).succeeds();
    }

    @Test
    void revokedFreesWhatWasNotRedeemed() {
        readyForGate(release);
        String first = Harbour.units(1).split(",", -1)[0];
        redeem(release, "haulier", first).succeeds();
        harbour.order("customs", "release.revoke", release).with("reason", "seizure").succeeds();
        redeem(release, "haulier", Harbour.units(1).split(",", -1)[1]).isRefused(Refusal.STATE);

        harbour.releaseOrder(2).with("units", first).isRefused(Refusal.UNIT_TAKEN);
        harbour.releaseOrder(3).with("units", Harbour.units(1).split(",", -1)[1]).succeeds();
    }

    @Test
    void isWorthNothingAfterItsValidityUnlessExtended() {
        readyForGate(release);
        harbour.order("ocean-line", "release.expire", release).isRefused(Refusal.DEADLINE);
        harbour.pass(Duration.ofDays(6));
        redeem(release, "haulier", Harbour.units(1)).isRefused(Refusal.DEADLINE);
        harbour.order("forwarder", "release.offer", release).to("buyer").isRefused(Refusal.DEADLINE);
        harbour.order("forwarder", "release.extend", release).with("validUntil", harbour.in(Duration.ofDays(1))).isRefused(Refusal.NOT_ENTITLED);
        harbour.order("ocean-line", "release.extend", release).with("validUntil", harbour.in(Duration.ofDays(-3))).isRefused(Refusal.DEADLINE);
        harbour.order("ocean-line", "release.extend", release).with("validUntil", harbour.in(Duration.ofDays(1))).succeeds();

        redeem(release, "haulier", Harbour.units(1).split(",", -1)[0]).succeeds();

        harbour.pass(Duration.ofDays(2));
        harbour.order("ocean-line", "release.expire", release).succeeds();
        assertThat(harbour.read(release).text("state")).isEqualTo("expired");
    }

    @Test
    void isNotRedeemedBeforeItIsValid() {
        harbour.releaseOrder(8).with("validFrom", harbour.in(Duration.ofDays(1))).succeeds();
        String later = "release/ocean-line/release-0008";
        readyForGate(later);

        redeem(later, "haulier", Harbour.units(8)).isRefused(Refusal.DEADLINE);
    }

    @Test
    void waitsForConditionsAndCharges() {
        harbour.releaseOrder(9).with("conditions", "customs-release,deposit").with("charges", "due").succeeds();
        String waiting = "release/ocean-line/release-0009";
        readyForGate(waiting);
        harbour.order("ocean-line", "release.fulfil", waiting).with("condition", "customs-release").isRefused(Refusal.ROLE);
        harbour.order("customs", "release.fulfil", waiting).with("condition", "deposit").isRefused(Refusal.NOT_ENTITLED);
        harbour.order("ocean-line", "release.fulfil", waiting).with("condition", "fees").isRefused(Refusal.CONDITION);
        harbour.order("customs", "release.fulfil", waiting).with("condition", "customs-release").succeeds();
        redeem(waiting, "haulier", Harbour.units(9)).isRefused(Refusal.CONDITION);
        harbour.order("ocean-line", "release.fulfil", waiting).with("condition", "deposit").succeeds();
        redeem(waiting, "haulier", Harbour.units(9)).isRefused(Refusal.CHARGES);
        harbour.order("ocean-line", "release.charge", waiting).with("charges", "settled").succeeds();

        redeem(waiting, "haulier", Harbour.units(9)).succeeds();
    }

    @Test
    void ofBulkIsRedeemedInPartsThatNeverExceedTheWhole() {
        String bulk = bulk(20, "10000");
        readyForGate(bulk);
        part(bulk, "4000").succeeds();
        part(bulk, "7000").isRefused(Refusal.QUANTITY);
        harbour.order("terminal", "release.redeem", bulk).to("haulier").with("units", Harbour.DIGEST).isRefused(Refusal.QUANTITY);

        Fields last = part(bulk, "6000").succeeds();

        assertThat(last.text("state")).isEqualTo("redeemed");
        assertThat(harbour.list("quantity", bulk)).singleElement().satisfies(quantity -> assertThat(quantity.text("redeemed")).isEqualTo("10000"));
        part(bulk, "1").isRefused(Refusal.STATE);
    }

    @Test
    void ofBulkKeepsTheAmountOffTheLedger() {
        String bulk = bulk(20, "10007");
        readyForGate(bulk);
        part(bulk, "4003").succeeds();

        assertThat(harbour.list("history", bulk)).noneMatch(record -> record.json().contains("10007") || record.json().contains("4003"));
        assertThat(harbour.ledger().events()).noneMatch(event -> event.payload().json().contains("4003"));
    }

    @Test
    void ofBulkRevokedLeavesTheRestAndNoMoreToTheNext() {
        String bulk = bulk(20, "10000");
        readyForGate(bulk);
        part(bulk, "4000").succeeds();
        harbour.order("ocean-line", "release.revoke", bulk).with("reason", "error").succeeds();
        harbour.releaseOrder(21).with("units", Harbour.DIGEST).isRefused(Refusal.UNIT_TAKEN);
        harbour.releaseOrder(21).with("units", Harbour.DIGEST).withQuantity("6001", SALT).isRefused(Refusal.QUANTITY);

        harbour.releaseOrder(21).with("units", Harbour.DIGEST).withQuantity("6000", SALT).succeeds();
    }

    private String bulk(int number, String amount) {
        harbour.releaseOrder(number).with("units", Harbour.DIGEST).withQuantity(amount, SALT).succeeds();
        return "release/ocean-line/release-%04d".formatted(number);
    }

    private Order part(String bulk, String amount) {
        return harbour.order("terminal", "release.redeem", bulk).to("haulier").withQuantity(amount, OTHER_SALT);
    }

    private void readyForGate(String which) {
        harbour.order("forwarder", "release.nominate", which).to("haulier").succeeds();
        harbour.order("haulier", "release.acceptNomination", which).succeeds();
    }

    private Order redeem(String which, String haulier, String units) {
        return harbour.order("terminal", "release.redeem", which).to(haulier).with("units", units);
    }

    private Order onSurrender(String bill, String recipient) {
        return harbour.releaseOrder(30).without("number").to(recipient).with("kind", "surrender").with("bill", bill);
    }
}
