package io.fairway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillTest {
    private final Harbour harbour = Harbour.open();
    private final String bill = harbour.issueBill(1);

    @Test
    void isHeldByItsFirstHolderFromIssueOn() {
        assertThat(harbour.read(bill).members()).containsEntry("holder", "shipper").containsEntry("state", "held").containsEntry("version", "1")
                .containsEntry("custody", "party-held").containsEntry("action", "bill.issue");
        assertThat(harbour.list("number", "ocean-line", Harbour.number(1))).singleElement().satisfies(number -> assertThat(number.says("state",
                "live")).isTrue());
    }

    @Test
    void isNotIssuedInAnotherCarriersName() {
        harbour.order("other-line", "bill.issue", Harbour.bill(2, 1)).to("shipper").with("root", Harbour.DIGEST).with("form", "bearer")
                .isRefused(Refusal.NOT_ENTITLED);
    }

    @Test
    void staysWithItsHolderUntilTheOfferIsAccepted() {
        offer("buyer");
        assertThat(harbour.read(bill).text("holder")).isEqualTo("shipper");
        harbour.order("forwarder", "bill.accept", bill).isRefused(Refusal.NOT_ENTITLED);
        harbour.order("shipper", "bill.surrender", bill).with("purpose", "delivery").isRefused(Refusal.STATE);

        harbour.order("buyer", "bill.accept", bill).succeeds();

        assertThat(harbour.read(bill).members()).containsEntry("holder", "buyer").containsEntry("state", "held").doesNotContainKeys("offeredTo", "deadline");
    }

    @Test
    void staysWithItsHolderWhenTheOfferIsRefused() {
        offer("buyer");

        harbour.order("buyer", "bill.refuse", bill).succeeds();

        assertThat(harbour.read(bill).members()).containsEntry("holder", "shipper").containsEntry("state", "held");
    }

    @Test
    void isNotAcceptedAfterTheDeadlineAndLapsesThen() {
        offer("buyer");
        harbour.order("shipper", "bill.lapse", bill).isRefused(Refusal.DEADLINE);
        harbour.pass(Duration.ofDays(3));
        harbour.order("buyer", "bill.accept", bill).isRefused(Refusal.DEADLINE);

        harbour.order("shipper", "bill.lapse", bill).succeeds();

        assertThat(harbour.read(bill).text("state")).isEqualTo("held");
    }

    @Test
    void comesBackToItsHolderWhenTheCarrierDoesNotAnswerTheSurrenderInTime() {
        harbour.order("shipper", "bill.surrender", bill).with("purpose", "delivery").with("deadline", harbour.in(Duration.ofDays(31)))
                .isRefused(Refusal.DEADLINE);
        harbour.order("shipper", "bill.surrender", bill).with("purpose", "delivery").with("deadline", harbour.in(Duration.ofDays(2))).succeeds();
        harbour.order("shipper", "bill.lapse", bill).isRefused(Refusal.DEADLINE);
        harbour.pass(Duration.ofDays(3));
        harbour.order("buyer", "bill.lapse", bill).isRefused(Refusal.NOT_ENTITLED);

        harbour.order("shipper", "bill.lapse", bill).succeeds();

        assertThat(harbour.read(bill).members()).containsEntry("state", "held").containsEntry("holder", "shipper").doesNotContainKeys("purpose",
                "deadline");
        harbour.order("ocean-line", "bill.acceptSurrender", bill).isRefused(Refusal.STATE);
    }

    @Test
    void staysSurrenderedWhenNoDeadlineWasSet() {
        harbour.order("shipper", "bill.surrender", bill).with("purpose", "delivery").succeeds();
        harbour.pass(Duration.ofDays(60));

        harbour.order("shipper", "bill.lapse", bill).isRefused(Refusal.STATE);
        harbour.order("ocean-line", "bill.acceptSurrender", bill).succeeds();
    }

    @Test
    void doesNotLapseByTheSubmittersWordWhereTheClockRuns() {
        harbour.order("clockmaker", "clock.tick", "clock").with("at", harbour.ledger().time().toString()).succeeds();
        offer("buyer");
        harbour.pass(Duration.ofDays(3));

        harbour.order("shipper", "bill.lapse", bill).isRefused(Refusal.DEADLINE);
    }

    @Test
    void isEndorsedByTheOneItIsMadeOutTo() {
        harbour.order("shipper", "bill.endorse", bill).with("kind", "order").to("buyer").succeeds();
        harbour.order("shipper", "bill.endorse", bill).with("kind", "blank").isRefused(Refusal.BILL_FORM);
        harbour.order("shipper", "bill.surrender", bill).with("purpose", "delivery").isRefused(Refusal.BILL_FORM);
        handTo("buyer");

        harbour.order("buyer", "bill.endorse", bill).with("kind", "named").to("forwarder").succeeds();
        move("buyer", "forwarder");

        harbour.order("forwarder", "bill.endorse", bill).with("kind", "blank").isRefused(Refusal.BILL_FORM);
        harbour.order("forwarder", "bill.surrender", bill).with("purpose", "delivery").succeeds();
        assertThat(harbour.read(bill).text("endorsements")).isEqualTo("2");
    }

    @Test
    void endorsedInBlankBelongsToWhoeverHoldsIt() {
        harbour.order("shipper", "bill.endorse", bill).with("kind", "blank").succeeds();
        handTo("forwarder");

        harbour.order("forwarder", "bill.surrender", bill).with("purpose", "delivery").succeeds();
    }

    @Test
    void straightIsNotEndorsable() {
        String straight = Harbour.bill(2, 1);
        harbour.order("ocean-line", "bill.issue", straight).to("shipper").with("root", Harbour.DIGEST).with("form", "straight").with("orderTo",
                "buyer").succeeds();

        harbour.order("shipper", "bill.endorse", straight).with("kind", "blank").isRefused(Refusal.BILL_FORM);
        harbour.order("shipper", "bill.surrender", straight).with("purpose", "delivery").isRefused(Refusal.BILL_FORM);
    }

    @Test
    void pledgedMovesOnlyWithTheBank() {
        harbour.order("shipper", "bill.pledge", bill).to("buyer").isRefused(Refusal.RECIPIENT);
        harbour.order("shipper", "bill.pledge", bill).to("bank").succeeds();
        harbour.order("shipper", "bill.pledge", bill).to("other-bank").isRefused(Refusal.PLEDGE);
        harbour.order("shipper", "bill.offer", bill).to("buyer").with("deadline", harbour.in(Duration.ofDays(1))).isRefused(Refusal.CONSENT);
        harbour.order("shipper", "bill.surrender", bill).with("purpose", "delivery").signedBy("other-bank").isRefused(Refusal.CONSENT);
        harbour.order("shipper", "bill.endorse", bill).with("kind", "blank").isRefused(Refusal.CONSENT);
        harbour.order("shipper", "bill.releasePledge", bill).isRefused(Refusal.NOT_ENTITLED);
        harbour.order("bank", "bill.offer", bill).to("bank").with("deadline", harbour.in(Duration.ofDays(1))).isRefused(Refusal.NOT_ENTITLED);

        Fields offered = harbour.order("shipper", "bill.offer", bill).to("buyer").with("deadline", harbour.in(Duration.ofDays(1))).signedBy("bank").succeeds();
        harbour.order("buyer", "bill.accept", bill).succeeds();

        assertThat(offered.text("consent")).isEqualTo("bank");
        assertThat(harbour.read(bill).members()).containsEntry("pledgee", "bank").containsEntry("holder", "buyer");
    }

    @Test
    void isFreeOnceTheBankReleasesIt() {
        harbour.order("shipper", "bill.pledge", bill).to("bank").succeeds();
        harbour.order("bank", "bill.releasePledge", bill).succeeds();

        offer("buyer");
    }

    @Test
    void surrenderedForDeliveryWaitsForTheCarrier() {
        harbour.order("shipper", "bill.surrender", bill).with("purpose", "delivery").succeeds();
        harbour.order("shipper", "bill.offer", bill).to("buyer").with("deadline", harbour.in(Duration.ofDays(1))).isRefused(Refusal.STATE);
        harbour.order("other-line", "bill.acceptSurrender", bill).isRefused(Refusal.NOT_ENTITLED);
        harbour.order("ocean-line", "bill.toPaper", bill).with("statement", Harbour.DIGEST).isRefused(Refusal.STATE);
        harbour.order("ocean-line", "bill.refuseSurrender", bill).succeeds();
        assertThat(harbour.read(bill).members()).containsEntry("state", "held").containsEntry("holder", "shipper").doesNotContainKey("purpose");

        harbour.order("shipper", "bill.surrender", bill).with("purpose", "delivery").succeeds();
        harbour.order("ocean-line", "bill.acceptSurrender", bill).succeeds();

        assertThat(harbour.read(bill).text("state")).isEqualTo("accomplished");
        harbour.order("ocean-line", "bill.issue", Harbour.bill(1, 2)).to("buyer").with("root", Harbour.DIGEST).with("form",
                "bearer").isRefused(Refusal.BILL_LIVE);
    }

    @Test
    void isReplacedWithoutAMomentBetween() {
        harbour.order("shipper", "bill.pledge", bill).to("bank").succeeds();
        harbour.order("shipper", "bill.surrender", bill).with("purpose", "amendment").with("request", Harbour.DIGEST).signedBy("bank").succeeds();
        replacement("bill/other-line/" + Harbour.number(1) + "/2").isRefused(Refusal.INTENT_FORM);
        replacement(Harbour.bill(1, 3)).isRefused(Refusal.SUBJECT_EXISTS);

        Fields replaced = replacement(Harbour.bill(1, 2)).succeeds();

        assertThat(replaced.members()).containsEntry("state", "replaced").containsEntry("replacedBy", Harbour.bill(1, 2))
                .containsEntry("replacedByRoot", Harbour.OTHER_DIGEST);
        assertThat(harbour.read(Harbour.bill(1, 2)).members()).containsEntry("holder", "shipper").containsEntry("pledgee",
                "bank").containsEntry("replaces", bill)
                .containsEntry("state", "held").containsEntry("version", "1");
        harbour.order("shipper", "bill.cancelIntents", bill).isRefused(Refusal.STATE);
    }

    @Test
    void canBeReplacedUnderAnotherNumberAndFreesItsOwn() {
        harbour.order("shipper", "bill.surrender", bill).with("purpose", "amendment").succeeds();
        harbour.issueBill(2);
        replacement(Harbour.bill(2, 2)).isRefused(Refusal.BILL_LIVE);

        replacement(Harbour.bill(3, 1)).succeeds();

        assertThat(harbour.list("number", "ocean-line", Harbour.number(1))).singleElement()
                .satisfies(number -> assertThat(number.text("state")).isEqualTo("replaced"));
        harbour.order("ocean-line", "bill.issue", Harbour.bill(1, 2)).to("buyer").with("root", Harbour.DIGEST).with("form", "bearer").succeeds();
    }

    @Test
    void switchedToPaperNeverMovesAndCanComeBackAsAnotherRecord() {
        harbour.order("shipper", "bill.surrender", bill).with("purpose", "paper").succeeds();
        harbour.order("ocean-line", "bill.toPaper", bill).with("statement", Harbour.DIGEST).succeeds();
        harbour.order("shipper", "bill.offer", bill).to("buyer").with("deadline", harbour.in(Duration.ofDays(1))).isRefused(Refusal.STATE);

        harbour.order("ocean-line", "bill.issue", Harbour.bill(1, 2)).to("buyer").with("root", Harbour.DIGEST).with("form", "bearer")
                .with("paper", Harbour.DIGEST).succeeds();
    }

    @Test
    void isMadeVoidByCarrierAndAllWhoHaveARight() {
        harbour.order("shipper", "bill.pledge", bill).to("bank").succeeds();
        Order order = harbour.order("ocean-line", "bill.makeVoid", bill).with("reason", "error");
        order.isRefused(Refusal.CONSENT);
        order.signedBy("shipper").isRefused(Refusal.CONSENT);
        harbour.order("shipper", "bill.makeVoid", bill).with("reason", "error").signedBy("bank").isRefused(Refusal.NOT_ENTITLED);

        order.signedBy("bank").succeeds();

        assertThat(harbour.read(bill).members()).containsEntry("state", "void").containsEntry("consent", "bank,shipper");
    }

    @Test
    void isMadeVoidByCarrierAndCourt() {
        harbour.order("court", "bill.makeVoid", bill).with("reason", "court").isRefused(Refusal.NOT_ENTITLED);
        harbour.order("ocean-line", "bill.makeVoid", bill).with("reason", "court").signedBy("court").succeeds();

        harbour.order("shipper", "bill.offer", bill).to("buyer").with("deadline", harbour.in(Duration.ofDays(1))).isRefused(Refusal.STATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"held", "pledged", "offered"})
    void isBoundToPeersOfThoseWhoHaveARight(String state) {
        if (state.equals("pledged")) {
            harbour.order("shipper", "bill.pledge", bill).to("bank").succeeds();
        } else if (state.equals("offered")) {
            offer("buyer");
        }

        assertThat(Policies.organisations(harbour, bill)).isEqualTo(state.equals("pledged") ? "BankMSP CarrierMSP HubMSP" : "CarrierMSP HubMSP");
    }

    @Test
    void endedIsBoundToThePolicyOfTheContract() {
        harbour.order("ocean-line", "bill.makeVoid", bill).with("reason", "error").signedBy("shipper").succeeds();

        assertThat(Policies.organisations(harbour, bill)).isEmpty();
    }

    private void offer(String recipient) {
        harbour.order("shipper", "bill.offer", bill).to(recipient).with("deadline", harbour.in(Duration.ofDays(2))).succeeds();
    }

    private void handTo(String recipient) {
        move("shipper", recipient);
    }

    private void move(String from, String recipient) {
        harbour.order(from, "bill.offer", bill).to(recipient).with("deadline", harbour.in(Duration.ofDays(2))).succeeds();
        harbour.order(recipient, "bill.accept", bill).succeeds();
    }

    private Order replacement(String subject) {
        return harbour.order("ocean-line", "bill.replace", bill).with("replacement", subject).with("root", Harbour.OTHER_DIGEST).with("form", "bearer");
    }
}
