package io.fairway.devledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** What a gateway peer does for its clients: finds out who must endorse, collects the endorsements, passes envelopes to the orderer. */
final class Gateway {
    private static final int REFUSED = 400;
    private static final int LARGEST_ENVELOPE = 10 << 20;

    private final Channel channel;
    private final Ledger ledger;
    private final List<Peer> peers;
    private final Endorser endorser;
    private final Orderer orderer;
    private final EndorsementCheck policies;
    private final Executor executor;

    Gateway(Channel channel, Ledger ledger, List<Peer> peers, Endorser endorser, Orderer orderer, Executor executor) {
        this.channel = channel;
        this.ledger = ledger;
        this.peers = peers;
        this.endorser = endorser;
        this.orderer = orderer;
        this.policies = new EndorsementCheck(channel);
        this.executor = executor;
    }

    Response evaluate(GatewayPeer own, SignedProposal signed, Collection<String> targets) {
        var proposal = endorser.read(signed);
        var peer = targets.isEmpty() ? own.peer() : peers(targets).getFirst();
        Response response;
        try {
            response = endorser.evaluate(peer, proposal);
        } catch (Refusal refusal) {
            throw byPeer(own, peer, Status.Code.UNKNOWN, "evaluate call to endorser returned error: " + refusal.reason(), refusal.reason());
        }
        if (response.getStatus() >= REFUSED) {
            var reason = reason(response);
            throw byPeer(own, peer, Status.Code.UNKNOWN, "evaluate call to endorser returned error: " + reason, reason);
        }
        return response;
    }

    /** The endorsed transaction, for the client to sign. */
    Envelope endorse(GatewayPeer own, SignedProposal signed, Collection<String> organisations) {
        var proposal = endorser.read(signed);
        var endorsed = organisations.isEmpty() ? endorseAsPoliciesDemand(own, proposal) : endorse(own, proposal, peers(organisations));
        var payload = endorsed.getFirst().payload();
        if (!endorsed.stream().allMatch(one -> one.payload().equals(payload))) {
            throw Refusal.aborted("failed to assemble transaction: ProposalResponsePayloads do not match (base64)");
        }
        List<Endorsement> endorsements = endorsed.stream().map(Endorser.Signed::endorsement).toList();
        return Transactions.assemble(proposal.header(), proposal.visiblePayload(), payload, endorsements);
    }

    /** Hands a signed envelope to the orderer; whether it becomes valid is known when it is in a block. */
    void submit(Envelope envelope) {
        if (envelope.getSignature().isEmpty()) {
            throw Refusal.invalid("prepared transaction must be signed");
        }
        if (envelope.getSerializedSize() > LARGEST_ENVELOPE) {
            throw Refusal.aborted("no orderers could successfully process transaction: message payload is over " + LARGEST_ENVELOPE + " bytes");
        }
        try {
            var creator = SignatureHeader.parseFrom(Payload.parseFrom(envelope.getPayload()).getHeader().getSignatureHeader()).getCreator();
            var member = channel.msp().member(creator);
            channel.requireWriter(member);
            if (!member.signed(envelope.getSignature(), envelope.getPayload())) {
                throw Refusal.aborted("no orderers could successfully process transaction: the signature is not valid");
            }
        } catch (InvalidProtocolBufferException e) {
            throw new Refusal(Status.Code.INVALID_ARGUMENT, "the prepared transaction is not readable", e);
        }
        orderer.submit(envelope.toByteString());
    }

    private List<Endorser.Signed> endorseAsPoliciesDemand(GatewayPeer own, Proposal proposal) {
        var first = endorse(own, own.peer(), proposal);
        var ownFirst = new ArrayList<>(List.of(own.peer()));
        peers.stream().filter(peer -> !peer.equals(own.peer())).forEach(ownFirst::add);
        var plan = EndorsementPlan.choose(ownFirst, demanded(first, proposal)).orElseThrow(() -> new Refusal(
                Status.Code.FAILED_PRECONDITION, "no combination of peers can be derived which satisfy the endorsement policy: "
                        + "no peer combination can satisfy the endorsement policy"));
        var others = plan.stream().filter(peer -> !peer.equals(own.peer())).toList();
        var endorsed = new ArrayList<Endorser.Signed>();
        if (plan.contains(own.peer())) {
            endorsed.add(first);
        }
        endorsed.addAll(endorse(own, proposal, others));
        return endorsed;
    }

    private List<EndorsementPolicy> demanded(Endorser.Signed first, Proposal proposal) {
        try (var snapshot = ledger.state().snapshot()) {
            return policies.policies(Results.read(first.results()), proposal.chaincode(), place ->
                    snapshot.get(place.space(), place.key()).map(StateEntry::validation).orElse(ByteString.EMPTY));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("Results that were just written are unreadable", e);
        }
    }

    private List<Endorser.Signed> endorse(GatewayPeer own, Proposal proposal, List<Peer> chosen) {
        if (chosen.size() == 1) {
            return List.of(endorse(own, chosen.getFirst(), proposal));
        }
        var running = chosen.stream().map(peer -> async(() -> endorse(own, peer, proposal))).toList();
        return running.stream().map(Gateway::joined).toList();
    }

    private <T> CompletableFuture<T> async(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, executor);
    }

    private static <T> T joined(CompletableFuture<T> running) {
        try {
            return running.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Endorser.Signed endorse(GatewayPeer own, Peer peer, Proposal proposal) {
        Endorser.Result result;
        try {
            result = endorser.endorse(peer, proposal);
        } catch (Refusal refusal) {
            throw byPeer(own, peer, Status.Code.ABORTED, "failed to endorse transaction, see attached details for more info", refusal.reason());
        }
        return switch (result) {
            case Endorser.Signed signed -> signed;
            case Endorser.Refused refused -> throw byPeer(own, peer, Status.Code.ABORTED,
                    "failed to endorse transaction, see attached details for more info", reason(refused.response()));
        };
    }

    private List<Peer> peers(Collection<String> mspIds) {
        return mspIds.stream().distinct().map(mspId -> peers.stream().filter(peer -> peer.mspId().equals(mspId)).findFirst()
                .orElseThrow(() -> new Refusal(Status.Code.UNAVAILABLE, "no endorsing peers found for organisation " + mspId))).toList();
    }

    private static String reason(Response response) {
        return "chaincode response " + response.getStatus() + ", " + response.getMessage();
    }

    private static Answers.RefusedByPeer byPeer(GatewayPeer own, Peer peer, Status.Code code, String summary, String reason) {
        var detail = ErrorDetail.newBuilder().setAddress(own.addressOf(peer)).setMspId(peer.mspId()).setMessage(reason).build();
        return new Answers.RefusedByPeer(code, summary, detail);
    }
}
