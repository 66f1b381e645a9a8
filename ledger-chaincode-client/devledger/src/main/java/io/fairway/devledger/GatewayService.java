package io.fairway.devledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** The service {@code gateway.Gateway} at one organisation's peer. */
final class GatewayService extends GatewayGrpc.GatewayImplBase {
    private final Channel channel;
    private final GatewayPeer own;
    private final Gateway gateway;
    private final CommitNotices notices;
    private final BlockStreams streams;

    GatewayService(Channel channel, GatewayPeer own, Gateway gateway, CommitNotices notices, BlockStreams streams) {
        this.channel = channel;
        this.own = own;
        this.gateway = gateway;
        this.notices = notices;
        this.streams = streams;
    }

    @Override
    public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> observer) {
        Answers.answer(observer, () -> EvaluateResponse.newBuilder()
                .setResult(gateway.evaluate(own, request.getProposedTransaction(), request.getTargetOrganizationsList())).build());
    }

    @Override
    public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> observer) {
        Answers.answer(observer, () -> EndorseResponse.newBuilder().setPreparedTransaction(
                gateway.endorse(own, request.getProposedTransaction(), request.getEndorsingOrganizationsList())).build());
    }

    @Override
    public void submit(SubmitRequest request, StreamObserver<SubmitResponse> observer) {
        Answers.answer(observer, () -> {
            gateway.submit(request.getPreparedTransaction());
            return SubmitResponse.getDefaultInstance();
        });
    }

    @Override
    public void commitStatus(SignedCommitStatusRequest signed, StreamObserver<CommitStatusResponse> observer) {
        try {
            var request = CommitStatusRequest.parseFrom(signed.getRequest());
            requireReader(request.getChannelId(), request.getIdentity(), signed.getSignature(), signed.getRequest());
            var notice = notices.whenCommitted(request.getTransactionId());
            ((ServerCallStreamObserver<CommitStatusResponse>) observer).setOnCancelHandler(() -> notice.cancel(false));
            notice.thenAccept(placed -> {
                observer.onNext(CommitStatusResponse.newBuilder().setBlockNumber(placed.version().block())
                        .setResult(TxValidationCode.forNumber(placed.code())).build());
                observer.onCompleted();
            });
        } catch (Refusal refusal) {
            observer.onError(Answers.status(refusal));
        } catch (InvalidProtocolBufferException e) {
            observer.onError(Status.INVALID_ARGUMENT.withDescription("invalid status request").withCause(e).asRuntimeException());
        }
    }

    @Override
    public void chaincodeEvents(SignedChaincodeEventsRequest signed, StreamObserver<ChaincodeEventsResponse> observer) {
        try {
            var request = ChaincodeEventsRequest.parseFrom(signed.getRequest());
            requireReader(request.getChannelId(), request.getIdentity(), signed.getSignature(), signed.getRequest());
            var events = new ChaincodeEvents(request.getChaincodeId(), request.getAfterTransactionId());
            streams.stream(streams.range(request.getStartPosition()), (ServerCallStreamObserver<ChaincodeEventsResponse>) observer, events::of);
        } catch (Refusal refusal) {
            observer.onError(Answers.status(refusal));
        } catch (InvalidProtocolBufferException e) {
            observer.onError(Status.INVALID_ARGUMENT.withDescription("invalid chaincode events request").withCause(e).asRuntimeException());
        }
    }

    private void requireReader(String channelId, ByteString identity, ByteString signature, ByteString request) {
        if (!channelId.equals(channel.name())) {
            throw new Refusal(Status.Code.NOT_FOUND, "channel " + channelId + " not found");
        }
        var member = channel.msp().member(identity);
        channel.requireReader(member);
        if (!member.signed(signature, request)) {
            throw Refusal.denied("the signature over the request is not valid");
        }
    }
}
