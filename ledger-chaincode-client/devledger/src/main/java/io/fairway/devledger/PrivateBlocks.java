package io.fairway.devledger;

import java.util.Map;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.ledger.rwset.NsPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;

/** The private writes of a block, as far as an organisation keeps their collections. */
final class PrivateBlocks {
    private final Channel channel;
    private final Ledger ledger;

    PrivateBlocks(Channel channel, Ledger ledger) {
        this.channel = channel;
        this.ledger = ledger;
    }

    /** Private writes by number of the transaction in the block. */
    Map<Long, TxPvtReadWriteSet> of(Block block, String mspId) {
        var writes = new TreeMap<Long, TxPvtReadWriteSet>();
        try (var snapshot = ledger.state().snapshot()) {
            for (int i = 0; i < block.getData().getDataCount(); i++) {
                long number = i;
                var version = new Version(block.getHeader().getNumber(), i);
                var txId = Transactions.txId(block.getData().getData(i));
                snapshot.transaction(txId).filter(placed -> placed.version().equals(version)).flatMap(placed -> snapshot.privateWrites(txId))
                        .map(offset -> visible(ledger.privateLog().read(offset), mspId))
                        .filter(visible -> visible.getNsPvtRwsetCount() > 0).ifPresent(visible -> writes.put(number, visible));
            }
        }
        return writes;
    }

    private TxPvtReadWriteSet visible(TxPvtReadWriteSet all, String mspId) {
        var visible = TxPvtReadWriteSet.newBuilder().setDataModel(all.getDataModel());
        for (var set : all.getNsPvtRwsetList()) {
            var chaincode = channel.chaincode(set.getNamespace());
            var part = NsPvtReadWriteSet.newBuilder().setNamespace(set.getNamespace());
            set.getCollectionPvtRwsetList().stream()
                    .filter(collection -> chaincode.collection(collection.getCollectionName()).isKeptBy(mspId)).forEach(part::addCollectionPvtRwset);
            if (part.getCollectionPvtRwsetCount() > 0) {
                visible.addNsPvtRwset(part);
            }
        }
        return visible.build();
    }
}
