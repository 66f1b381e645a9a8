package io.fairway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.contract.intent.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {
    private final Harbour harbour = Harbour.open();

    @Test
    void letsNothingInBeforeTheCharterIsRatifiedByAllItNames() {
        Harbour bare = Harbour.empty();
        bare.register("ocean-line", "CarrierMSP", "carrier", "party-held").isRefused(Refusal.CHARTER);
        bare.order("@StrangerMSP", "charter.propose", "charter").with("organisations", Harbour.CHARTER).isRefused(Refusal.CHARTER);
        bare.order("@HubMSP", "charter.propose", "charter").with("organisations", Harbour.CHARTER).succeeds();
        bare.order("@PortMSP", "charter.ratify", "charter").succeeds();

        bare.register("ocean-line", "CarrierMSP", "carrier", "party-held").isRefused(Refusal.CHARTER);
    }

    @Test
    void amendsTheCharterWithEveryMemberButTheHubAndWhoeverIsNew() {
        harbour.order("@HubMSP", "charter.propose", "charter").with("organisations", Harbour.CHARTER + ";YardMSP light terminal").succeeds();
        for (String organisation : new String[] {"BankMSP", "CarrierMSP", "CustomsMSP", "PortMSP"}) {
            harbour.order("@" + organisation, "charter.ratify", "charter").succeeds();
        }
        harbour.register("yard", "YardMSP", "terminal", "party-held").isRefused(Refusal.CHARTER);

        harbour.order("@YardMSP", "charter.ratify", "charter").succeeds();

        harbour.settle("yard", "YardMSP", "terminal");
        harbour.order("@YardMSP", "charter.ratify", "charter").isRefused(Refusal.STATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HubMSP hub trader", "HubMSP hub trader;PortMSP member terminal", "A member carrier;B member admiral",
            "A member carrier;A member bank",
        "A  member carrier", "A owner carrier;B member bank"})
    void refusesCharters(String text) {
        Harbour.empty().order("@HubMSP", "charter.propose", "charter").with("organisations", text).isRefused(Refusal.CHARTER);
    }

    @Test
    void registersAPartyOnceAndOnlyByItsOwnOrganisationsAdministrator() {
        harbour.register("shipper", "HubMSP", "trader", "party-held").isRefused(Refusal.SUBJECT_EXISTS);
        harbour.register("new-line", "CarrierMSP", "carrier", "party-held").by(Identities.administrator("PortMSP")).isRefused(Refusal.ORGANISATION);
        harbour.register("new-line", "CarrierMSP", "carrier", "party-held").by(Identities.client("CarrierMSP")).isRefused(Refusal.ORGANISATION);
        harbour.register("new-line", "CarrierMSP", "bank", "party-held").isRefused(Refusal.CHARTER);
        harbour.register("new-line", "CarrierMSP", "carrier", "in-a-drawer").isRefused(Refusal.INTENT_FORM);
        harbour.register("new-line", "CarrierMSP", "carrier", "party-held").with("key", TestKey.create().spki()).isRefused(Refusal.KEY_UNKNOWN);
        harbour.register("new-line", "CarrierMSP", "carrier", "party-held").signedOnlyBy().isRefused(Refusal.SIGNATURE);
        harbour.register("new-line", "CarrierMSP", "carrier", "party-held").with("subject", "party/newer-line").isRefused(Refusal.NOT_ENTITLED);
    }

    @Test
    void confirmsOnce() {
        harbour.order("@PortMSP", "party.confirm", "party/shipper").isRefused(Refusal.STATE);
        harbour.order("port", "party.confirm", "party/shipper").isRefused(Refusal.NOT_ENTITLED);
    }

    @Test
    void stopsASuspendedPartyUntilItsOrganisationResumesIt() {
        String bill = harbour.issueBill(1);
        harbour.order("@PortMSP", "party.suspend", "party/shipper").isRefused(Refusal.NOT_ENTITLED);
        harbour.order("@HubMSP", "party.suspend", "party/shipper").succeeds();
        harbour.order("shipper", "bill.cancelIntents", bill).isRefused(Refusal.PARTY_INACTIVE);
        harbour.order("@HubMSP", "party.resume", "party/shipper").succeeds();

        harbour.order("shipper", "bill.cancelIntents", bill).succeeds();
    }

    @Test
    void givesOtherRolesWithinTheCharter() {
        harbour.order("@HubMSP", "party.entitle", "party/shipper").with("roles", "haulier,trader").succeeds();
        harbour.order("shipper", "party.entitle", "party/shipper").with("roles", "haulier").isRefused(Refusal.NOT_ENTITLED);

        assertThat(harbour.read("party/shipper").text("roles")).isEqualTo("haulier,trader");
    }

    @Test
    void addsAKeyThatProvesItselfAndKeepsTheCustody() {
        TestKey second = TestKey.create();
        String bill = harbour.issueBill(1);
        harbour.order("shipper", "key.add", "party/shipper").with("key", second.spki()).isRefused(Refusal.SIGNATURE);
        harbour.order("buyer", "key.add", "party/shipper").with("key", second.spki()).signedBy(second).isRefused(Refusal.NOT_ENTITLED);
        harbour.order("shipper", "key.add", "party/shipper").with("key", second.spki()).signedBy(second).succeeds();

        harbour.order("shipper", "bill.cancelIntents", bill).signedOnlyBy(second).succeeds();
        assertThat(harbour.list("key", second.id())).singleElement().satisfies(key -> assertThat(key.text("custody")).isEqualTo("party-held"));
    }

    @Test
    void revokesAKeyForThePartyOrItsOrganisation() {
        TestKey second = TestKey.create();
        harbour.order("shipper", "key.add", "party/shipper").with("key", second.spki()).signedBy(second).succeeds();
        harbour.order("buyer", "key.revoke", "party/shipper").with("keyId", second.id()).isRefused(Refusal.NOT_ENTITLED);
        harbour.order("shipper", "key.revoke", "party/shipper").with("keyId", harbour.key("buyer").id()).isRefused(Refusal.KEY_UNKNOWN);
        harbour.order("shipper", "key.revoke", "party/shipper").with("keyId", second.id()).succeeds();
        harbour.order("@CarrierMSP", "key.revoke", "party/ocean-line").with("keyId", harbour.key("ocean-line").id()).succeeds();

        harbour.order("shipper", "key.rotate", "party/shipper").with("key", TestKey.create().spki()).with("custody", "party-held").signedOnlyBy(second)
                .isRefused(Refusal.KEY_RETIRED);
        harbour.order("ocean-line", "bill.issue", Harbour.bill(1, 1)).to("shipper").with("root", Harbour.DIGEST).with("form", "bearer")
                .isRefused(Refusal.KEY_RETIRED);
    }

    @Test
    void recoversAPartyByTwoOrganisationsOfWhichOneIsItsOwn() {
        TestKey fresh = TestKey.create();
        harbour.order("@BankMSP", "party.recover", "party/ocean-line").with("key", fresh.spki()).isRefused(Refusal.SIGNATURE);
        harbour.order("@BankMSP", "party.recover", "party/ocean-line").with("key", fresh.spki()).signedBy(fresh).succeeds();
        confirmation("BankMSP", "ocean-line", fresh).isRefused(Refusal.ORGANISATION);
        confirmation("PortMSP", "ocean-line", fresh).isRefused(Refusal.ORGANISATION);
        confirmation("CarrierMSP", "ocean-line", TestKey.create()).isRefused(Refusal.KEY_UNKNOWN);

        confirmation("CarrierMSP", "ocean-line", fresh).succeeds();

        Order issue = harbour.order("ocean-line", "bill.issue", Harbour.bill(1, 1)).to("shipper").with("root", Harbour.DIGEST).with("form", "bearer");
        issue.isRefused(Refusal.KEY_RETIRED);
        issue.signedOnlyBy(fresh).succeeds();
    }

    @Test
    void dropsARecoveryWhenThePartyStillHasItsKey() {
        TestKey fresh = TestKey.create();
        TestKey second = TestKey.create();
        harbour.order("@BankMSP", "party.recover", "party/shipper").with("key", fresh.spki()).signedBy(fresh).succeeds();
        harbour.order("shipper", "key.add", "party/shipper").with("key", second.spki()).signedBy(second).succeeds();

        confirmation("PortMSP", "shipper", fresh).isRefused(Refusal.STATE);
    }

    @Test
    void countsARepeatOnceWhateverCameSince() {
        String bill = harbour.issueBill(1);
        Order cancel = harbour.order("shipper", "bill.cancelIntents", bill);
        String first = cancel.succeeds().json();
        harbour.order("shipper", "bill.cancelIntents", bill).succeeds();
        harbour.pass(Duration.ofDays(30));
        MemoryLedger.Proposal repeat = cancel.propose();

        assertThat(repeat.outcome().json()).isEqualTo(first);
        assertThat(repeat.effects().writes()).isEmpty();
        assertThat(repeat.effects().event()).isEmpty();
        assertThat(harbour.list("event", "shipper", cancel.intent().event())).singleElement()
                .satisfies(event -> assertThat(event.text("intent")).isEqualTo(cancel.intent().digest()));
    }

    private Order confirmation(String organisation, String party, TestKey key) {
        return harbour.order("@" + organisation, "party.confirmRecovery", "party/" + party).with("keyId", key.id());
    }
}
