package io.fairway.ledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.InMemoryCheckpointer;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.peer.ProcessedTransaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

/** The chain as clients see it: blocks, hashes, events, queries. */
public interface ChainConformance {
    /** The network. */
    LedgerUnderTest ledger();

    @Test
    default void everyBlockHashesToTheNext() throws GatewayException, InvalidProtocolBufferException {
        var carrier = ledger().party(LedgerUnderTest.CARRIER);
        long last = carrier.submit("put", ledger().newKey(), "a block").getBlockNumber();

        var before = ByteString.EMPTY;
        try (var blocks = carrier.network().newBlockEventsRequest().startBlock(0).build().getEvents()) {
            for (long number = 0; number <= last; number++) {
                var block = blocks.next();
                assertThat(block.getHeader().getNumber()).isEqualTo(number);
                assertThat(block.getHeader().getPreviousHash()).isEqualTo(before);
                assertThat(block.getHeader().getDataHash()).isEqualTo(sha256(block.getData().getDataList()));
                before = headerHash(block.getHeader());
            }
        }
    }

    @Test
    default void aBlockCarriesTheOrderersSignatureTheCodesAndTheCommitHash() throws GatewayException, InvalidProtocolBufferException {
        var carrier = ledger().party(LedgerUnderTest.CARRIER);
        var status = carrier.submit("put", ledger().newKey(), "a block");

        var block = Block.parseFrom(query("GetBlockByNumber", Long.toString(status.getBlockNumber())));

        var signatures = Metadata.parseFrom(block.getMetadata().getMetadata(BlockMetadataIndex.SIGNATURES_VALUE));
        assertThat(signatures.getSignaturesList()).isNotEmpty();
        assertThat(block.getMetadata().getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE).size()).isEqualTo(block.getData().getDataCount());
        assertThat(Metadata.parseFrom(block.getMetadata().getMetadata(BlockMetadataIndex.COMMIT_HASH_VALUE)).getValue().size()).isEqualTo(32);
    }

    @Test
    default void blocksAndTransactionsAreFoundByTransactionId() throws GatewayException, InvalidProtocolBufferException {
        var carrier = ledger().party(LedgerUnderTest.CARRIER);
        var status = carrier.submit("put", ledger().newKey(), "to be found");

        var block = Block.parseFrom(query("GetBlockByTxID", status.getTransactionId()));
        var transaction = ProcessedTransaction.parseFrom(query("GetTransactionByID", status.getTransactionId()));
        var chain = BlockchainInfo.parseFrom(query("GetChainInfo"));

        assertThat(block.getHeader().getNumber()).isEqualTo(status.getBlockNumber());
        assertThat(transaction.getValidationCode()).isEqualTo(TxValidationCode.VALID_VALUE);
        assertThat(block.getData().getDataList()).contains(transaction.getTransactionEnvelope().toByteString());
        assertThat(chain.getHeight()).isGreaterThan(status.getBlockNumber());
        assertThatExceptionOfType(GatewayException.class).isThrownBy(() -> query("GetTransactionByID", "00"));
    }

    @Test
    default void chaincodeEventsAreHeardOnceFromAnyBlockOnAndAfterAnyTransaction() throws GatewayException {
        var carrier = ledger().party(LedgerUnderTest.CARRIER);
        var key = ledger().newKey();
        var first = carrier.submit("putWithEvent", key, "1", "Said", key + " one");
        var second = carrier.submit("putWithEvent", key, "2", "Said", key + " two");

        assertThat(events(carrier.network().newChaincodeEventsRequest(carrier.profile().chaincode()).startBlock(0).build(), key, 2))
                .containsExactly(key + " one", key + " two");
        var seen = new InMemoryCheckpointer();
        seen.checkpointTransaction(first.getBlockNumber(), first.getTransactionId());
        assertThat(events(carrier.network().newChaincodeEventsRequest(carrier.profile().chaincode()).checkpoint(seen).build(), key, 1))
                .containsExactly(key + " two");
        assertThat(second.getBlockNumber()).isGreaterThanOrEqualTo(first.getBlockNumber());
    }

    @Test
    default void theEventOfAnInvalidTransactionIsNotHeard() throws GatewayException {
        var carrier = ledger().party(LedgerUnderTest.CARRIER);
        var key = ledger().newKey();
        var invalid = Party.submit(carrier.endorse(List.of("CarrierMSP"), "putWithEvent", key, "1", "Said", key + " never"));
        carrier.submit("putWithEvent", key, "1", "Said", key + " heard");

        assertThat(invalid.isSuccessful()).isFalse();
        assertThat(events(carrier.network().newChaincodeEventsRequest(carrier.profile().chaincode())
                .startBlock(invalid.getBlockNumber()).build(), key, 1)).containsExactly(key + " heard");
    }

    @Test
    default void aFilteredBlockSaysTheCodesWithoutTheContents() throws GatewayException {
        var carrier = ledger().party(LedgerUnderTest.CARRIER);
        var secret = ledger().newKey();
        var status = carrier.submit("putWithEvent", secret, "1", "Said", "payload of " + secret);

        try (var blocks = carrier.network().newFilteredBlockEventsRequest().startBlock(status.getBlockNumber()).build().getEvents()) {
            var block = blocks.next();
            assertThat(block.getFilteredTransactionsList())
                    .anySatisfy(transaction -> {
                        assertThat(transaction.getTxid()).isEqualTo(status.getTransactionId());
                        assertThat(transaction.getTxValidationCode()).isEqualTo(TxValidationCode.VALID);
                    });
            assertThat(new String(block.toByteArray(), StandardCharsets.ISO_8859_1)).doesNotContain("payload of");
        }
    }

    private byte[] query(String function, String... arguments) throws GatewayException {
        var carrier = ledger().party(LedgerUnderTest.CARRIER);
        return carrier.network().getContract("qscc").newProposal(function)
                .addArguments(carrier.profile().channel()).addArguments(arguments).build().evaluate();
    }

    private static List<String> events(org.hyperledger.fabric.client.ChaincodeEventsRequest request, String about, int number) {
        var heard = new ArrayList<String>();
        try (var events = request.getEvents()) {
            while (heard.size() < number) {
                var payload = new String(events.next().getPayload(), StandardCharsets.UTF_8);
                if (payload.startsWith(about + " ")) {
                    heard.add(payload);
                }
            }
        }
        return heard;
    }

    /** SHA-256 of the ASN.1 sequence of number, previous hash and data hash. */
    private static ByteString headerHash(BlockHeader header) {
        var content = new ByteArrayOutputStream();
        field(content, 0x02, BigInteger.valueOf(header.getNumber()).toByteArray());
        field(content, 0x04, header.getPreviousHash().toByteArray());
        field(content, 0x04, header.getDataHash().toByteArray());
        var sequence = new ByteArrayOutputStream();
        field(sequence, 0x30, content.toByteArray());
        return sha256(List.of(ByteString.copyFrom(sequence.toByteArray())));
    }

    private static void field(ByteArrayOutputStream out, int tag, byte[] content) {
        out.write(tag);
        out.write(content.length);
        out.writeBytes(content);
    }

    private static ByteString sha256(List<ByteString> parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(part -> digest.update(part.asReadOnlyByteBuffer()));
            return ByteString.copyFrom(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
