package io.fairway.devledger;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import java.util.Optional;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** Runs a chaincode at one organisation's peer and signs what came out. */
final class Endorser {
    private static final int REFUSED = 400;

    private final Channel channel;
    private final Ledger ledger;
    private final SystemChaincodes system;

    Endorser(Channel channel, Ledger ledger, SystemChaincodes system) {
        this.channel = channel;
        this.ledger = ledger;
        this.system = system;
    }

    /** What a run came to; only a run that the chaincode did not refuse is signed. */
    sealed interface Result {
        Response response();
    }

    /** The chaincode answered with an error. */
    record Refused(Response response) implements Result {}

    /** A run with its signature. */
    record Signed(Response response, TxReadWriteSet results, ByteString payload, Endorsement endorsement, Member endorser) implements Result {}

    /** Reads and checks a proposal: it may write to the channel and is not on the ledger yet. */
    Proposal read(SignedProposal signed) {
        var proposal = Proposal.read(signed, channel.name(), channel.msp());
        channel.requireWriter(proposal.client());
        try (var snapshot = ledger.state().snapshot()) {
            if (snapshot.transaction(proposal.txId()).isPresent()) {
                throw Refusal.aborted("duplicate transaction found [" + proposal.txId() + "]");
            }
        }
        return proposal;
    }

    Response evaluate(Peer peer, Proposal proposal) {
        if (system.has(proposal.chaincode())) {
            return system.answer(proposal);
        }
        try (var simulation = simulation(peer, proposal)) {
            return run(peer, proposal, simulation).response();
        }
    }

    Result endorse(Peer peer, Proposal proposal) {
        try (var simulation = simulation(peer, proposal)) {
            var outcome = run(peer, proposal, simulation);
            if (outcome.response().getStatus() >= REFUSED) {
                return new Refused(outcome.response());
            }
            var results = simulation.publicResult(definitionRead(simulation.ledger(), proposal.chaincode()));
            simulation.privateResult().ifPresent(writes -> keepOnce(proposal.txId(), writes));
            return sign(peer, proposal, outcome, results);
        }
    }

    private Simulation simulation(Peer peer, Proposal proposal) {
        return new Simulation(channel.chaincode(proposal.chaincode()), peer.mspId(), proposal.client(), ledger.state().snapshot());
    }

    private ChaincodeLink.Outcome run(Peer peer, Proposal proposal, Simulation simulation) {
        return peer.link(proposal.chaincode()).invoke(channel.name(), proposal.txId(), proposal.signed(), proposal.input(),
                new ChaincodeCalls(simulation, ledger.history()));
    }

    /** All organisations write the same, or the endorsement fails: one copy is enough. */
    private void keepOnce(String txId, TxPvtReadWriteSet writes) {
        var log = ledger.privateLog();
        if (!log.offsetOf(txId).map(log::read).equals(Optional.of(writes))) {
            log.keep(txId, writes, ledger.blocks().height());
        }
    }

    private Signed sign(Peer peer, Proposal proposal, ChaincodeLink.Outcome outcome, TxReadWriteSet results) {
        var definition = channel.chaincode(proposal.chaincode()).definition();
        var action = ChaincodeAction.newBuilder().setResults(results.toByteString()).setResponse(outcome.response())
                .setChaincodeId(ChaincodeID.newBuilder().setName(definition.name()).setVersion(definition.version()));
        outcome.event().ifPresent(event -> action.setEvents(
                event.toBuilder().setChaincodeId(definition.name()).setTxId(proposal.txId()).build().toByteString()));
        var payload = ProposalResponsePayload.newBuilder().setProposalHash(proposal.hash())
                .setExtension(action.build().toByteString()).build().toByteString();
        var signer = peer.identity();
        var endorsement = Endorsement.newBuilder().setEndorser(signer.identity()).setSignature(signer.sign(payload, signer.identity())).build();
        return new Signed(outcome.response(), results, payload, endorsement, signer.member());
    }

    private static NsReadWriteSet definitionRead(Snapshot ledger, String chaincode) {
        var key = Lifecycle.sequenceKey(chaincode);
        var read = KVRead.newBuilder().setKey(key);
        ledger.get(Space.state(Lifecycle.NAMESPACE), key).ifPresentOrElse(entry -> read.setVersion(entry.version().proto()), () -> {
            throw new Refusal(Status.Code.UNAVAILABLE, "chaincode " + chaincode + " is not committed yet");
        });
        return NsReadWriteSet.newBuilder().setNamespace(Lifecycle.NAMESPACE)
                .setRwset(KVRWSet.newBuilder().addReads(read).build().toByteString()).build();
    }
}
