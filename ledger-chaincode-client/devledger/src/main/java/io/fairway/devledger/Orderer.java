package io.fairway.devledger;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Takes signed transactions in a bounded queue and cuts them into blocks. */
final class Orderer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Orderer.class.getName());
    private static final int WAITING_AT_MOST = 10_000;
    private static final int PAUSE_MILLISECONDS = 100;

    private final BlockingQueue<ByteString> queue = new ArrayBlockingQueue<>(WAITING_AT_MOST);
    private final Committer committer;
    private final BatchSettings batch;
    private final Thread thread;
    private volatile @Nullable Throwable failure;
    private volatile boolean closed;

    Orderer(Committer committer, BatchSettings batch) {
        this.committer = committer;
        this.batch = batch;
        this.thread = Thread.ofPlatform().name("devledger-orderer").daemon().uncaughtExceptionHandler((who, problem) -> fail(problem))
                .unstarted(this::cutBlocks);
        thread.start();
    }

    void submit(ByteString envelope) {
        if (failure != null) {
            throw new Refusal(Status.Code.UNAVAILABLE, "no orderers could successfully process transaction: the ledger stopped: " + failure);
        }
        if (!queue.offer(envelope)) {
            throw new Refusal(Status.Code.UNAVAILABLE, "no orderers could successfully process transaction: " + WAITING_AT_MOST + " wait already");
        }
    }

    /** Ends after the block that is being written: an interrupt would close its file under it. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }

    private void cutBlocks() {
        try {
            while (!closed) {
                var transactions = nextBatch();
                if (!transactions.isEmpty()) {
                    committer.commit(transactions);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            fail(e);
        }
    }

    /** After a failure nothing more is taken: what could not be written must not be followed by what can. */
    private void fail(Throwable problem) {
        failure = problem;
        LOG.log(System.Logger.Level.ERROR, "The development ledger cannot write and takes no more transactions", problem);
    }

    /** Empty if nothing came for a while. */
    private List<ByteString> nextBatch() throws InterruptedException {
        var transactions = new ArrayList<ByteString>();
        var next = queue.poll(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
        long deadline = System.nanoTime() + batch.timeout().toNanos();
        int bytes = 0;
        while (next != null) {
            transactions.add(next);
            bytes += next.size();
            long left = Math.min(deadline - System.nanoTime(), batch.idle().toNanos());
            boolean full = transactions.size() >= batch.transactions() || bytes >= batch.bytes();
            next = full ? null : queue.poll(left, TimeUnit.NANOSECONDS);
        }
        return transactions;
    }
}
