package io.fairway.devledger;

import java.io.IOException;
import java.nio.file.Path;

/** What lies on disk: the chain, the private writes, and the state that follows from both. */
record Ledger(BlockFile blocks, PrivateLog privateLog, WorldState state, BlockHistory history) implements AutoCloseable {

    /** @throws TamperedLedgerException if the chain is not what was written */
    static Ledger open(Path folder) throws IOException {
        var state = WorldState.open(folder.resolve("state.mv"));
        try {
            var blocks = BlockFile.open(folder.resolve("blocks"), folder.resolve("height"));
            var writes = PrivateLog.open(folder.resolve("private-writes"), txId -> {
                try (var snapshot = state.snapshot()) {
                    return snapshot.transaction(txId).isPresent();
                }
            });
            return new Ledger(blocks, writes, state, new BlockHistory(blocks));
        } catch (IOException | TamperedLedgerException e) {
            state.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        state.close();
        privateLog.close();
        blocks.close();
    }
}
