package io.fairway.ledger.fabric;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import io.fairway.ledger.LedgerProfile;
import io.fairway.ledger.proof.Digest;
import io.fairway.ledger.proof.SampleLedger;
import io.fairway.ledger.proof.SampleOrganisation;
import io.grpc.Grpc;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.TlsServerCredentials;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** The gateway service of one peer, over TLS, that can be told to lie: about what was endorsed, what was recorded, and how it ended. */
final class GatewayOfOnePeer extends GatewayGrpc.GatewayImplBase implements AutoCloseable {
    private final SampleLedger ledger;
    private final Server server;
    private final Path folder;
    private final List<Envelope> submitted = new CopyOnWriteArrayList<>();
    private UnaryOperator<Envelope> endorsing = envelope -> envelope;
    private UnaryOperator<Block> blocks = block -> block;
    private final List<StreamObserver<DeliverResponse>> subscribers = new CopyOnWriteArrayList<>();
    private final AtomicInteger statusesAsked = new AtomicInteger();
    private boolean delivering;
    private TxValidationCode code = TxValidationCode.VALID;
    private Optional<String> refusal = Optional.empty();
    private SampleOrganisation.Somebody[] endorsers;

    GatewayOfOnePeer(SampleLedger ledger, Path folder) throws IOException {
        this.ledger = ledger;
        this.folder = folder;
        this.endorsers = new SampleOrganisation.Somebody[] {ledger.carrierPeer, ledger.portPeer};
        var tls = ledger.carrier.server();
        server = Grpc.newServerBuilderForPort(0, TlsServerCredentials.create(stream(SampleOrganisation.pem(tls.certificate())),
                stream(SampleOrganisation.pkcs8(tls)))).addService(this).addService(new Deliveries()).build().start();
    }

    void endorseBy(SampleOrganisation.Somebody... somebodies) {
        endorsers = somebodies;
    }

    void endorseAs(UnaryOperator<Envelope> lie) {
        endorsing = lie;
    }

    void showBlocksAs(UnaryOperator<Block> lie) {
        blocks = lie;
    }

    /** Sends a block of all that was submitted to whoever subscribed, at each submission. */
    void deliverBlocks() {
        delivering = true;
    }

    int statusesAsked() {
        return statusesAsked.get();
    }

    void endWith(TxValidationCode validation) {
        code = validation;
    }

    void refuseWith(String words) {
        refusal = Optional.of(words);
    }

    List<Envelope> submitted() {
        return List.copyOf(submitted);
    }

    LedgerProfile profile() throws IOException {
        var organisations = Map.of("CarrierMSP", authority(ledger.carrier), "PortMSP", authority(ledger.port), "BankMSP", authority(ledger.bank));
        var certificate = Files.writeString(folder.resolve("hub.pem"), SampleOrganisation.pem(ledger.hub.certificate()));
        var key = Files.writeString(folder.resolve("hub-key.pem"), SampleOrganisation.pkcs8(ledger.hub));
        return new LedgerProfile(LedgerProfile.Network.DEVELOPMENT, "harbour", "fairway",
                new LedgerProfile.Peer("127.0.0.1:" + server.getPort(), authority(ledger.carrier), Optional.empty()), organisations,
                Map.of("OrdererMSP", authority(ledger.ordering)), 2, Optional.of(new LedgerProfile.KeyFiles("CarrierMSP", certificate, key)));
    }

    private Path authority(SampleOrganisation organisation) throws IOException {
        return Files.writeString(folder.resolve(organisation.mspId() + ".pem"), SampleOrganisation.pem(organisation.authority()));
    }

    @Override
    public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> answer) {
        if (refusal.isPresent()) {
            fail(answer, Status.Code.ABORTED, "chaincode response 500, " + refusal.get());
            return;
        }
        try {
            var proposal = Proposal.parseFrom(request.getProposedTransaction().getProposalBytes());
            var header = Header.parseFrom(proposal.getHeader());
            var payload = ChaincodeProposalPayload.parseFrom(proposal.getPayload()).toBuilder().clearTransientMap().build();
            var asked = new SampleLedger.Asked(request.getTransactionId(), header.getChannelHeader(), header.getSignatureHeader(), payload.toByteString());
            answer.onNext(EndorseResponse.newBuilder()
                    .setPreparedTransaction(endorsing.apply(ledger.endorsed(asked, endorsers)).toBuilder().clearSignature()).build());
            answer.onCompleted();
        } catch (InvalidProtocolBufferException e) {
            answer.onError(Status.INVALID_ARGUMENT.withCause(e).asRuntimeException());
        }
    }

    @Override
    public void submit(SubmitRequest request, StreamObserver<SubmitResponse> answer) {
        submitted.add(request.getPreparedTransaction());
        answer.onNext(SubmitResponse.getDefaultInstance());
        answer.onCompleted();
        if (delivering) {
            var block = DeliverResponse.newBuilder().setBlock(block()).build();
            subscribers.forEach(subscriber -> subscriber.onNext(block));
        }
    }

    @Override
    public void commitStatus(SignedCommitStatusRequest request, StreamObserver<CommitStatusResponse> answer) {
        statusesAsked.incrementAndGet();
        answer.onNext(CommitStatusResponse.newBuilder().setResult(code).setBlockNumber(5).build());
        answer.onCompleted();
    }

    @Override
    public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> answer) {
        if (submitted.isEmpty()) {
            fail(answer, Status.Code.UNKNOWN, "evaluate call to endorser returned error: no such transaction ID [x] in index");
            return;
        }
        answer.onNext(EvaluateResponse.newBuilder().setResult(Response.newBuilder().setStatus(200).setPayload(block().toByteString())).build());
        answer.onCompleted();
    }

    private Block block() {
        return blocks.apply(ledger.block(5, Digest.over(new byte[1]).bytes(), submitted));
    }

    /** The deliver service of the same peer. */
    private final class Deliveries extends DeliverGrpc.DeliverImplBase {
        @Override
        public StreamObserver<Envelope> deliver(StreamObserver<DeliverResponse> subscriber) {
            return new StreamObserver<>() {
                @Override
                public void onNext(Envelope request) {
                    subscribers.add(subscriber);
                }

                @Override
                public void onError(Throwable problem) {
                    subscribers.remove(subscriber);
                }

                @Override
                public void onCompleted() {
                    // asks no more, listens on
                }
            };
        }
    }

    private static void fail(StreamObserver<?> answer, Status.Code code, String words) {
        var detail = ErrorDetail.newBuilder().setAddress("127.0.0.1:7051").setMspId("CarrierMSP").setMessage(words).build();
        answer.onError(StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder().setCode(code.value())
                .setMessage("failed to endorse transaction, see attached details for more info").addDetails(Any.pack(detail)).build()));
    }

    private static ByteArrayInputStream stream(String pem) {
        return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
    }


    @Override
    public void close() {
        server.shutdownNow();
    }
}
