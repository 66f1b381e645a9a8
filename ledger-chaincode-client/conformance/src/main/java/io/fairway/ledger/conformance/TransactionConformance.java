package io.fairway.ledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

/** What becomes of a transaction: endorsements, policies, conflicts, repeats. */
public interface TransactionConformance {
    /** The network. */
    LedgerUnderTest ledger();

    @Test
    default void aWriteIsReadAtEveryOrganisation() throws GatewayException {
        var key = ledger().newKey();

        var status = ledger().party(LedgerUnderTest.CARRIER).submit("put", key, "Größe 集装箱");

        assertThat(status.getCode()).isEqualTo(TxValidationCode.VALID);
        assertThat(status.isSuccessful()).isTrue();
        for (var organisation : List.of(LedgerUnderTest.CARRIER, LedgerUnderTest.PORT, LedgerUnderTest.BANK)) {
            Eventually.equal("Größe 集装箱", () -> ledger().party(organisation).read("get", key));
        }
    }

    @Test
    default void theChaincodesRefusalReachesTheClientAsText() {
        var carrier = ledger().party(LedgerUnderTest.CARRIER);

        assertThatExceptionOfType(EndorseException.class).isThrownBy(() -> carrier.submit("fail", "BILL-NOT-YOURS: no"))
                .satisfies(refusal -> assertThat(refusal.getStatus().getCode()).isEqualTo(io.grpc.Status.Code.ABORTED))
                .satisfies(refusal -> assertThat(Party.reason(refusal)).contains("chaincode response 500, BILL-NOT-YOURS: no"));
        assertThatExceptionOfType(GatewayException.class).isThrownBy(() -> carrier.read("fail", "BILL-NOT-YOURS: no"))
                .satisfies(refusal -> assertThat(refusal.getStatus().getCode()).isEqualTo(io.grpc.Status.Code.UNKNOWN))
                .satisfies(refusal -> assertThat(Party.reason(refusal)).contains("BILL-NOT-YOURS: no"));
    }

    @Test
    default void ofTwoTransactionsOnOneVersionOneIsValid() throws GatewayException {
        var key = ledger().newKey();
        var carrier = ledger().party(LedgerUnderTest.CARRIER);
        carrier.submit("put", key, "1");
        var first = carrier.endorse(List.of(), "increment", key);
        var second = ledger().party(LedgerUnderTest.PORT).endorse(List.of(), "increment", key);

        var one = first.submitAsync();
        var other = second.submitAsync();

        assertThat(List.of(one.getStatus().getCode(), other.getStatus().getCode()))
                .containsExactlyInAnyOrder(TxValidationCode.VALID, TxValidationCode.MVCC_READ_CONFLICT);
        Eventually.equal("2", () -> carrier.read("get", key));
    }

    @Test
    default void aKeyThatAppearsInARangeAfterItWasReadIsAPhantom() throws GatewayException {
        var prefix = ledger().newKey();
        var carrier = ledger().party(LedgerUnderTest.CARRIER);
        carrier.submit("putMany", prefix, "3");
        var counted = carrier.endorse(List.of(), "countRange", prefix, prefix + "~", ledger().newKey());

        carrier.submit("put", prefix + "0001a", "between");

        assertThat(Party.submit(counted).getCode()).isEqualTo(TxValidationCode.PHANTOM_READ_CONFLICT);
    }

    @Test
    default void aLongRangeIsCheckedByItsMerkleTree() throws GatewayException {
        var prefix = ledger().newKey();
        var carrier = ledger().party(LedgerUnderTest.CARRIER);
        carrier.submit("putMany", prefix, "230");
        var unchanged = carrier.endorse(List.of(), "countRange", prefix, prefix + "~", ledger().newKey());
        assertThat(Party.submit(unchanged).getCode()).isEqualTo(TxValidationCode.VALID);
        var counted = carrier.endorse(List.of(), "countRange", prefix, prefix + "~", ledger().newKey());

        carrier.submit("delete", prefix + "0170");

        assertThat(Party.submit(counted).getCode()).isEqualTo(TxValidationCode.PHANTOM_READ_CONFLICT);
    }

    @Test
    default void theSameEnvelopeTwiceTakesEffectOnceAndKeepsItsFirstStatus() throws GatewayException {
        var key = ledger().newKey();
        var carrier = ledger().party(LedgerUnderTest.CARRIER);
        var transaction = carrier.endorse(List.of(), "increment", key);
        var stored = transaction.getBytes();
        var first = Party.submit(transaction);

        var again = carrier.gateway().newTransaction(stored).submitAsync();
        carrier.submit("put", ledger().newKey(), "a later block");

        assertThat(again.getStatus().getCode()).isEqualTo(TxValidationCode.VALID);
        assertThat(again.getStatus().getBlockNumber()).isEqualTo(first.getBlockNumber());
        Eventually.equal("1", () -> carrier.read("get", key));
    }

    @Test
    default void differentBytesFromTwoPeersAreNotATransaction() {
        var carrier = ledger().party(LedgerUnderTest.CARRIER);

        assertThatExceptionOfType(EndorseException.class).isThrownBy(() -> carrier.endorse(List.of(), "putRandom", ledger().newKey()))
                .satisfies(refusal -> assertThat(refusal.getStatus().getCode()).isEqualTo(io.grpc.Status.Code.ABORTED))
                .withMessageContaining("ProposalResponsePayloads do not match");
    }

