package io.fairway.usecase.title;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.clearance.ClearanceEvent;
import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerMovementReport.Movement;
import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Voyage;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.ImoNumber;
import io.fairway.document.id.UnLocode;
import io.fairway.document.id.VoyageNumber;
import io.fairway.identity.ConfiguredParties;
import io.fairway.ledger.proof.Fact;
import io.fairway.ledger.proof.Leaf;
import io.fairway.ledger.proof.MerkleTree;
import io.fairway.usecase.Digests;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.title.Attestations.Attestable;
import io.fairway.usecase.view.ActView;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Each fact of a case becomes the attestation of the party entitled to it, signed by its key in custody, and shows nothing in clear. */
class AttestFactsTest {
    private static final Instant NOW = Instant.parse("2026-03-05T08:00:00Z");
    private static final String BILL = "HUBLRTM2600171";
    private static final String SHIP = "9745677";
    private static final ContainerNumber BOX = new ContainerNumber("HUBU2000016");

    private final Queue queue = new Queue();
    private final Sent sent = new Sent();

    private AttestFacts attestFacts(Custody custody) {
        return new AttestFacts(queue, new ActsInCustody(sent, custody, UUID::randomUUID, InstantSource.fixed(NOW), "fairway"), new Hashes(),
                ConfiguredParties.development(Optional.empty(), ZoneOffset.UTC), new AtOnce(), UUID::randomUUID, new SecureRandom());
    }

    private FlatRecord attested(String sender, ClearanceEvent event) {
        queue.add(sender, event);
        attestFacts((party, intent) -> Optional.of("signed by " + party)).attestPending();
        assertThat(sent.acts).hasSize(1);
        assertThat(sent.acts.getFirst().signatures()).containsExactly("signed by " + sender);
        return FlatRecord.read(sent.acts.getFirst().intent());
    }

    private void isNotAttestedFor(String sender, ClearanceEvent event) {
        queue.add(sender, event);

        assertThat(attestFacts((party, intent) -> Optional.of("signature")).attestPending()).isEqualTo(1);

        assertThat(sent.acts).isEmpty();
        assertThat(queue.passed).hasSize(1);
    }

    @Test
    void attestsADischargeForItsTerminal() {
        assertThat(attested("HUBTERM", new ClearanceEvent.ContainerDischarged(BOX, report(Movement.DISCHARGED))).members())
                .containsEntry("action", "attestation.make").containsEntry("actor", "hubterm").containsEntry("fact", "discharged")
                .containsEntry("about", new Hashes().ofUnit(BOX.value()));
    }

    @Test
    void attestsMovementsThroughTheGateForTheirTerminal() {
        assertThat(attested("HUBTERM", new ClearanceEvent.ContainerGatedOut(BOX, report(Movement.GATE_OUT))).text("fact")).isEqualTo("gated-out");
        sent.acts.clear();
        assertThat(attested("HUBTERM", new ClearanceEvent.ContainerGatedIn(BOX, report(Movement.GATE_IN))).text("fact")).isEqualTo("gated-in");
    }

    @Test
    void attestsTheReleaseForCustoms() {
        assertThat(attested("CNCUSTOMS", new ClearanceEvent.CustomsDecided(response(Decision.RELEASED))).members())
                .containsEntry("actor", "cncustoms").containsEntry("fact", "customs-released").containsEntry("about", new Hashes().ofBill("HUBLINE", BILL));
    }

    @Test
    void attestsTheCallOfAShipForTheMaritimeAuthority() {
        assertThat(attested("HUBMSA", new ClearanceEvent.ShipArrived(NOW)).members()).containsEntry("actor", "hubmsa")
                .containsEntry("fact", "vessel-called").containsEntry("about", new Hashes().ofCall(SHIP, "017W", "CNSHG"));
    }

    @Test
    void attestsNoCallForATerminalThoughItReportsTheShip() {
        isNotAttestedFor("HUBTERM", new ClearanceEvent.ShipArrived(NOW));
    }

    @Test
    void attestsNoDischargeForACarrier() {
        isNotAttestedFor("HUBLINE", new ClearanceEvent.ContainerDischarged(BOX, report(Movement.DISCHARGED)));
    }

    @Test
    void attestsNoReleaseForATerminal() {
        isNotAttestedFor("HUBTERM", new ClearanceEvent.CustomsDecided(response(Decision.RELEASED)));
    }

    @Test
    void attestsNoOtherDecisionOfCustoms() {
        isNotAttestedFor("CNCUSTOMS", new ClearanceEvent.CustomsDecided(response(Decision.ACCEPTED)));
    }

    @Test
    void leavesItToAPartyThatHoldsItsKeyItself() {
        queue.add("HUBTERM", new ClearanceEvent.ContainerDischarged(BOX, report(Movement.DISCHARGED)));

        attestFacts((party, intent) -> Optional.empty()).attestPending();

        assertThat(sent.acts).isEmpty();
        assertThat(queue.awaited).hasSize(1);
    }

