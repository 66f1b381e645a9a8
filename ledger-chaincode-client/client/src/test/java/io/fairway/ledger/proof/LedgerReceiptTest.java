package io.fairway.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.fairway.ledger.proof.ReceiptVerdict.Aspect;
import io.fairway.ledger.proof.ReceiptVerdict.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.junit.jupiter.api.Test;

class LedgerReceiptTest {
    private static final byte[] PREVIOUS = Digest.over(new byte[] {7}).bytes();

    private final SampleLedger ledger = new SampleLedger();
    private final SampleLedger.Asked first = ledger.ask("first", "bill.issue", "{\"bill\":1}");
    private final SampleLedger.Asked asked = ledger.ask("second", "bill.transfer", "{\"bill\":2}", "signature");
    private final Block sound = ledger.block(5, PREVIOUS, envelopes());

    @Test
    void provesATransactionFromItsOwnBytesAndTheNetworksCertificates() {
        var receipt = LedgerReceipt.read(receipt(sound()).bytes());

        var verdict = receipt.check(ledger.trust());

        assertThat(verdict.findings()).allSatisfy(finding -> assertThat(finding.holds()).as(finding.toString()).isTrue())
                .extracting(Finding::aspect).containsExactlyInAnyOrder(Aspect.values());
        assertThat(verdict.transaction()).hasValueSatisfying(transaction -> {
            assertThat(transaction.name()).isEqualTo("bill.transfer");
            assertThat(transaction.arguments()).extracting(String::new).containsExactly("{\"bill\":2}", "signature");
            assertThat(transaction.chaincode()).isEqualTo("fairway");
            assertThat(transaction.channel()).isEqualTo("harbour");
            assertThat(transaction.creator().mspId()).isEqualTo("CarrierMSP");
            assertThat(transaction.endorsers(ledger.trust())).containsExactly("CarrierMSP", "PortMSP");
            assertThat(transaction.event()).hasValueSatisfying(event -> assertThat(event.name()).isEqualTo("bill.issue"));
            assertThat(new String(transaction.result())).isEqualTo("done");
        });
    }

    @Test
    void noDamagedBlockProvesAnythingElse() {
        var bytes = sound().toByteArray();
        var random = new Random(20261121);
        for (var round = 0; round < 400; round++) {
            var damaged = bytes.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(provesAnythingElse(damaged)).as("round %d", round).isFalse();
        }
    }

    @Test
    void aTransactionOfAnotherBlockIsNotProven() {
        var verdict = new LedgerReceipt(ledger.ask("third", "x").id(), read(sound())).check(ledger.trust());

        assertThat(refuted(verdict)).containsExactly(Aspect.TRANSACTION_IS_IN_BLOCK);
    }

    @Test
    void aBlockThatNoOrdererOfTheNetworkSignedIsNotProven() {
        var stranger = new SampleOrganisation("OrdererMSP").somebody("orderer");
        var peerAsOrderer = ledger.ordering.somebody("peer");

        assertThat(refuted(check(signedBy(stranger)))).containsExactly(Aspect.BLOCK_IS_ORDERED);
        assertThat(refuted(check(signedBy(peerAsOrderer)))).containsExactly(Aspect.BLOCK_IS_ORDERED);
        assertThat(refuted(check(signedBy(ledger.carrierPeer)))).containsExactly(Aspect.BLOCK_IS_ORDERED);
    }

    @Test
    void aTransactionThatThePeersNotedAsInvalidIsNotProven() {
        var block = sound();
        var conflict = block.toBuilder().setMetadata(block.getMetadata().toBuilder().setMetadata(2, ByteString.copyFrom(new byte[] {0, 11}))).build();
        var unnoted = block.toBuilder().setMetadata(block.getMetadata().toBuilder().setMetadata(2, ByteString.copyFrom(new byte[] {0}))).build();

        assertThat(refuted(check(conflict))).containsExactly(Aspect.PEER_NOTED_VALID);
        assertThat(refuted(check(unnoted))).containsExactly(Aspect.PEER_NOTED_VALID);
    }

    @Test
    void tooFewMembersAreNotEnough() {
        assertThat(refuted(check(blockOf(ledger.endorsed(asked, ledger.carrierPeer))))).containsExactly(Aspect.MEMBERS_ENDORSED);
        assertThat(refuted(check(blockOf(ledger.endorsed(asked, ledger.carrierPeer, ledger.carrier.somebody("peer"))))))
                .as("two peers of one member").containsExactly(Aspect.MEMBERS_ENDORSED);
        assertThat(refuted(check(blockOf(ledger.endorsed(asked, ledger.carrierPeer, ledger.bank.somebody("client"))))))
                .as("a client is no peer").containsExactly(Aspect.MEMBERS_ENDORSED);
        assertThat(refuted(check(blockOf(ledger.endorsed(asked, ledger.carrierPeer, new SampleOrganisation("PortMSP").somebody("peer"))))))
                .as("a stranger who says he is a member").containsExactly(Aspect.MEMBERS_ENDORSED);
    }

    @Test
    void theOutcomeOfAnotherProposalIsNotTakenForThisOnes() {
        var verdict = check(blockOf(ledger.endorsed(asked, first, ledger.carrierPeer, ledger.portPeer)));

        assertThat(refuted(verdict)).containsExactly(Aspect.OUTCOME_IS_OF_PROPOSAL);
    }

