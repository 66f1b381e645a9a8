package io.fairway.devledger;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.orderer.SeekPosition;

/** Sends blocks, or what is made of them, from any place on, as they come and as fast as the client takes them. */
final class BlockStreams {
    private final Ledger ledger;
    private final CommitNotices notices;
    private final Executor executor;

    BlockStreams(Ledger ledger, CommitNotices notices, Executor executor) {
        this.ledger = ledger;
        this.notices = notices;
        this.executor = executor;
    }

    /** Blocks from one to another, both included. */
    record Range(long first, long last) {}

    /** What a stream sends for a block. */
    interface Content<T extends Message> {
        Optional<T> of(Block block) throws InvalidProtocolBufferException;
    }

    /** From a position on without end. */
    Range range(SeekPosition start) {
        return new Range(position(start), Long.MAX_VALUE);
    }

    long position(SeekPosition position) {
        long height = ledger.state().blocks();
        return switch (position.getTypeCase()) {
            case OLDEST -> 0;
            case NEWEST -> height - 1;
            case SPECIFIED -> position.getSpecified().getNumber() < 0 ? Long.MAX_VALUE : position.getSpecified().getNumber();
            case NEXT_COMMIT, TYPE_NOT_SET -> height;
        };
    }

    long height() {
        return ledger.state().blocks();
    }

    <T extends Message> void stream(Range range, ServerCallStreamObserver<T> observer, Content<T> content) {
        new Stream<>(observer, content).start(range, observer::onCompleted);
    }

    <T extends Message> void stream(Range range, ServerCallStreamObserver<T> observer, Content<T> content, Runnable atEnd) {
        new Stream<>(observer, content).start(range, atEnd);
    }

    private final class Stream<T extends Message> {
        private static final int PATIENCE_SECONDS = 1;
        private static final int BACK_PRESSURE_MILLISECONDS = 5;

        private final ServerCallStreamObserver<T> observer;
        private final Content<T> content;

        Stream(ServerCallStreamObserver<T> observer, Content<T> content) {
            this.observer = observer;
            this.content = content;
        }

        void start(Range range, Runnable atEnd) {
            executor.execute(() -> {
                try {
                    for (long number = range.first(); number <= range.last() && !observer.isCancelled(); number++) {
                        send(number);
                    }
                    if (!observer.isCancelled()) {
                        atEnd.run();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (InvalidProtocolBufferException e) {
                    observer.onError(Status.INTERNAL.withDescription("a block is unreadable").withCause(e).asRuntimeException());
                }
            });
        }

        private void send(long number) throws InterruptedException, InvalidProtocolBufferException {
            while (!notices.awaitBlock(number, PATIENCE_SECONDS)) {
                if (observer.isCancelled()) {
                    return;
                }
            }
            var message = content.of(ledger.blocks().read(number));
            while (message.isPresent() && !observer.isReady() && !observer.isCancelled()) {
                TimeUnit.MILLISECONDS.sleep(BACK_PRESSURE_MILLISECONDS);
            }
            if (message.isPresent() && !observer.isCancelled()) {
                observer.onNext(message.get());
            }
        }
    }
}
