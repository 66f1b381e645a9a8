package io.fairway.devledger;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.peer.CollectionConfig;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.protos.peer.CollectionPolicyConfig;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.lifecycle.CommitChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.StateData;

/**
 * Writes chaincode definitions to the ledger as transactions, under the names Fabric uses. Every transaction reads the sequence number of
 * its chaincode, so that a new definition makes those invalid that were endorsed under the old one.
 */
final class Lifecycle {
    static final String NAMESPACE = "_lifecycle";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 24;

    private final Channel channel;
    private final Ledger ledger;
    private final SigningIdentity administrator;
    private final List<Peer> peers;

    Lifecycle(Channel channel, Ledger ledger, SigningIdentity administrator, List<Peer> peers) {
        this.channel = channel;
        this.ledger = ledger;
        this.administrator = administrator;
        this.peers = peers;
    }

    static String sequenceKey(String chaincode) {
        return "namespaces/fields/" + chaincode + "/Sequence";
    }

    /** A majority of the members, as Fabric's default for definitions. */
    static EndorsementPolicy policy(List<String> organisations) {
        return new EndorsementPolicy(PolicyText.peersOf(organisations.size() / 2 + 1, organisations));
    }

    /** Commits the definitions that are new or changed. */
    void define(Committer committer, Instant now) throws IOException {
        for (var chaincode : channel.chaincodes().values()) {
            try (var snapshot = ledger.state().snapshot()) {
                var stored = snapshot.get(Space.state(NAMESPACE), sequenceKey(chaincode.name()));
                var definition = arguments(chaincode, sequence(stored));
                var before = snapshot.get(Space.state(NAMESPACE), definitionKey(chaincode.name())).map(StateEntry::value);
                if (before.isEmpty() || !before.get().equals(definition.toByteString())) {
                    committer.commit(List.of(transaction(arguments(chaincode, sequence(stored) + 1), stored, now)));
                }
            }
        }
    }

    private static long sequence(Optional<StateEntry> stored) throws IOException {
        return stored.isEmpty() ? 0 : StateData.parseFrom(stored.get().value()).getInt64();
    }

    private static String definitionKey(String chaincode) {
        return "namespaces/fields/" + chaincode + "/Definition";
    }

    private static CommitChaincodeDefinitionArgs arguments(InstalledChaincode chaincode, long sequence) {
        var definition = chaincode.definition();
        var arguments = CommitChaincodeDefinitionArgs.newBuilder().setName(definition.name()).setVersion(definition.version())
                .setSequence(sequence).setEndorsementPlugin("escc").setValidationPlugin("vscc")
                .setValidationParameter(ApplicationPolicy.newBuilder().setSignaturePolicy(chaincode.endorsement().envelope()).build().toByteString());
        var collections = CollectionConfigPackage.newBuilder();
        definition.collections().forEach(one -> collections.addConfig(configuration(chaincode.collection(one.name()))));
        return arguments.setCollections(collections).build();
    }

    private static CollectionConfig configuration(InstalledChaincode.Collection collection) {
        var configuration = StaticCollectionConfig.newBuilder().setName(collection.definition().name())
                .setMemberOrgsPolicy(CollectionPolicyConfig.newBuilder().setSignaturePolicy(collection.members().envelope()))
                .setMemberOnlyRead(collection.isReadByMembersOnly()).setMemberOnlyWrite(collection.isWrittenByMembersOnly());
        collection.endorsement().ifPresent(policy -> configuration.setEndorsementPolicy(
                ApplicationPolicy.newBuilder().setSignaturePolicy(policy.envelope())));
        return CollectionConfig.newBuilder().setStaticCollectionConfig(configuration).build();
    }

    private ByteString transaction(CommitChaincodeDefinitionArgs arguments, Optional<StateEntry> stored, Instant now) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var signatureHeader = SignatureHeader.newBuilder().setCreator(administrator.identity()).setNonce(ByteString.copyFrom(nonce)).build();
        var chaincodeId = ChaincodeID.newBuilder().setName(NAMESPACE).build();
        var channelHeader = ChannelHeader.newBuilder().setType(HeaderType.ENDORSER_TRANSACTION_VALUE).setChannelId(channel.name())
                .setTxId(Proposal.transactionId(signatureHeader)).setTimestamp(Genesis.timestamp(now))
                .setExtension(ChaincodeHeaderExtension.newBuilder().setChaincodeId(chaincodeId).build().toByteString());
        var header = Header.newBuilder().setChannelHeader(channelHeader.build().toByteString())
                .setSignatureHeader(signatureHeader.toByteString()).build();
        var input = ChaincodeInput.newBuilder().addArgs(ByteString.copyFromUtf8("CommitChaincodeDefinition")).addArgs(arguments.toByteString());
        var spec = ChaincodeInvocationSpec.newBuilder().setChaincodeSpec(ChaincodeSpec.newBuilder().setChaincodeId(chaincodeId).setInput(input));
        var payload = ChaincodeProposalPayload.newBuilder().setInput(spec.build().toByteString()).build().toByteString();
        var action = ChaincodeAction.newBuilder().setResults(results(arguments, stored).toByteString())
                .setResponse(Response.newBuilder().setStatus(200)).setChaincodeId(chaincodeId.toBuilder().setVersion("syscc"));
        var response = ProposalResponsePayload.newBuilder().setProposalHash(Proposal.hash(header, payload))
                .setExtension(action.build().toByteString()).build().toByteString();
        var endorsements = peers.stream().map(Peer::identity).map(signer -> Endorsement.newBuilder()
                .setEndorser(signer.identity()).setSignature(signer.sign(response, signer.identity())).build()).toList();
        var envelope = Transactions.assemble(header, payload, response, endorsements);
        return Envelope.newBuilder(envelope).setSignature(administrator.sign(envelope.getPayload())).build().toByteString();
    }

    private static TxReadWriteSet results(CommitChaincodeDefinitionArgs arguments, Optional<StateEntry> stored) {
        var set = new ReadWriteSet();
        set.read(sequenceKey(arguments.getName()), stored.map(StateEntry::version));
        set.write(sequenceKey(arguments.getName()), StateData.newBuilder().setInt64(arguments.getSequence()).build().toByteString());
        set.write(definitionKey(arguments.getName()), arguments.toByteString());
        return TxReadWriteSet.newBuilder().setDataModel(TxReadWriteSet.DataModel.KV).addNsRwset(
                NsReadWriteSet.newBuilder().setNamespace(NAMESPACE).setRwset(set.asPublic().build().toByteString())).build();
    }
}
