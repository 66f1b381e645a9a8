package io.fairway.devledger;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened and must be closed, in the opposite order. */
final class Closing implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Closing.class.getName());

    private final Deque<Step> steps = new ArrayDeque<>();

    /** One thing to close. */
    interface Step {
        void close() throws IOException, InterruptedException;
    }

    synchronized void add(Step step) {
        steps.push(step);
    }

    HomeLock add(HomeLock lock) {
        add(lock::close);
        return lock;
    }

    Ledger add(Ledger ledger) {
        add(ledger::close);
        return ledger;
    }

    ChaincodeServers add(ChaincodeServers servers) {
        add(servers::close);
        return servers;
    }

    Orderer add(Orderer orderer) {
        add(orderer::close);
        return orderer;
    }

    @Override
    public synchronized void close() {
        while (!steps.isEmpty()) {
            try {
                steps.pop().close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "The development ledger did not close cleanly", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
