package io.fairway.devledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.StreamObserver;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.jspecify.annotations.Nullable;

/** One organisation's conversation with its server of one chaincode: dialled when needed, dialled again after it broke. */
final class ChaincodeLink implements AutoCloseable {
    private static final int LARGEST_MESSAGE = 100 << 20;
    private static final Duration DIALLING = Duration.ofSeconds(10);

    private final String chaincode;
    private final InetSocketAddress address;
    private final Duration execution;
    private final ManagedChannel channel;
    private @Nullable Conversation current;

    /** What a run of the chaincode ended with. */
    record Outcome(Response response, Optional<ChaincodeEvent> event) {}

    private record Run(ChaincodeCalls calls, CompletableFuture<Outcome> outcome) {}

    ChaincodeLink(String chaincode, InetSocketAddress address, Duration execution) {
        this.chaincode = chaincode;
        this.address = address;
        this.execution = execution;
        this.channel = NettyChannelBuilder.forAddress(address).usePlaintext().maxInboundMessageSize(LARGEST_MESSAGE).build();
    }

    /** Runs the chaincode once; refused when its server is away, breaks off, or takes too long. */
    Outcome invoke(String channelId, String txId, SignedProposal proposal, ChaincodeInput input, ChaincodeCalls calls) {
        var conversation = ready();
        var run = new Run(calls, new CompletableFuture<>());
        conversation.begin(channelId, txId, run, proposal, input);
        try {
            return run.outcome().get(execution.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Refusal(Status.Code.ABORTED, "error in simulation: failed to execute transaction " + txId
                    + ": timeout expired while executing transaction", e);
        } catch (ExecutionException e) {
            throw new Refusal(Status.Code.ABORTED, "error in simulation: failed to execute transaction " + txId + ": " + reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Status.Code.CANCELLED, "interrupted", e);
        } finally {
            conversation.end(channelId, txId);
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    private static String reason(ExecutionException e) {
        return e.getCause() instanceof Refusal refusal ? refusal.reason() : String.valueOf(e.getCause());
    }

    private Conversation ready() {
        Conversation conversation;
        synchronized (this) {
            if (current == null || current.isOver()) {
                channel.resetConnectBackoff();
                var dialled = new Conversation();
                // apart from the client's request that made us dial: its end must not end the conversation
                Context.ROOT.run(() -> ChaincodeGrpc.newStub(channel).connect(dialled));
                current = dialled;
            }
            conversation = current;
        }
        try {
            conversation.ready.get(DIALLING.toMillis(), TimeUnit.MILLISECONDS);
            return conversation;
        } catch (TimeoutException | ExecutionException e) {
            conversation.fail("it does not answer");
            throw new Refusal(Status.Code.ABORTED, "could not launch chaincode " + chaincode + ": connection to " + address + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Status.Code.CANCELLED, "interrupted", e);
        }
    }

    private final class Conversation implements ClientResponseObserver<ChaincodeMessage, ChaincodeMessage> {
        private final CompletableFuture<Void> ready = new CompletableFuture<>();
        private final Map<String, Run> runs = new ConcurrentHashMap<>();
        private volatile @Nullable String over;
        private @Nullable StreamObserver<ChaincodeMessage> requests;

        boolean isOver() {
            return over != null;
        }

        void begin(String channelId, String txId, Run run, SignedProposal proposal, ChaincodeInput input) {
            if (runs.putIfAbsent(channelId + txId, run) != null) {
                throw Refusal.aborted("txid: " + txId + "(" + channelId + ") exists");
            }
            var reason = over;
            if (reason != null) {
                run.outcome().completeExceptionally(Refusal.aborted(reason));
                return;
            }
            send(ChaincodeMessage.newBuilder().setType(Type.TRANSACTION).setChannelId(channelId).setTxid(txId)
                    .setProposal(proposal).setPayload(input.toByteString()).build());
        }

        void end(String channelId, String txId) {
            runs.remove(channelId + txId);
        }

        void fail(String reason) {
            over = "chaincode stream terminated: " + reason;
            ready.completeExceptionally(Refusal.aborted(reason));
            runs.values().forEach(run -> run.outcome().completeExceptionally(Refusal.aborted("chaincode stream terminated: " + reason)));
        }

        @Override
        public synchronized void beforeStart(ClientCallStreamObserver<ChaincodeMessage> stream) {
            requests = stream;
        }

        @Override
        public void onNext(ChaincodeMessage message) {
            switch (message.getType()) {
                case REGISTER -> register(message);
                case KEEPALIVE -> { }
                case COMPLETED, ERROR -> complete(message);
                default -> answer(message);
            }
        }

        @Override
        public void onError(Throwable problem) {
            fail(Status.fromThrowable(problem).getCode().name());
        }

        @Override
        public void onCompleted() {
            fail("the chaincode ended it");
        }

        private synchronized void send(ChaincodeMessage message) {
            if (requests == null) {
                throw new IllegalStateException("A chaincode spoke before it was dialled");
            }
            requests.onNext(message);
        }

        private void register(ChaincodeMessage message) {
            try {
                var name = ChaincodeID.parseFrom(message.getPayload()).getName();
                if (!name.equals(chaincode) && !name.startsWith(chaincode + ":")) {
                    fail("it registers as " + name);
                    return;
                }
            } catch (InvalidProtocolBufferException e) {
                fail("it registers with an unreadable name");
                return;
            }
            send(ChaincodeMessage.newBuilder().setType(Type.REGISTERED).build());
            send(ChaincodeMessage.newBuilder().setType(Type.READY).build());
            ready.complete(null);
        }

        private void complete(ChaincodeMessage message) {
            var run = runs.get(message.getChannelId() + message.getTxid());
            if (run == null) {
                return;
            }
            if (message.getType() == Type.ERROR) {
                run.outcome().completeExceptionally(Refusal.aborted("transaction returned with failure: " + message.getPayload().toStringUtf8()));
                return;
            }
            try {
                var event = message.hasChaincodeEvent() && !message.getChaincodeEvent().getEventName().isEmpty()
                        ? Optional.of(message.getChaincodeEvent()) : Optional.<ChaincodeEvent>empty();
                run.outcome().complete(new Outcome(Response.parseFrom(message.getPayload()), event));
            } catch (InvalidProtocolBufferException e) {
                run.outcome().completeExceptionally(e);
            }
        }

        private void answer(ChaincodeMessage question) {
            var run = runs.get(question.getChannelId() + question.getTxid());
            var answer = ChaincodeMessage.newBuilder().setChannelId(question.getChannelId()).setTxid(question.getTxid());
            if (run == null) {
                send(answer.setType(Type.ERROR).setPayload(ByteString.copyFromUtf8("no such transaction is running")).build());
                return;
            }
            try {
                answer.setType(Type.RESPONSE).setPayload(run.calls().answer(question));
            } catch (Refusal refusal) {
                answer.setType(Type.ERROR).setPayload(ByteString.copyFromUtf8(refusal.reason()));
            }
            send(answer.build());
        }
    }
}
