package io.fairway.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.fairway.ledger.EventId;
import io.fairway.ledger.Invocation;
import io.fairway.ledger.LedgerRefusedException;
import io.fairway.ledger.LedgerUnavailableException;
import io.fairway.ledger.Outcome;
import io.fairway.ledger.OutcomeUnknownException;
import io.fairway.ledger.UntrustedLedgerException;
import io.fairway.ledger.proof.LedgerReceipt;
import io.fairway.ledger.proof.SampleLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a gateway that lies: what the client library would believe, and we do not. */
class FabricLedgerTest {
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20));
    private static final Invocation INVOCATION = new Invocation(new EventId("carrier", "event-0001"), "bill", "bill.transfer",
            List.of("{}", "signature"), Map.of("quantity", "12"), List.of());

    @TempDir
    private Path folder;
    private final SampleLedger network = new SampleLedger();
    private GatewayOfOnePeer gateway;
    private FabricLedger ledger;

    @BeforeEach
    void connect() throws IOException {
        gateway = new GatewayOfOnePeer(network, folder);
        ledger = FabricLedger.of(gateway.profile(), PATIENCE);
    }

    @AfterEach
    void disconnect() {
        ledger.close();
        gateway.close();
    }

    @Test
    void recordsATransactionAndGivesAReceiptThatStandsOffline() {
        var signed = ledger.endorse(INVOCATION);

        var outcome = ledger.submit(signed);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Recorded.class, recorded -> {
            assertThat(recorded.receipt().transactionId()).isEqualTo(signed.transactionId());
            assertThat(recorded.receipt().block()).isEqualTo(5);
            assertThat(LedgerReceipt.read(recorded.receipt().bytes()).check(network.trust()).isProven()).isTrue();
        });
        assertThat(ledger.receipt(signed.transactionId())).contains(((Outcome.Recorded) outcome).receipt());
    }

    @Test
    void findsItsTransactionInTheBlockThatComesAlongAndAsksForNothing() {
        gateway.deliverBlocks();
        var signed = ledger.endorse(INVOCATION);
        var deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();

        int asked;
        Outcome outcome;
        do {
            asked = gateway.statusesAsked();
            outcome = ledger.submit(signed);
            assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
        } while (gateway.statusesAsked() > asked && System.nanoTime() < deadline);

        assertThat(gateway.statusesAsked()).isEqualTo(asked);
        assertThat(LedgerReceipt.read(((Outcome.Recorded) outcome).receipt().bytes()).check(network.trust()).isProven()).isTrue();
    }

    @Test
    void submitsAgainExactlyTheBytesThatWereStored() {
        var signed = ledger.endorse(INVOCATION);

        ledger.submit(signed);
        ledger.submit(signed);

        assertThat(gateway.submitted()).hasSize(2).satisfies(twice -> assertThat(twice.get(0)).isEqualTo(twice.get(1)));
    }

    @Test
    void doesNotSignAnotherProposal() {
        var other = network.ask("other", "bill.void", "{}");
        gateway.endorseAs(envelope -> network.endorsed(other, network.carrierPeer, network.portPeer));

        assertThatThrownBy(() -> ledger.endorse(INVOCATION)).isInstanceOf(UntrustedLedgerException.class).hasMessageContaining("another proposal");
        assertThat(gateway.submitted()).isEmpty();
    }

    @Test
    void doesNotSignWhatTooFewMembersOrStrangersEndorsed() {
        gateway.endorseBy(network.carrierPeer);
        assertThatThrownBy(() -> ledger.endorse(INVOCATION)).isInstanceOf(UntrustedLedgerException.class).hasMessageContaining("2 members");
        gateway.endorseBy(network.carrierPeer, network.bank.somebody("client"));
        assertThatThrownBy(() -> ledger.endorse(INVOCATION)).isInstanceOf(UntrustedLedgerException.class);
    }

    @Test
    void doesNotSignRubbish() {
        gateway.endorseAs(envelope -> envelope.toBuilder().setPayload(envelope.getPayload().substring(0, 900)).build());

        assertThatThrownBy(() -> ledger.endorse(INVOCATION)).isInstanceOfAny(UntrustedLedgerException.class, IllegalArgumentException.class);
    }

    @Test
    void doesNotBelieveAPeerThatCallsATransactionValidWhichItsBlockDoesNot() {
        gateway.showBlocksAs(block -> block.toBuilder()
                .setMetadata(block.getMetadata().toBuilder().setMetadata(2, ByteString.copyFrom(new byte[] {11}))).build());
        var signed = ledger.endorse(INVOCATION);

        assertThatThrownBy(() -> ledger.submit(signed)).isInstanceOf(UntrustedLedgerException.class).hasMessageContaining("does not");
    }

    @Test
    void doesNotBelieveABlockThatIsNotWholeOrThatNobodyOrdered() {
        var signed = ledger.endorse(INVOCATION);
        gateway.showBlocksAs(block -> block.toBuilder().setData(block.getData().toBuilder().addData(ByteString.copyFromUtf8("x"))).build());
        assertThatThrownBy(() -> ledger.submit(signed)).isInstanceOf(UntrustedLedgerException.class);
        gateway.showBlocksAs(block -> block.toBuilder().setMetadata(network.metadata(block.getHeader(), network.carrierPeer, 2)).build());
        assertThatThrownBy(() -> ledger.submit(signed)).isInstanceOf(UntrustedLedgerException.class);
    }

    @Test
    void tellsAConflictFromOtherReasonsToBeInvalid() {
        var signed = ledger.endorse(INVOCATION);

        gateway.endWith(TxValidationCode.MVCC_READ_CONFLICT);
        assertThat(ledger.submit(signed)).isEqualTo(new Outcome.Conflicted("MVCC_READ_CONFLICT", 5));
        gateway.endWith(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        assertThat(ledger.submit(signed)).isEqualTo(new Outcome.Invalid("ENDORSEMENT_POLICY_FAILURE", 5));
    }

    @Test
    void takesOnlyTheContractsOwnCodeForANo() {
        gateway.refuseWith("FW-VERSION: the subject is at another version: expected 3, found 2");
        assertThatThrownBy(() -> ledger.endorse(INVOCATION)).isInstanceOfSatisfying(LedgerRefusedException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("FW-VERSION");
            assertThat(refusal).hasMessage("FW-VERSION: the subject is at another version: expected 3, found 2");
        });
        gateway.refuseWith("Unsuccessful response received.");
        assertThatThrownBy(() -> ledger.endorse(INVOCATION)).isInstanceOf(LedgerUnavailableException.class);
    }

    @Test
    void aLedgerThatIsAwayIsNotANo() throws IOException {
        var signed = ledger.endorse(INVOCATION);
        gateway.close();

        assertThatThrownBy(() -> ledger.endorse(INVOCATION)).isInstanceOf(LedgerUnavailableException.class);
        assertThatThrownBy(() -> ledger.submit(signed)).isInstanceOf(OutcomeUnknownException.class);
        assertThatThrownBy(() -> ledger.receipt(signed.transactionId())).isInstanceOf(LedgerUnavailableException.class);
    }

    @Test
    void noReceiptForWhatTheLedgerDoesNotHold() {
        assertThat(ledger.receipt("0".repeat(64))).isEmpty();
    }
}
