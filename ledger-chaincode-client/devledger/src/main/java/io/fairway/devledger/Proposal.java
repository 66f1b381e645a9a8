package io.fairway.devledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import java.util.HexFormat;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/**
 * What a client asks peers to run, read and checked: header, transaction id, certificate and signature.
 *
 * @param input function and arguments, the transient values apart
 * @param visiblePayload the payload as it goes into the transaction, without transient values
 */
record Proposal(Header header, ChannelHeader channelHeader, String chaincode, Member client, ChaincodeInput input,
        ByteString visiblePayload, SignedProposal signed) {

    String txId() {
        return channelHeader.getTxId();
    }

    ByteString hash() {
        return hash(header, visiblePayload);
    }

    static ByteString hash(Header header, ByteString visiblePayload) {
        return Digests.sha256(header.getChannelHeader(), header.getSignatureHeader(), visiblePayload);
    }

    static String transactionId(SignatureHeader header) {
        return HexFormat.of().formatHex(Digests.sha256(header.getNonce(), header.getCreator()).toByteArray());
    }

    static Proposal read(SignedProposal signed, String channel, Msp msp) {
        try {
            var proposal = org.hyperledger.fabric.protos.peer.Proposal.parseFrom(signed.getProposalBytes());
            var header = Header.parseFrom(proposal.getHeader());
            var channelHeader = ChannelHeader.parseFrom(header.getChannelHeader());
            var signatureHeader = SignatureHeader.parseFrom(header.getSignatureHeader());
            requireHeaders(channelHeader, signatureHeader, channel);
            var client = msp.member(signatureHeader.getCreator());
            if (!client.signed(signed.getSignature(), signed.getProposalBytes())) {
                throw Refusal.denied("the creator's signature over the proposal is not valid");
            }
            var chaincode = ChaincodeHeaderExtension.parseFrom(channelHeader.getExtension()).getChaincodeId().getName();
            var payload = ChaincodeProposalPayload.parseFrom(proposal.getPayload());
            var input = ChaincodeInvocationSpec.parseFrom(payload.getInput()).getChaincodeSpec().getInput();
            return new Proposal(header, channelHeader, chaincode, client, input, payload.toBuilder().clearTransientMap().build().toByteString(), signed);
        } catch (InvalidProtocolBufferException e) {
            throw new Refusal(Status.Code.INVALID_ARGUMENT, "the proposal is not readable", e);
        }
    }

    private static void requireHeaders(ChannelHeader channelHeader, SignatureHeader signatureHeader, String channel) {
        if (channelHeader.getType() != HeaderType.ENDORSER_TRANSACTION_VALUE || channelHeader.getEpoch() != 0) {
            throw Refusal.invalid("invalid header type " + channelHeader.getType() + " or epoch " + channelHeader.getEpoch());
        }
        if (!channelHeader.getChannelId().equals(channel)) {
            throw new Refusal(Status.Code.NOT_FOUND, "channel " + channelHeader.getChannelId() + " not found");
        }
        if (signatureHeader.getNonce().isEmpty() || signatureHeader.getCreator().isEmpty()) {
            throw Refusal.invalid("nonce and creator must be set in the signature header");
        }
        if (!channelHeader.getTxId().equals(transactionId(signatureHeader))) {
            throw Refusal.invalid("incorrectly computed transaction id '" + channelHeader.getTxId() + "'");
        }
    }
}
