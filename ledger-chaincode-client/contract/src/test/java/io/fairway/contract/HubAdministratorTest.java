package io.fairway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The hub's administrator has the administrator and client identities of the hub's organisation, the hub's own key and the keys that parties left in its
 * custody. He wants a bill and a release whose holder keeps his own key.
 */
class HubAdministratorTest {
    private final Harbour harbour = Harbour.open();
    private final List<TestKey> loot = new ArrayList<>();
    private final TestKey made = TestKey.create();
    private String bill = "";
    private String release = "";

    @BeforeEach
    void lootTheHub() {
        harbour.settle("kept-trader", "HubMSP", "trader", "hub-custody");
        harbour.settle("kept-haulier", "HubMSP", "haulier", "hub-custody");
        Stream.of("hub", "kept-trader", "kept-haulier").map(harbour::key).forEach(loot::add);
        bill = harbour.issueBill(1);
        release = harbour.issueRelease(2);
    }

    @Test
    void cannotMoveABillOrARightByAnyTransactionInAnyName() {
        Map<String, byte[]> before = harbour.ledger().everything();
        List<String> won = new ArrayList<>();
        for (Transaction transaction : Catalogue.all()) {
            for (String subject : targets(transaction)) {
                for (String actor : List.of("shipper", "forwarder", "ocean-line", "hub", "kept-trader", "@HubMSP", "@CarrierMSP")) {
                    for (TestKey key : Stream.concat(loot.stream(), Stream.of(made)).toList()) {
                        if (attack(transaction, subject, actor).signedOnlyBy(key).propose().isEndorsed()) {
                            won.add(transaction.name() + " on " + subject + " as " + actor);
                        }
                    }
                }
            }
        }

        // he may stop those he registered, which moves nothing, and propose a charter, which is his voice only
        assertThat(won.stream().distinct()).containsExactlyInAnyOrder("party.suspend on party/shipper as @HubMSP",
                "party.suspend on party/forwarder as @HubMSP",
                "party.entitle on party/shipper as @HubMSP", "party.entitle on party/forwarder as @HubMSP", "key.revoke on party/shipper as @HubMSP",
                "charter.propose on charter as @HubMSP");
        assertThat(harbour.ledger().everything()).containsExactlyInAnyOrderEntriesOf(before);
    }

    @Test
    void cannotChangeTheCharterByProposingOne() {
        harbour.order("@HubMSP", "charter.propose", "charter").with("organisations", Harbour.CHARTER.replace("HubMSP hub", "HubMSP member")).succeeds();

        harbour.order("@HubMSP", "charter.ratify", "charter").isRefused(Refusal.CHARTER);
        assertThat(harbour.read("charter").text("organisations")).isEqualTo(Harbour.CHARTER);
    }

    @Test
    void cannotPassSomebodyOffAsANewParty() {
        harbour.register("ghost", "HubMSP", "trader", "party-held").succeeds();

        harbour.order("@HubMSP", "party.confirm", "party/ghost").isRefused(Refusal.ORGANISATION);
        harbour.order("shipper", "bill.offer", bill).to("ghost").with("deadline", harbour.in(Duration.ofDays(1))).isRefused(Refusal.PARTY_INACTIVE);
    }

    @Test
    void cannotGiveItsPartiesTheRoleOfACarrier() {
        harbour.order("@HubMSP", "party.entitle", "party/hub").with("roles", "carrier").isRefused(Refusal.CHARTER);
    }

    @Test
    void cannotRecoverAPartyWithAnotherOrganisation() {
        harbour.order("@HubMSP", "party.recover", "party/shipper").with("key", made.spki()).signedBy(made).isRefused(Refusal.ORGANISATION);
        harbour.order("@PortMSP", "party.recover", "party/shipper").with("key", made.spki()).signedBy(made).succeeds();

        harbour.order("@HubMSP", "party.confirmRecovery", "party/shipper").with("keyId", made.id()).isRefused(Refusal.ORGANISATION);
    }

    @Test
    void cannotMoveWhatAPartyTookOutOfItsCustody() {
        TestKey stillInTheHub = harbour.key("kept-trader");
        TestKey own = TestKey.create();
        harbour.order("kept-trader", "key.rotate", "party/kept-trader").with("key", own.spki()).with("custody", "party-held").signedBy(own).succeeds();

        harbour.order("kept-trader", "key.add", "party/kept-trader").with("key", made.spki()).signedOnlyBy(stillInTheHub, made).isRefused(Refusal.KEY_RETIRED);
        harbour.order("kept-trader", "key.revoke", "party/kept-trader").with("keyId", own.id()).signedOnlyBy(stillInTheHub).isRefused(Refusal.KEY_RETIRED);
    }

