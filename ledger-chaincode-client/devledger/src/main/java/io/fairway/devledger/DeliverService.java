package io.fairway.devledger;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;

/** The service {@code protos.Deliver}: blocks whole, filtered, or with the private values that the client's organisation keeps. */
final class DeliverService extends DeliverGrpc.DeliverImplBase {
    private final Channel channel;
    private final BlockStreams streams;
    private final FilteredBlocks filtered;
    private final PrivateBlocks withPrivateValues;

    DeliverService(Channel channel, BlockStreams streams, PrivateBlocks withPrivateValues) {
        this.channel = channel;
        this.streams = streams;
        this.filtered = new FilteredBlocks(channel.name());
        this.withPrivateValues = withPrivateValues;
    }

    @Override
    public StreamObserver<Envelope> deliver(StreamObserver<DeliverResponse> answers) {
        return requests(answers, (block, client) -> DeliverResponse.newBuilder().setBlock(block).build());
    }

    @Override
    public StreamObserver<Envelope> deliverFiltered(StreamObserver<DeliverResponse> answers) {
        return requests(answers, (block, client) -> DeliverResponse.newBuilder().setFilteredBlock(filtered.of(block)).build());
    }

    @Override
    public StreamObserver<Envelope> deliverWithPrivateData(StreamObserver<DeliverResponse> answers) {
        return requests(answers, (block, client) -> DeliverResponse.newBuilder().setBlockAndPrivateData(BlockAndPrivateData.newBuilder()
                .setBlock(block).putAllPrivateDataMap(withPrivateValues.of(block, client.mspId()))).build());
    }

    private interface Form {
        DeliverResponse of(Block block, Member client) throws InvalidProtocolBufferException;
    }

    private StreamObserver<Envelope> requests(StreamObserver<DeliverResponse> answers, Form form) {
        var observer = (ServerCallStreamObserver<DeliverResponse>) answers;
        return new StreamObserver<>() {
            @Override
            public void onNext(Envelope envelope) {
                start(envelope, observer, form);
            }

            @Override
            public void onError(Throwable problem) {
                // the client went away; its stream ends by itself
            }

            @Override
            public void onCompleted() {
                // the client asks no more, but still listens
            }
        };
    }

    private void start(Envelope envelope, ServerCallStreamObserver<DeliverResponse> observer, Form form) {
        try {
            var payload = Payload.parseFrom(envelope.getPayload());
            var header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
            if (header.getType() != HeaderType.DELIVER_SEEK_INFO_VALUE) {
                end(observer, Status.BAD_REQUEST);
            } else if (!header.getChannelId().equals(channel.name())) {
                end(observer, Status.NOT_FOUND);
            } else {
                stream(SeekInfo.parseFrom(payload.getData()), reader(envelope, payload), observer, form);
            }
        } catch (Refusal refusal) {
            end(observer, Status.FORBIDDEN);
        } catch (InvalidProtocolBufferException e) {
            end(observer, Status.BAD_REQUEST);
        }
    }

    private Member reader(Envelope envelope, Payload payload) throws InvalidProtocolBufferException {
        var creator = SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader()).getCreator();
        var member = channel.msp().member(creator);
        channel.requireReader(member);
        if (!member.signed(envelope.getSignature(), envelope.getPayload())) {
            throw Refusal.denied("the signature over the request is not valid");
        }
        return member;
    }

    private void stream(SeekInfo seek, Member client, ServerCallStreamObserver<DeliverResponse> observer, Form form) {
        long first = streams.position(seek.getStart());
        long last = seek.hasStop() ? streams.position(seek.getStop()) : Long.MAX_VALUE;
        if (last < first) {
            end(observer, Status.BAD_REQUEST);
            return;
        }
        boolean mayWait = seek.getBehavior() != SeekInfo.SeekBehavior.FAIL_IF_NOT_READY;
        long height = streams.height();
        if (!mayWait && first >= height) {
            end(observer, Status.NOT_FOUND);
            return;
        }
        long reachable = mayWait ? last : Math.min(last, height - 1);
        streams.stream(new BlockStreams.Range(first, reachable), observer, block -> Optional.of(form.of(block, client)),
                () -> end(observer, reachable == last ? Status.SUCCESS : Status.NOT_FOUND));
    }

    private static void end(StreamObserver<DeliverResponse> observer, Status status) {
        observer.onNext(DeliverResponse.newBuilder().setStatus(status).build());
        observer.onCompleted();
    }
}
