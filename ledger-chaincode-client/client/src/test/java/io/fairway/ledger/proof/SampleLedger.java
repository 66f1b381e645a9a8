package io.fairway.ledger.proof;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/** A carrier, a port and a bank with peers, an orderer, and blocks as Fabric makes them, built with Fabric's own classes. */
public final class SampleLedger {
    public final SampleOrganisation carrier = new SampleOrganisation("CarrierMSP");
    public final SampleOrganisation port = new SampleOrganisation("PortMSP");
    public final SampleOrganisation bank = new SampleOrganisation("BankMSP");
    public final SampleOrganisation ordering = new SampleOrganisation("OrdererMSP");
    public final SampleOrganisation.Somebody hub = carrier.somebody("client");
    public final SampleOrganisation.Somebody carrierPeer = carrier.somebody("peer");
    public final SampleOrganisation.Somebody portPeer = port.somebody("peer");
    public final SampleOrganisation.Somebody orderer = ordering.somebody("orderer");

    /** A proposal with the parts an endorser binds together. */
    public record Asked(String id, ByteString channelHeader, ByteString signatureHeader, ByteString payload) {
        public byte[] proposal() {
            return Proposal.newBuilder().setHeader(Header.newBuilder().setChannelHeader(channelHeader).setSignatureHeader(signatureHeader).build()
                    .toByteString()).setPayload(payload).build().toByteArray();
        }
    }

    public NetworkTrust trust() {
        return trust(2);
    }

    public NetworkTrust trust(int leastEndorsers) {
        return new NetworkTrust(Map.of("CarrierMSP", List.of(carrier.authority()), "PortMSP", List.of(port.authority()),
                "BankMSP", List.of(bank.authority())), Map.of("OrdererMSP", List.of(ordering.authority())), leastEndorsers);
    }

    public Asked ask(String nonce, String... arguments) {
        var signatureHeader = SignatureHeader.newBuilder().setCreator(hub.identity()).setNonce(ByteString.copyFromUtf8(nonce)).build();
        var id = Digest.over(nonce.getBytes(StandardCharsets.UTF_8), hub.identity().toByteArray()).hex();
        var channelHeader = ChannelHeader.newBuilder().setType(HeaderType.ENDORSER_TRANSACTION_VALUE).setChannelId("harbour").setTxId(id).build();
        var input = ChaincodeInput.newBuilder().addAllArgs(Arrays.stream(arguments).map(ByteString::copyFromUtf8).toList());
        var spec = ChaincodeSpec.newBuilder().setChaincodeId(ChaincodeID.newBuilder().setName("fairway")).setInput(input);
        var payload = ChaincodeProposalPayload.newBuilder()
                .setInput(ChaincodeInvocationSpec.newBuilder().setChaincodeSpec(spec).build().toByteString()).build();
        return new Asked(id, channelHeader.toByteString(), signatureHeader.toByteString(), payload.toByteString());
    }

    public Envelope endorsed(Asked asked, SampleOrganisation.Somebody... endorsers) {
        return endorsed(asked, asked, endorsers);
    }

    /** An envelope for one proposal whose outcome is that of another. */
    public Envelope endorsed(Asked asked, Asked answered, SampleOrganisation.Somebody... endorsers) {
        var event = ChaincodeEvent.newBuilder().setChaincodeId("fairway").setTxId(asked.id()).setEventName("bill.issue")
                .setPayload(ByteString.copyFromUtf8("{\"state\":\"issued\"}")).build();
        var action = ChaincodeAction.newBuilder().setChaincodeId(ChaincodeID.newBuilder().setName("fairway")).setEvents(event.toByteString())
                .setResponse(Response.newBuilder().setStatus(200).setPayload(ByteString.copyFromUtf8("done"))).build();
        var hash = Digest.over(answered.channelHeader().toByteArray(), answered.signatureHeader().toByteArray(), answered.payload().toByteArray());
        var response = ProposalResponsePayload.newBuilder().setProposalHash(ByteString.copyFrom(hash.bytes())).setExtension(action.toByteString())
                .build().toByteString();
        var endorsements = Arrays.stream(endorsers).map(peer -> Endorsement.newBuilder().setEndorser(peer.identity())
                .setSignature(peer.sign(response, peer.identity())).build()).toList();
        return envelope(asked, response, endorsements);
    }

    public Envelope envelope(Asked asked, ByteString response, List<Endorsement> endorsements) {
        var content = ChaincodeActionPayload.newBuilder().setChaincodeProposalPayload(asked.payload())
                .setAction(ChaincodeEndorsedAction.newBuilder().setProposalResponsePayload(response).addAllEndorsements(endorsements)).build();
        var transaction = Transaction.newBuilder()
                .addActions(TransactionAction.newBuilder().setHeader(asked.signatureHeader()).setPayload(content.toByteString())).build();
        var header = Header.newBuilder().setChannelHeader(asked.channelHeader()).setSignatureHeader(asked.signatureHeader());
        var payload = Payload.newBuilder().setHeader(header).setData(transaction.toByteString()).build().toByteString();
        return Envelope.newBuilder().setPayload(payload).setSignature(hub.sign(payload)).build();
    }

    /** A block of valid transactions, ordered by our orderer. */
    public org.hyperledger.fabric.protos.common.Block block(long number, byte[] previousHash, List<Envelope> envelopes) {
        return block(number, previousHash, envelopes, header -> header);
    }

    public org.hyperledger.fabric.protos.common.Block block(long number, byte[] previousHash, List<Envelope> envelopes,
                                                            UnaryOperator<BlockHeader> change) {
        var content = BlockData.newBuilder().addAllData(envelopes.stream().map(Envelope::toByteString).toList()).build();
        var dataHash = Digest.over(content.getDataList().stream().map(ByteString::toByteArray).toArray(byte[][]::new));
        var header = change.apply(BlockHeader.newBuilder().setNumber(number).setPreviousHash(ByteString.copyFrom(previousHash))
                .setDataHash(ByteString.copyFrom(dataHash.bytes())).build());
        return org.hyperledger.fabric.protos.common.Block.newBuilder().setHeader(header).setData(content)
                .setMetadata(metadata(header, orderer, envelopes.size())).build();
    }

    public BlockMetadata metadata(BlockHeader header, SampleOrganisation.Somebody signer, int transactions) {
        var noted = ByteString.copyFromUtf8("last config 0");
        var signatureHeader = SignatureHeader.newBuilder().setCreator(signer.identity()).setNonce(ByteString.copyFromUtf8("n")).build().toByteString();
        var der = ByteString.copyFrom(Der.blockHeader(header.getNumber(), header.getPreviousHash().toByteArray(), header.getDataHash().toByteArray()));
        var signature = MetadataSignature.newBuilder().setSignatureHeader(signatureHeader).setSignature(signer.sign(noted, signatureHeader, der));
        return BlockMetadata.newBuilder().addMetadata(Metadata.newBuilder().setValue(noted).addSignatures(signature).build().toByteString())
                .addMetadata(ByteString.EMPTY).addMetadata(ByteString.copyFrom(new byte[transactions])).build();
    }
}