    @Test
    void canMoveWhatWasLeftInItsCustodyAndHistorySaysSo() {
        harbour.order("shipper", "bill.offer", bill).to("kept-trader").with("deadline", harbour.in(Duration.ofDays(1))).succeeds();
        harbour.order("kept-trader", "bill.accept", bill).succeeds();

        assertThat(harbour.list("history", bill)).extracting(record -> record.text("action") + " by " + record.text("custody"))
                .containsExactly("bill.accept by hub-custody", "bill.offer by party-held", "bill.issue by party-held");
    }

    @Test
    void canDateBackASignedIntentByNoMoreThanTheClockAllows() {
        Order kept = harbour.order("shipper", "bill.offer", bill).to("buyer").with("deadline", harbour.in(Duration.ofDays(2)));
        harbour.pass(Duration.ofHours(2));
        harbour.order("clockmaker", "clock.tick", "clock").with("at", harbour.ledger().time().toString()).succeeds();
        harbour.pass(Duration.ofHours(-2));

        kept.isRefused(Refusal.CLOCK);
    }

    @Test
    void cannotUseASignedIntentOnceItsHolderCancelledIt() {
        Order kept = harbour.order("shipper", "bill.offer", bill).to("buyer").with("deadline", harbour.in(Duration.ofDays(2)));
        harbour.order("shipper", "bill.cancelIntents", bill).succeeds();

        kept.isRefused(Refusal.VERSION);
    }

    @Test
    void cannotChangeAnythingInASignedIntent() {
        Order signed = harbour.order("shipper", "bill.offer", bill).to("buyer").with("deadline", harbour.in(Duration.ofDays(2)));
        String signature = signed.arguments().get(2);
        Map<String, String> changes = new LinkedHashMap<>(Map.of("recipient", "kept-trader", "deadline", harbour.in(Duration.ofDays(9)), "event",
                "event-stolen",
                "expiry", harbour.in(Duration.ofDays(6))));

        changes.forEach((name, value) -> harbour.order("shipper", "bill.offer", bill).to("buyer").with("deadline", harbour.in(Duration.ofDays(2)))
                .with("event", signed.intent().event()).with(name, value).withSignatures(signature).isRefused(Refusal.SIGNATURE));
    }

    @Test
    void meetsAnAdministratorsUnitOnlyWhereTheCertificateHasOne() {
        byte[] forged = Identities.named("CarrierMSP", "CN=x\\,OU\\=admin\\,y,OU=client,C=CN");

        harbour.order("@CarrierMSP", "party.suspend", "party/ocean-line").by(forged).isRefused(Refusal.ORGANISATION);
        assertThatThrownBy(() -> harbour.order("@CarrierMSP", "party.suspend", "party/ocean-line").by(new byte[] {1, 2, 3}).propose())
                .isInstanceOf(RuntimeException.class);
    }

    private List<String> targets(Transaction transaction) {
        return Stream.of(bill, release, "party/shipper", "party/forwarder", "party/ocean-line", "charter")
                .filter(subject -> subject.matches(transaction.subject().pattern())).toList();
    }

    private Order attack(Transaction transaction, String subject, String actor) {
        Order order = harbour.order(actor, transaction.name(), subject).by(Identities.administrator("HubMSP"));
        Fields wanted = Fields.of(Map.ofEntries(Map.entry("recipient", "hub"), Map.entry("key", made.spki()), Map.entry("keyId", harbour.key("shipper").id()),
                Map.entry("custody", "hub-custody"), Map.entry("roles", "trader"), Map.entry("organisation", "HubMSP"), Map.entry("organisations",
                        Harbour.CHARTER),
                Map.entry("root", Harbour.DIGEST), Map.entry("form", "bearer"), Map.entry("kind", "named"), Map.entry("purpose", "amendment"),
                Map.entry("deadline", harbour.in(Duration.ofDays(1))), Map.entry("statement", Harbour.DIGEST), Map.entry("reason", "error"),
                Map.entry("replacement", Harbour.bill(1, 2)), Map.entry("units", Harbour.units(2)), Map.entry("charges", "settled"),
                Map.entry("validUntil", harbour.in(Duration.ofDays(9))), Map.entry("condition", "customs-release")));
        transaction.parameters().forEach(parameter -> wanted.find(parameter.name()).ifPresent(value -> order.with(parameter.name(), value)));
        return order;
    }
}
