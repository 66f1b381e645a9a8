package io.fairway.devledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.protos.ledger.queryresult.KeyModification;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.DelState;
import org.hyperledger.fabric.protos.peer.GetHistoryForKey;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.GetStateByRange;
import org.hyperledger.fabric.protos.peer.GetStateMetadata;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.PutStateMetadata;
import org.hyperledger.fabric.protos.peer.QueryMetadata;
import org.hyperledger.fabric.protos.peer.QueryStateClose;
import org.hyperledger.fabric.protos.peer.QueryStateNext;
import org.hyperledger.fabric.protos.peer.StateMetadata;
import org.hyperledger.fabric.protos.peer.StateMetadataResult;

/** Answers what a running chaincode asks of its peer. The chaincode has one question outstanding at a time. */
final class ChaincodeCalls {
    private final Simulation simulation;
    private final BlockHistory blocks;
    private final Map<String, RangeScan<KeyModification>> histories = new HashMap<>();
    private int queries;

    ChaincodeCalls(Simulation simulation, BlockHistory blocks) {
        this.simulation = simulation;
        this.blocks = blocks;
    }

    /** The payload of the answer; a refusal becomes an ERROR message to the chaincode. */
    ByteString answer(ChaincodeMessage question) {
        try {
            var payload = question.getPayload();
            return switch (question.getType()) {
                case GET_STATE -> get(GetState.parseFrom(payload));
                case PUT_STATE -> put(PutState.parseFrom(payload));
                case DEL_STATE -> delete(DelState.parseFrom(payload));
                case GET_PRIVATE_DATA_HASH -> getHash(GetState.parseFrom(payload));
                case GET_STATE_METADATA -> getMetadata(GetStateMetadata.parseFrom(payload));
                case PUT_STATE_METADATA -> putMetadata(PutStateMetadata.parseFrom(payload));
                case GET_STATE_BY_RANGE -> range(GetStateByRange.parseFrom(payload));
                case GET_HISTORY_FOR_KEY -> history(GetHistoryForKey.parseFrom(payload));
                case QUERY_STATE_NEXT -> next(QueryStateNext.parseFrom(payload).getId());
                case QUERY_STATE_CLOSE -> close(QueryStateClose.parseFrom(payload).getId());
                case GET_QUERY_RESULT -> throw Refusal.aborted("rich queries need CouchDB: ExecuteQuery not supported for leveldb");
                case INVOKE_CHAINCODE, PURGE_PRIVATE_DATA, WRITE_BATCH_STATE, GET_STATE_MULTIPLE ->
                        throw Refusal.aborted("the development ledger does not support " + question.getType());
                case UNDEFINED, REGISTER, REGISTERED, INIT, READY, TRANSACTION, COMPLETED, ERROR, RESPONSE, KEEPALIVE, UNRECOGNIZED ->
                        throw Refusal.aborted("a running chaincode may not send " + question.getType());
            };
        } catch (InvalidProtocolBufferException e) {
            throw new Refusal(Status.Code.ABORTED, "unreadable " + question.getType(), e);
        }
    }

    private ByteString get(GetState call) {
        return call.getCollection().isEmpty() ? simulation.get(call.getKey()) : simulation.getPrivate(call.getCollection(), call.getKey());
    }

    private ByteString getHash(GetState call) {
        return simulation.getPrivateHash(call.getCollection(), call.getKey());
    }

    private ByteString put(PutState call) {
        simulation.put(call.getCollection(), call.getKey(), call.getValue());
        return ByteString.EMPTY;
    }

    private ByteString delete(DelState call) {
        simulation.delete(call.getCollection(), call.getKey());
        return ByteString.EMPTY;
    }

    private ByteString getMetadata(GetStateMetadata call) {
        var parameter = simulation.validationParameter(call.getCollection(), call.getKey());
        var result = StateMetadataResult.newBuilder();
        if (!parameter.isEmpty()) {
            result.addEntries(StateMetadata.newBuilder().setMetakey(ReadWriteSet.VALIDATION_PARAMETER).setValue(parameter));
        }
        return result.build().toByteString();
    }

    private ByteString putMetadata(PutStateMetadata call) {
        var metadata = call.getMetadata();
        simulation.putMetadata(call.getCollection(), call.getKey(), metadata.getMetakey(), metadata.getValue());
        return ByteString.EMPTY;
    }

    private ByteString range(GetStateByRange call) throws InvalidProtocolBufferException {
        var paging = QueryMetadata.parseFrom(call.getMetadata());
        var pageSize = call.getMetadata().isEmpty() ? Optional.<Integer>empty() : Optional.of(paging.getPageSize());
        var start = paging.getBookmark().isEmpty() ? call.getStartKey() : paging.getBookmark();
        var id = newQuery();
        var scan = simulation.range(id, call.getCollection(), start, call.getEndKey(), pageSize);
        return scan.next(id, Snapshot.Keyed::key).toByteString();
    }

    private ByteString history(GetHistoryForKey call) {
        var versions = simulation.ledger().history(simulation.chaincode().name(), call.getKey());
        var changes = new Iterator<KeyModification>() {
            @Override
            public boolean hasNext() {
                return versions.hasNext();
            }

            @Override
            public KeyModification next() {
                return blocks.change(simulation.chaincode().name(), call.getKey(), versions.next());
            }
        };
        var scan = new RangeScan<>(changes, KeyModification::toByteString, RangeScan.unrecorded(), Optional.empty());
        var id = newQuery();
        histories.put(id, scan);
        return scan.next(id, KeyModification::getTxId).toByteString();
    }

    private ByteString next(String id) {
        var history = histories.get(id);
        if (history != null) {
            return history.next(id, KeyModification::getTxId).toByteString();
        }
        return simulation.scan(id).orElseThrow(() -> Refusal.aborted("query iterator not found"))
                .next(id, Snapshot.Keyed::key).toByteString();
    }

    private ByteString close(String id) {
        histories.remove(id);
        simulation.closeScan(id);
        return org.hyperledger.fabric.protos.peer.QueryResponse.newBuilder().setHasMore(false).setId(id).build().toByteString();
    }

    private String newQuery() {
        return Integer.toString(++queries);
    }
}
