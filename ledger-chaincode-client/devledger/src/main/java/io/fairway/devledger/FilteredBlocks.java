package io.fairway.devledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.FilteredChaincodeAction;
import org.hyperledger.fabric.protos.peer.FilteredTransaction;
import org.hyperledger.fabric.protos.peer.FilteredTransactionActions;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Blocks without contents: transaction ids, validation codes, and names of events without their payload. */
final class FilteredBlocks {
    private final String channel;

    FilteredBlocks(String channel) {
        this.channel = channel;
    }

    FilteredBlock of(Block block) throws InvalidProtocolBufferException {
        var filtered = FilteredBlock.newBuilder().setChannelId(channel).setNumber(block.getHeader().getNumber());
        var codes = Blocks.validationCodes(block);
        for (int i = 0; i < block.getData().getDataCount(); i++) {
            filtered.addFilteredTransactions(transaction(block.getData().getData(i), codes.byteAt(i) & 0xff));
        }
        return filtered.build();
    }

    private static FilteredTransaction transaction(ByteString envelope, int code) throws InvalidProtocolBufferException {
        var transaction = FilteredTransaction.newBuilder().setTxid(Transactions.txId(envelope)).setTxValidationCodeValue(code);
        if (code != TxValidationCode.VALID_VALUE) {
            return transaction.build();
        }
        var payload = Payload.parseFrom(Envelope.parseFrom(envelope).getPayload());
        int type = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader()).getType();
        if (type == HeaderType.ENDORSER_TRANSACTION_VALUE) {
            var actions = FilteredTransactionActions.newBuilder();
            ChaincodeEvents.event(payload).ifPresent(event -> actions.addChaincodeActions(
                    FilteredChaincodeAction.newBuilder().setChaincodeEvent(event.toBuilder().clearPayload())));
            transaction.setTransactionActions(actions);
        }
        return transaction.setTypeValue(type).build();
    }
}
