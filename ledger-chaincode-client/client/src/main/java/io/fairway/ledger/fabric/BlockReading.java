package io.fairway.ledger.fabric;

import io.fairway.ledger.Checkpoint;
import io.fairway.ledger.LedgerReading;
import io.fairway.ledger.LedgerUnavailableException;
import io.fairway.ledger.RecordedBlock;
import io.fairway.ledger.UntrustedLedgerException;
import io.fairway.ledger.proof.Block;
import io.fairway.ledger.proof.CheckedBlock;
import io.fairway.ledger.proof.UnreadableException;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.GatewayRuntimeException;

/** Blocks as the peer delivers them, each checked to be the successor of the one before. */
final class BlockReading implements LedgerReading {
    private final CloseableIterator<org.hyperledger.fabric.protos.common.Block> blocks;
    private final EventsOfBlock events;
    private Checkpoint checkpoint;

    BlockReading(CloseableIterator<org.hyperledger.fabric.protos.common.Block> blocks, Checkpoint from, EventsOfBlock events) {
        this.blocks = blocks;
        this.events = events;
        this.checkpoint = from;
    }

    @Override
    public RecordedBlock next() {
        try {
            return read(Block.read(blocks.next().toByteArray()));
        } catch (GatewayRuntimeException | NoSuchElementException e) {
            throw new LedgerUnavailableException("Blocks from " + checkpoint.nextBlock() + " on are not delivered: " + e.getMessage(), e);
        } catch (UnreadableException e) {
            throw new UntrustedLedgerException("Block " + checkpoint.nextBlock() + " cannot be read", e);
        }
    }

    private RecordedBlock read(Block block) {
        if (block.number() != checkpoint.nextBlock()) {
            throw new UntrustedLedgerException("Expected block " + checkpoint.nextBlock() + ", found " + block.number());
        }
        checkpoint.previousHash().ifPresent(hash -> requireChained(block, hash));
        var checked = CheckedBlock.of(block, events.trust());
        if (block.number() == 0 ? !block.holdsWhatItsHeaderSays() : !checked.isSound()) {
            throw new UntrustedLedgerException("Block " + block.number() + " is not what its header says, or no orderer signed it");
        }
        var after = new Checkpoint(block.number() + 1, Optional.of(block.headerHash().hex()));
        var recorded = new RecordedBlock(block.number(), events.of(checked), after);
        checkpoint = after;
        return recorded;
    }

    private static void requireChained(Block block, String hash) {
        if (!block.previousHash().hex().equals(hash)) {
            throw new UntrustedLedgerException("Block " + block.number() + " follows another block than the one that was read: expected "
                    + hash + ", found " + block.previousHash());
        }
    }

    @Override
    public void close() {
        blocks.close();
    }
}