    @Test
    void showsTheLedgerNothingInClearAndNothingThatCanBeGuessed() {
        var discharge = new ClearanceEvent.ContainerDischarged(BOX, report(Movement.DISCHARGED));
        FlatRecord first = attested("HUBTERM", discharge);
        sent.acts.clear();
        FlatRecord second = attested("HUBTERM", discharge);

        assertThat(first.canonical()).doesNotContain(BOX.value()).doesNotContain(BILL).doesNotContain(NOW.toString());
        assertThat(second.text("root")).as("the same facts under other salts").isNotEqualTo(first.text("root"));
    }

    @Test
    void keepsWhatProvesEachFactAgainstTheRoot() {
        String root = attested("HUBTERM", new ClearanceEvent.ContainerDischarged(BOX, report(Movement.DISCHARGED))).text("root");
        FlatRecord disclosable = FlatRecord.read(queue.disclosable.getFirst());

        List<Leaf> leaves = List.of("about", "at", "bill", "fact").stream().map(name -> new Fact(name, disclosable.text(name),
                Fact.Salt.of(HexFormat.of().parseHex(disclosable.text(name + ".salt")))).leaf()).toList();

        assertThat(disclosable.text("about")).isEqualTo(BOX.value());
        assertThat(MerkleTree.over(leaves).root().hex()).isEqualTo(root);
    }

    private static ContainerMovementReport report(Movement movement) {
        var voyage = new Voyage(new ImoNumber(SHIP), "HUB PIONEER", new VoyageNumber("017W"), "HUBL");
        return new ContainerMovementReport("R1", DocumentFunction.ORIGINAL, movement, Optional.of(voyage), Optional.of(new UnLocode("CNSHG")),
                "HUBL", Optional.empty(), List.of());
    }

    private static CustomsResponse response(Decision decision) {
        return new CustomsResponse("RS1", decision, NOW, Optional.empty(), Optional.empty(), List.of(new BillNumber(BILL)), List.of(), "", "",
                Optional.empty(), List.of(), List.of());
    }

    /** What waits, and what became of it. */
    private static final class Queue implements Attestations {
        private final List<Attestable> waiting = new ArrayList<>();
        private final List<Attestable> awaited = new ArrayList<>();
        private final List<Attestable> passed = new ArrayList<>();
        private final List<String> disclosable = new ArrayList<>();

        private void add(String sender, ClearanceEvent event) {
            waiting.add(new Attestable(UUID.randomUUID(), 1, new PartyId(sender), event, NOW, "HUBLINE", BILL, SHIP, "017W", "CNSHG"));
        }

        @Override
        public List<Attestable> pending(int most) {
            return List.copyOf(waiting);
        }

        @Override
        public void sent(Attestable fact, UUID act, String subject, String said) {
            waiting.remove(fact);
            disclosable.add(said);
        }

        @Override
        public void awaitParty(Attestable fact) {
            waiting.remove(fact);
            awaited.add(fact);
        }

        @Override
        public void pass(Attestable fact) {
            waiting.remove(fact);
            passed.add(fact);
        }
    }

    /** Acts on their way. */
    private static final class Sent implements Acts {
        private final List<NewAct> acts = new ArrayList<>();

        @Override
        public void add(NewAct act) {
            acts.add(act);
        }

        @Override
        public Optional<Stored> byEvent(String actor, String event) {
            return Optional.empty();
        }

        @Override
        public Optional<ActView> find(UUID id) {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> receipt(UUID id) {
            return Optional.empty();
        }

        @Override
        public void explain(String digest, String kind, String value) {
            throw new IllegalStateException("Attesting explains no commitment");
        }

        @Override
        public void reach(String contact, PartyId party) {
            throw new IllegalStateException("Attesting needs no contact");
        }

        @Override
        public boolean isReached(String contact, PartyId party) {
            return false;
        }
    }

    /** Without a consortium's key. */
    private static final class Hashes implements Commitments {
        @Override
        public String ofBill(String carrier, String number) {
            return hash("bill " + carrier + " " + number);
        }

        @Override
        public String ofUnit(String container) {
            return hash("unit " + container);
        }

        @Override
        public String ofGoods(String bill, String goods) {
            return ofUnit(bill + goods);
        }

        @Override
        public String ofCall(String ship, String voyage, String port) {
            return hash("call " + ship + " " + voyage + " " + port);
        }

        @Override
        public String ofFinancing(String carrier, String bill, String invoice, String amount) {
            return hash("financing " + carrier + " " + bill + " " + invoice + " " + amount);
        }

        private static String hash(String text) {
            return Digests.of(text.getBytes(StandardCharsets.UTF_8)).value();
        }
    }

    private static final class AtOnce implements Transactions {
        @Override
        public <T> T asParty(PartyId party, Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T asHub(Supplier<T> work) {
            return work.get();
        }
    }
}
