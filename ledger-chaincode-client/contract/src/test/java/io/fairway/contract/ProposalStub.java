package io.fairway.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fairway.contract.intent.Fields;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyModification;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import org.hyperledger.fabric.shim.ledger.QueryResultsIteratorWithMetadata;

/** One simulated transaction: remembers what was read and written. What the contract does not use is refused. */
final class ProposalStub implements ChaincodeStub {
    private final MemoryLedger ledger;
    private final String tx;
    private final byte[] creator;
    private final Map<String, byte[]> beside;
    private final List<String> arguments;
    private final Map<String, Integer> reads = new HashMap<>();
    private final Map<String, Optional<byte[]>> writes = new TreeMap<>();
    private final Map<String, byte[]> policies = new TreeMap<>();
    private Optional<MemoryLedger.Event> event = Optional.empty();

    ProposalStub(MemoryLedger ledger, String tx, byte[] creator, Map<String, byte[]> beside, List<String> arguments) {
        this.ledger = ledger;
        this.tx = tx;
        this.creator = creator;
        this.beside = beside;
        this.arguments = arguments;
    }

    Map<String, Integer> reads() {
        return reads;
    }

    Map<String, Optional<byte[]>> writes() {
        return writes;
    }

    Map<String, byte[]> policies() {
        return policies;
    }

    Optional<MemoryLedger.Event> event() {
        return event;
    }

    @Override
    public byte[] getState(String key) {
        reads.put(key, ledger.version(key));
        return ledger.committed(key).orElse(new byte[0]);
    }

    @Override
    public void putState(String key, byte[] value) {
        writes.put(key, Optional.of(value));
    }

    @Override
    public void delState(String key) {
        writes.put(key, Optional.empty());
    }

    @Override
    public void setStateValidationParameter(String key, byte[] value) {
        policies.put(key, value);
    }

    @Override
    public byte[] getStateValidationParameter(String key) {
        return ledger.policy(key);
    }

    @Override
    public QueryResultsIterator<KeyValue> getStateByPartialCompositeKey(String type, String... attributes) {
        String from = new CompositeKey(type, attributes).toString();
        return results(ledger.range(from, from + Character.toString(Character.MAX_CODE_POINT)).entrySet().stream()
                .map(entry -> (KeyValue) new Found(entry.getKey(), entry.getValue().bytes())).toList());
    }

    @Override
    public QueryResultsIterator<KeyModification> getHistoryForKey(String key) {
        return results(ledger.history(key).stream().map(change -> (KeyModification) new Past(change)).toList());
    }

    @Override
    public byte[] getPrivateData(String collection, String key) {
        return getState(collection + "\0" + key);
    }

    @Override
    public void putPrivateData(String collection, String key, byte[] value) {
        putState(collection + "\0" + key, value);
    }

    @Override
    public void setEvent(String name, byte[] payload) {
        event = Optional.of(new MemoryLedger.Event(name, Fields.read(payload)));
    }

    @Override
    public List<String> getStringArgs() {
        return arguments;
    }

    @Override
    public String getTxId() {
        return tx;
    }

    @Override
    public String getChannelId() {
        return MemoryLedger.CHANNEL;
    }

    @Override
    public Instant getTxTimestamp() {
        return ledger.time();
    }

    @Override
    public byte[] getCreator() {
        return creator;
    }

    @Override
    public Map<String, byte[]> getTransient() {
        return beside;
    }

    @Override
    public CompositeKey createCompositeKey(String type, String... attributes) {
        return new CompositeKey(type, attributes);
    }

    private record Found(String key, byte[] value) implements KeyValue {
        @Override
        public String getKey() {
            return key;
        }

        @Override
        public byte[] getValue() {
            return value;
        }

        @Override
        public String getStringValue() {
            return new String(value, UTF_8);
        }
    }

    private record Past(MemoryLedger.Change change) implements KeyModification {
        @Override
        public String getTxId() {
            return change.tx();
        }

        @Override
        public byte[] getValue() {
            return change.bytes();
        }

        @Override
        public String getStringValue() {
            return new String(change.bytes(), UTF_8);
        }

        @Override
        public Instant getTimestamp() {
            return change.at();
        }

        @Override
        public boolean isDeleted() {
            return change.bytes().length == 0;
        }
    }

    private static <T> QueryResultsIterator<T> results(List<T> all) {
        return new QueryResultsIterator<>() {
            @Override
            public Iterator<T> iterator() {
                return all.iterator();
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    private static <T> T unused() {
        throw new UnsupportedOperationException("the contract does not use this");
    }

    @Override
    public List<byte[]> getArgs() {
        return unused();
    }

    @Override
    public String getFunction() {
        return unused();
    }

    @Override
    public List<String> getParameters() {
        return unused();
    }

    @Override
    public Chaincode.Response invokeChaincode(String name, List<byte[]> args, String channel) {
        return unused();
    }

    @Override
    public QueryResultsIterator<KeyValue> getStateByRange(String from, String to) {
        return unused();
    }

    @Override
    public QueryResultsIteratorWithMetadata<KeyValue> getStateByRangeWithPagination(String from, String to, int size, String bookmark) {
        return unused();
    }

    @Override
    public QueryResultsIterator<KeyValue> getStateByPartialCompositeKey(String key) {
        return unused();
    }

    @Override
    public QueryResultsIterator<KeyValue> getStateByPartialCompositeKey(CompositeKey key) {
        return unused();
    }

    @Override
    public QueryResultsIteratorWithMetadata<KeyValue> getStateByPartialCompositeKeyWithPagination(CompositeKey key, int size, String bookmark) {
        return unused();
    }

    @Override
    public CompositeKey splitCompositeKey(String key) {
        return unused();
    }

    @Override
    public QueryResultsIterator<KeyValue> getQueryResult(String query) {
        return unused();
    }

    @Override
    public QueryResultsIteratorWithMetadata<KeyValue> getQueryResultWithPagination(String query, int size, String bookmark) {
        return unused();
    }

    @Override
    public byte[] getPrivateDataHash(String collection, String key) {
        return unused();
    }

    @Override
    public byte[] getPrivateDataValidationParameter(String collection, String key) {
        return unused();
    }

    @Override
    public void setPrivateDataValidationParameter(String collection, String key, byte[] value) {
        unused();
    }

    @Override
    public void delPrivateData(String collection, String key) {
        unused();
    }

    @Override
    public void purgePrivateData(String collection, String key) {
        unused();
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataByRange(String collection, String from, String to) {
        return unused();
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataByPartialCompositeKey(String collection, String key) {
        return unused();
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataByPartialCompositeKey(String collection, CompositeKey key) {
        return unused();
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataByPartialCompositeKey(String collection, String type, String... attributes) {
        return unused();
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataQueryResult(String collection, String query) {
        return unused();
    }

    @Override
    public ChaincodeEvent getEvent() {
        return unused();
    }

    @Override
    public SignedProposal getSignedProposal() {
        return unused();
    }

    @Override
    public byte[] getBinding() {
        return unused();
    }

    @Override
    public String getMspId() {
        return unused();
    }
}