    @Test
    void aSignatureWithTheLargerSCountsForNobody() {
        var envelope = ledger.endorsed(asked, ledger.carrierPeer, ledger.portPeer);
        var response = ByteString.copyFromUtf8("");
        var endorsement = Endorsement.newBuilder().setEndorser(ledger.portPeer.identity())
                .setSignature(ledger.portPeer.signWithTheLargerS(response, ledger.portPeer.identity())).build();
        var other = envelope.toBuilder().setSignature(ledger.hub.signWithTheLargerS(envelope.getPayload())).build();

        assertThat(refuted(check(blockOf(other)))).containsExactly(Aspect.ASKER_SIGNED);
        assertThat(refuted(check(blockOf(ledger.envelope(asked, response, List.of(endorsement)))))).contains(Aspect.MEMBERS_ENDORSED);
    }

    @Test
    void anEndorserWithoutACertificateCountsForNobody() {
        var nobody = SerializedIdentity.newBuilder().setMspid("PortMSP").setIdBytes(ByteString.copyFromUtf8("no certificate")).build().toByteString();
        var response = ByteString.EMPTY;
        var endorsement = Endorsement.newBuilder().setEndorser(nobody).setSignature(ledger.portPeer.sign(response, nobody)).build();

        assertThat(refuted(check(blockOf(ledger.envelope(asked, response, List.of(endorsement)))))).contains(Aspect.MEMBERS_ENDORSED);
    }

    @Test
    void aHeaderThatSaysAnotherDataHashIsNotProven() {
        var other = ledger.block(5, PREVIOUS, envelopes(),
                header -> header.toBuilder().setDataHash(ByteString.copyFrom(Digest.over(new byte[] {1}).bytes())).build());

        assertThat(refuted(check(other))).containsExactly(Aspect.BLOCK_IS_WHOLE);
    }

    @Test
    void theFirstOfTwoTransactionsWithOneIdCounts() {
        var block = ledger.block(5, PREVIOUS, List.of(ledger.endorsed(asked, ledger.carrierPeer), ledger.endorsed(asked, ledger.carrierPeer, ledger.portPeer)));

        assertThat(refuted(check(block))).containsExactly(Aspect.MEMBERS_ENDORSED);
    }

    @Test
    void bytesThatAreNoReceiptAreRefused() {
        var bytes = receipt(sound()).bytes();

        assertThatThrownBy(() -> LedgerReceipt.read(new byte[0])).isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> LedgerReceipt.read(Arrays.copyOf(bytes, bytes.length - 9))).isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> LedgerReceipt.read(Arrays.copyOf(bytes, bytes.length + 1))).hasMessageContaining("behind");
        var version = bytes.clone();
        version[4] = 2;
        assertThatThrownBy(() -> LedgerReceipt.read(version)).hasMessageContaining("FWLR");
    }

    @Test
    void anInflatedReceiptIsRefusedBeforeItFillsTheMemory() {
        var deflater = new Deflater(9, true);
        deflater.setInput(new byte[40 * 1024 * 1024]);
        deflater.finish();
        var zeros = new byte[200_000];
        var length = deflater.deflate(zeros);
        deflater.end();

        assertThatThrownBy(() -> LedgerReceipt.read(LedgerReceipt.receipt(asked.id(), Arrays.copyOf(zeros, length)))).hasMessageContaining("more than");
    }

    @Test
    void blocksChainByTheirHeaders() {
        var before = read(sound());
        var next = read(ledger.block(6, before.headerHash().bytes(), envelopes()));

        assertThat(next.previousHash()).isEqualTo(before.headerHash());
        assertThat(read(ledger.block(6, PREVIOUS, envelopes())).previousHash()).isNotEqualTo(before.headerHash());
    }

    private List<Envelope> envelopes() {
        return List.of(ledger.endorsed(first, ledger.carrierPeer, ledger.portPeer), ledger.endorsed(asked, ledger.carrierPeer, ledger.portPeer));
    }

    private Block sound() {
        return sound;
    }

    private Block blockOf(Envelope envelope) {
        return ledger.block(5, PREVIOUS, List.of(envelopes().get(0), envelope));
    }

    private Block signedBy(SampleOrganisation.Somebody somebody) {
        var block = sound();
        BlockMetadata metadata = ledger.metadata(block.getHeader(), somebody, 2);
        return block.toBuilder().setMetadata(metadata).build();
    }

    private static io.fairway.ledger.proof.Block read(Block block) {
        return io.fairway.ledger.proof.Block.read(block.toByteArray());
    }

    private LedgerReceipt receipt(Block block) {
        return new LedgerReceipt(asked.id(), read(block));
    }

    private ReceiptVerdict check(Block block) {
        return receipt(block).check(ledger.trust());
    }

    /** What the peers and orderers note beside the header is not hashed: there a changed byte may change nothing that is proven. */
    private boolean provesAnythingElse(byte[] bytes) {
        try {
            var block = io.fairway.ledger.proof.Block.read(bytes);
            var before = read(sound());
            return new LedgerReceipt(asked.id(), block).check(ledger.trust()).isProven()
                    && !(block.headerHash().equals(before.headerHash()) && Arrays.equals(block.envelope(1), before.envelope(1)));
        } catch (UnreadableException e) {
            return false;
        }
    }

    private static List<Aspect> refuted(ReceiptVerdict verdict) {
        assertThat(verdict.isProven()).isFalse();
        return new ArrayList<>(verdict.findings().stream().filter(finding -> !finding.holds()).map(Finding::aspect).toList());
    }
}