    @Test
    default void oneEndorsementWhereAMajorityIsNeededIsInvalid() throws GatewayException {
        var key = ledger().newKey();
        var carrier = ledger().party(LedgerUnderTest.CARRIER);

        var status = Party.submit(carrier.endorse(List.of("CarrierMSP"), "put", key, "alone"));

        assertThat(status.getCode()).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        assertThat(carrier.read("get", key)).isEmpty();
    }

    @Test
    default void aKeysOwnPolicyReplacesTheChaincodes() throws GatewayException {
        var key = ledger().newKey();
        var carrier = ledger().party(LedgerUnderTest.CARRIER);
        carrier.submit("put", key, "guarded");
        carrier.submit("setPolicy", key, "CarrierMSP", "BankMSP");

        assertThat(Party.submit(carrier.endorse(List.of("CarrierMSP", "PortMSP"), "put", key, "wrong two")).getCode())
                .isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        assertThat(Party.submit(carrier.endorse(List.of("CarrierMSP", "BankMSP"), "put", key, "right two")).getCode())
                .isEqualTo(TxValidationCode.VALID);
        assertThat(ledger().party(LedgerUnderTest.PORT).submit("put", key, "planned from the key").getCode()).isEqualTo(TxValidationCode.VALID);
        assertThat(carrier.submit("setPolicy", key, "PortMSP").getCode()).isEqualTo(TxValidationCode.VALID);
        assertThat(Party.submit(carrier.endorse(List.of("PortMSP"), "put", key, "the port alone")).getCode()).isEqualTo(TxValidationCode.VALID);
        Eventually.equal("the port alone", () -> carrier.read("get", key));
        assertThat(carrier.read("getPolicy", key)).isNotEmpty();
    }

    @Test
    default void anEnvelopeWhoseResultWasChangedIsInvalid() throws GatewayException, InvalidProtocolBufferException {
        var key = ledger().newKey();
        var carrier = ledger().party(LedgerUnderTest.CARRIER);
        var prepared = PreparedTransaction.parseFrom(carrier.endorse(List.of(), "put", key, "value-aaaa").getBytes());
        var forged = replaced(prepared.getEnvelope().getPayload(), "value-aaaa", "value-bbbb");
        var unsigned = prepared.toBuilder().setEnvelope(Envelope.newBuilder().setPayload(forged)).build();

        var status = Party.submit(carrier.gateway().newTransaction(unsigned.toByteArray()));

        assertThat(status.getCode()).isIn(TxValidationCode.ENDORSEMENT_POLICY_FAILURE, TxValidationCode.INVALID_ENDORSER_TRANSACTION);
        assertThat(carrier.read("get", key)).isEmpty();
    }

    @Test
    default void whoIsNoMemberMayNeitherReadNorWrite() {
        var port = ledger().profile(LedgerUnderTest.PORT);
        var bank = (io.fairway.ledger.LedgerProfile.KeyFiles) ledger().profile(LedgerUnderTest.BANK).identity().orElseThrow();
        var pretender = new io.fairway.ledger.LedgerProfile.KeyFiles("PortMSP", bank.certificate(), bank.key());
        try (var outsider = LedgerUnderTest.connect(port.as(pretender))) {
            assertThatExceptionOfType(GatewayException.class).isThrownBy(() -> outsider.read("get", "x"));
            assertThatExceptionOfType(EndorseException.class).isThrownBy(() -> outsider.submit("put", ledger().newKey(), "x"));
            assertThatExceptionOfType(CommitStatusException.class).isThrownBy(() -> outsider.gateway()
                    .newCommit(commitRequest(ledger().party(LedgerUnderTest.PORT), outsider)).getStatus());
        }
    }

    @Test
    default void aWrongSignatureIsRefused() throws GatewayException {
        var carrier = ledger().party(LedgerUnderTest.CARRIER);
        var transaction = carrier.endorse(List.of(), "put", ledger().newKey(), "x");

        assertThatExceptionOfType(SubmitException.class).isThrownBy(() ->
                carrier.gateway().newSignedTransaction(transaction.getBytes(), new byte[] {1, 2, 3}).submitAsync());
    }

    private static byte[] commitRequest(Party member, Party outsider) throws GatewayException {
        var submitted = member.endorse(List.of(), "put", "commit-request", "x").submitAsync();
        var bytes = submitted.getBytes();
        try {
            var signed = org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest.parseFrom(bytes);
            var request = org.hyperledger.fabric.protos.gateway.CommitStatusRequest.parseFrom(signed.getRequest()).toBuilder();
            var pretended = org.hyperledger.fabric.protos.msp.SerializedIdentity.newBuilder().setMspid("PortMSP")
                    .setIdBytes(ByteString.copyFrom(outsider.gateway().getIdentity().getCredentials())).build();
            return signed.toBuilder().clearSignature().setRequest(request.setIdentity(pretended.toByteString()).build().toByteString())
                    .build().toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The client's own request is unreadable", e);
        }
    }

    private static ByteString replaced(ByteString bytes, String from, String to) {
        var text = bytes.toString(java.nio.charset.StandardCharsets.ISO_8859_1);
        return ByteString.copyFrom(text.replace(from, to), java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
