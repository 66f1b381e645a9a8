package io.fairway.devledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** What a block on disk means for the state: from its transactions, their validation codes and the private writes that belong to them. */
final class BlockChanges {
    private static final System.Logger LOG = System.getLogger(BlockChanges.class.getName());
    /** Whoever sent these did not show that the transaction id is theirs. */
    private static final Set<TxValidationCode> UNPROVEN = EnumSet.of(TxValidationCode.BAD_PAYLOAD, TxValidationCode.BAD_COMMON_HEADER,
            TxValidationCode.BAD_CREATOR_SIGNATURE, TxValidationCode.BAD_PROPOSAL_TXID, TxValidationCode.TARGET_CHAIN_NOT_FOUND,
            TxValidationCode.UNKNOWN_TX_TYPE, TxValidationCode.NIL_ENVELOPE);

    private final Ledger ledger;
    private final Block block;
    private final Map<byte[], Optional<byte[]>> changes = new TreeMap<>(Arrays::compareUnsigned);
    private final List<String> txIds = new ArrayList<>();

    BlockChanges(Ledger ledger, Block block) {
        this.ledger = ledger;
        this.block = block;
    }

    /** Ids of the transactions in the block that clients may wait for. */
    List<String> txIds() {
        return txIds;
    }

    /** Brings the state up to this block, all or nothing. */
    void apply(BlockUpdates updates) {
        updates.all().forEach((place, update) ->
                changes.put(place.space().keyBytes(place.key()), update.entry().map(StateEntry::encoded)));
        forEachTransaction((version, txId, code, results) -> {
            txIds.add(txId);
            if (code == TxValidationCode.VALID) {
                results.parts().forEach(part -> part.open().getWritesList().forEach(write ->
                        changes.put(Space.history(part.chaincode(), write.getKeyBytes(), version), Optional.of(new byte[0]))));
                applyPrivateWrites(version, txId, results);
            }
            if (code != TxValidationCode.DUPLICATE_TXID) {
                changes.put(Space.transaction(txId), Optional.of(Snapshot.placedBytes(version, code.getNumber())));
            }
        });
        ledger.state().apply(block.getHeader().getNumber(), changes);
        ledger.privateLog().committed(txIds, block.getHeader().getNumber());
    }

    /** The public updates, from the validation codes that the block was written with. */
    BlockUpdates replay() {
        var updates = new BlockUpdates(ledger.state());
        forEachTransaction((version, txId, code, results) -> {
            if (code == TxValidationCode.VALID) {
                results.parts().forEach(part -> part.forEachWrite((place, write) -> updates.add(place, write, version)));
            }
        });
        return updates;
    }

    private interface Each {
        void transaction(Version version, String txId, TxValidationCode code, Results results) throws InvalidProtocolBufferException;
    }

    private void forEachTransaction(Each each) {
        var codes = Blocks.validationCodes(block);
        long number = block.getHeader().getNumber();
        try {
            for (int i = 0; number > 0 && i < codes.size(); i++) {
                var code = TxValidationCode.forNumber(codes.byteAt(i) & 0xff);
                if (code != null && !UNPROVEN.contains(code)) {
                    var payload = Payload.parseFrom(Envelope.parseFrom(block.getData().getData(i)).getPayload());
                    var txId = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader()).getTxId();
                    var results = code == TxValidationCode.VALID ? results(payload.getData()) : new Results(List.of());
                    each.transaction(new Version(number, i), txId, code, results);
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw new TamperedLedgerException("block " + number + " holds an unreadable transaction", e);
        }
    }

    private static Results results(ByteString transaction) throws InvalidProtocolBufferException {
        var action = ChaincodeActionPayload.parseFrom(Transaction.parseFrom(transaction).getActions(0).getPayload());
        var response = ProposalResponsePayload.parseFrom(action.getAction().getProposalResponsePayload());
        return Results.read(TxReadWriteSet.parseFrom(ChaincodeAction.parseFrom(response.getExtension()).getResults()));
    }

    private void applyPrivateWrites(Version version, String txId, Results results) throws InvalidProtocolBufferException {
        if (results.parts().stream().flatMap(part -> part.collections().stream()).allMatch(one -> one.privateHash().isEmpty())) {
            return;
        }
        var offset = ledger.privateLog().offsetOf(txId);
        if (offset.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "The private writes of transaction {0} are missing; their hashes stand on the ledger", txId);
            return;
        }
        changes.put(Space.privateWrites(txId), Optional.of(ByteBuffer.allocate(Long.BYTES).putLong(offset.get()).array()));
        for (var set : ledger.privateLog().read(offset.get()).getNsPvtRwsetList()) {
            for (var collection : set.getCollectionPvtRwsetList()) {
                if (isPromised(results, set.getNamespace(), collection.getCollectionName(), Digests.sha256(collection.getRwset()))) {
                    var space = Space.privateValues(set.getNamespace(), collection.getCollectionName());
                    applyPrivateWrites(version, space, KVRWSet.parseFrom(collection.getRwset()));
                }
            }
        }
    }

    private static boolean isPromised(Results results, String chaincode, String collection, ByteString hash) {
        return results.parts().stream().filter(part -> part.chaincode().equals(chaincode)).flatMap(part -> part.collections().stream())
                .anyMatch(one -> one.name().equals(collection) && one.privateHash().equals(hash));
    }

    private void applyPrivateWrites(Version version, Space space, KVRWSet writes) {
        for (var write : writes.getWritesList()) {
            var entry = write.getIsDelete() ? Optional.<byte[]>empty()
                    : Optional.of(new StateEntry(version, write.getValue(), ByteString.EMPTY).encoded());
            changes.put(space.keyBytes(write.getKeyBytes()), entry);
        }
        for (var write : writes.getMetadataWritesList()) {
            var key = space.keyBytes(write.getKeyBytes());
            var before = changes.containsKey(key) ? changes.getOrDefault(key, Optional.empty()).map(StateEntry::decoded)
                    : ledger.state().get(space, write.getKeyBytes());
            before.ifPresent(entry -> changes.put(key, Optional.of(new StateEntry(version, entry.value(), ByteString.EMPTY).encoded())));
        }
    }
}
