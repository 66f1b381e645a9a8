package io.fairway.devledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.ledger.queryresult.KeyModification;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;

/** Values of the past, which are in the blocks and nowhere else. */
final class BlockHistory {
    private final BlockFile blocks;

    BlockHistory(BlockFile blocks) {
        this.blocks = blocks;
    }

    KeyModification change(String chaincode, String key, Version version) {
        try {
            var envelope = Envelope.parseFrom(blocks.read(version.block()).getData().getData(version.transaction()));
            var payload = Payload.parseFrom(envelope.getPayload());
            var header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
            var change = KeyModification.newBuilder().setTxId(header.getTxId()).setTimestamp(header.getTimestamp());
            var name = ByteString.copyFromUtf8(key);
            for (var set : results(payload.getData()).getNsRwsetList()) {
                if (set.getNamespace().equals(chaincode)) {
                    KVRWSet.parseFrom(set.getRwset()).getWritesList().stream().filter(write -> write.getKeyBytes().equals(name))
                            .forEach(write -> change.setValue(write.getValue()).setIsDelete(write.getIsDelete()));
                }
            }
            return change.build();
        } catch (InvalidProtocolBufferException e) {
            throw new TamperedLedgerException("block " + version.block() + " holds an unreadable transaction", e);
        }
    }

    private static TxReadWriteSet results(ByteString transaction) throws InvalidProtocolBufferException {
        var action = ChaincodeActionPayload.parseFrom(Transaction.parseFrom(transaction).getActions(0).getPayload());
        var response = ProposalResponsePayload.parseFrom(action.getAction().getProposalResponsePayload());
        return TxReadWriteSet.parseFrom(ChaincodeAction.parseFrom(response.getExtension()).getResults());
    }
}
