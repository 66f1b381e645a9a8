package io.fairway.devledger;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** The events of one chaincode in a block, of valid transactions only. */
final class ChaincodeEvents {
    private final String chaincode;
    private String after;

    /** @param after transaction whose events, and those before it in its block, were seen already; empty for none */
    ChaincodeEvents(String chaincode, String after) {
        this.chaincode = chaincode;
        this.after = after;
    }

    /** Absent if the block has none. */
    Optional<ChaincodeEventsResponse> of(Block block) throws InvalidProtocolBufferException {
        var response = ChaincodeEventsResponse.newBuilder().setBlockNumber(block.getHeader().getNumber());
        var codes = Blocks.validationCodes(block);
        for (int i = 0; block.getHeader().getNumber() > 0 && i < block.getData().getDataCount(); i++) {
            var envelope = block.getData().getData(i);
            if (!after.isEmpty()) {
                after = Transactions.txId(envelope).equals(after) ? "" : after;
            } else if (codes.byteAt(i) == TxValidationCode.VALID_VALUE) {
                event(Payload.parseFrom(Envelope.parseFrom(envelope).getPayload()))
                        .filter(event -> event.getChaincodeId().equals(chaincode)).ifPresent(response::addEvents);
            }
        }
        after = "";
        return response.getEventsCount() == 0 ? Optional.empty() : Optional.of(response.build());
    }

    static Optional<ChaincodeEvent> event(Payload payload) throws InvalidProtocolBufferException {
        var action = ChaincodeActionPayload.parseFrom(Transaction.parseFrom(payload.getData()).getActions(0).getPayload());
        var response = ProposalResponsePayload.parseFrom(action.getAction().getProposalResponsePayload());
        var event = ChaincodeEvent.parseFrom(ChaincodeAction.parseFrom(response.getExtension()).getEvents());
        return event.getEventName().isEmpty() ? Optional.empty() : Optional.of(event);
    }
}
