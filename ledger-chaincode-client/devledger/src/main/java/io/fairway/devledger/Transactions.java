package io.fairway.devledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** The envelope of an endorsed transaction: put together for the client to sign, and taken apart and checked when it comes back. */
final class Transactions {
    private Transactions() {}

    /** What was read from an envelope. */
    sealed interface Reading {}

    /** An envelope that no peer would look at further. */
    record Invalid(TxValidationCode code) implements Reading {}

    /**
     * A transaction whose form, creator and signature stand.
     *
     * @param responsePayload the bytes that the endorsers signed, each with its own identity after them
     */
    record Endorsed(String txId, Member creator, ChaincodeAction action, TxReadWriteSet results, ByteString responsePayload,
            List<Endorsement> endorsements) implements Reading {

        String chaincode() {
            return action.getChaincodeId().getName();
        }

        Optional<ChaincodeEvent> event() throws InvalidProtocolBufferException {
            return action.getEvents().isEmpty() ? Optional.empty() : Optional.of(ChaincodeEvent.parseFrom(action.getEvents()));
        }
    }

    static Envelope assemble(Header header, ByteString visiblePayload, ByteString responsePayload, List<Endorsement> endorsements) {
        var action = ChaincodeActionPayload.newBuilder().setChaincodeProposalPayload(visiblePayload)
                .setAction(ChaincodeEndorsedAction.newBuilder().setProposalResponsePayload(responsePayload).addAllEndorsements(endorsements));
        var transaction = Transaction.newBuilder().addActions(
                TransactionAction.newBuilder().setHeader(header.getSignatureHeader()).setPayload(action.build().toByteString()));
        var payload = Payload.newBuilder().setHeader(header).setData(transaction.build().toByteString());
        return Envelope.newBuilder().setPayload(payload.build().toByteString()).build();
    }

    /** The id that the header claims, empty if it is unreadable. */
    static String txId(ByteString envelope) {
        try {
            var payload = Payload.parseFrom(Envelope.parseFrom(envelope).getPayload());
            return ChannelHeader.parseFrom(payload.getHeader().getChannelHeader()).getTxId();
        } catch (InvalidProtocolBufferException e) {
            return "";
        }
    }

    static Reading read(ByteString bytes, String channel, Msp msp) {
        try {
            var envelope = Envelope.parseFrom(bytes);
            var payload = Payload.parseFrom(envelope.getPayload());
            var channelHeader = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
            var signatureHeader = SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader());
            var fault = headerFault(channelHeader, signatureHeader, channel);
            if (fault.isPresent()) {
                return new Invalid(fault.get());
            }
            var creator = msp.member(signatureHeader.getCreator());
            if (!creator.signed(envelope.getSignature(), envelope.getPayload())) {
                return new Invalid(TxValidationCode.BAD_CREATOR_SIGNATURE);
            }
            return transaction(payload, channelHeader.getTxId(), creator);
        } catch (InvalidProtocolBufferException e) {
            return new Invalid(TxValidationCode.BAD_PAYLOAD);
        } catch (Refusal e) {
            return new Invalid(TxValidationCode.BAD_CREATOR_SIGNATURE);
        }
    }

    private static Optional<TxValidationCode> headerFault(ChannelHeader channelHeader, SignatureHeader signatureHeader, String channel) {
        if (channelHeader.getType() != HeaderType.ENDORSER_TRANSACTION_VALUE) {
            return Optional.of(TxValidationCode.UNKNOWN_TX_TYPE);
        }
        if (channelHeader.getEpoch() != 0 || signatureHeader.getNonce().isEmpty() || signatureHeader.getCreator().isEmpty()) {
            return Optional.of(TxValidationCode.BAD_COMMON_HEADER);
        }
        if (!channelHeader.getChannelId().equals(channel)) {
            return Optional.of(TxValidationCode.TARGET_CHAIN_NOT_FOUND);
        }
        return channelHeader.getTxId().equals(Proposal.transactionId(signatureHeader))
                ? Optional.empty() : Optional.of(TxValidationCode.BAD_PROPOSAL_TXID);
    }

    private static Reading transaction(Payload payload, String txId, Member creator) throws InvalidProtocolBufferException {
        var transaction = Transaction.parseFrom(payload.getData());
        if (transaction.getActionsCount() != 1
                || !transaction.getActions(0).getHeader().equals(payload.getHeader().getSignatureHeader())) {
            return new Invalid(TxValidationCode.INVALID_ENDORSER_TRANSACTION);
        }
        var action = ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload());
        var responsePayload = action.getAction().getProposalResponsePayload();
        var response = ProposalResponsePayload.parseFrom(responsePayload);
        if (!response.getProposalHash().equals(Proposal.hash(payload.getHeader(), action.getChaincodeProposalPayload()))) {
            return new Invalid(TxValidationCode.INVALID_ENDORSER_TRANSACTION);
        }
        var run = ChaincodeAction.parseFrom(response.getExtension());
        return new Endorsed(txId, creator, run, TxReadWriteSet.parseFrom(run.getResults()), responsePayload,
                action.getAction().getEndorsementsList());
    }
}
