package io.fairway.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fairway.contract.intent.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hyperledger.fabric.shim.Chaincode.Response;

/** One channel in memory, with Fabric's rules: reads see what is committed, and what was read must not have changed when it commits. */
final class MemoryLedger {
    static final String CHANNEL = "trade";
    private static final Comparator<String> BYTE_ORDER = (left, right) -> java.util.Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8));

    private final FairwayContract contract = new FairwayContract();
    private final TreeMap<String, Value> state = new TreeMap<>(BYTE_ORDER);
    private final Map<String, List<Change>> history = new HashMap<>();
    private final Map<String, byte[]> policies = new HashMap<>();
    private final List<Event> events = new ArrayList<>();
    private Instant time = Instant.parse("2026-11-21T08:00:00Z");
    private int transactions;

    record Value(byte[] bytes, int version) {
    }

    record Change(String tx, byte[] bytes, Instant at) {
    }

    record Event(String name, Fields payload) {
    }

    /** What an endorser gives back: nothing has changed yet. */
    record Proposal(Response response, ProposalStub effects) {
        boolean isEndorsed() {
            return response.getStatusCode() == 200;
        }

        Fields outcome() {
            if (!isEndorsed()) {
                throw new AssertionError(response.getMessage());
            }
            return Fields.read(response.getPayload());
        }

        String code() {
            return isEndorsed() ? "none" : response.getMessage().split(":", 2)[0];
        }
    }

    Proposal propose(byte[] creator, Map<String, byte[]> beside, List<String> arguments) {
        ProposalStub stub = new ProposalStub(this, "tx" + ++transactions, creator, beside, arguments);
        return new Proposal(contract.invoke(stub), stub);
    }

    /** Whether it was VALID; otherwise something it read has changed since, and nothing of it is written. */
    boolean commit(Proposal proposal) {
        ProposalStub effects = proposal.effects();
        if (!proposal.isEndorsed() || !effects.reads().entrySet().stream().allMatch(read -> version(read.getKey()) == read.getValue())) {
            return false;
        }
        effects.writes().forEach((key, bytes) -> {
            history.computeIfAbsent(key, any -> new ArrayList<>()).addFirst(new Change(effects.getTxId(), bytes.orElse(new byte[0]), time));
            bytes.ifPresentOrElse(value -> state.put(key, new Value(value, version(key) + 1)), () -> state.remove(key));
        });
        policies.putAll(effects.policies());
        effects.event().ifPresent(events::add);
        return true;
    }

    int version(String key) {
        return Optional.ofNullable(state.get(key)).map(Value::version).orElse(0);
    }

    Optional<byte[]> committed(String key) {
        return Optional.ofNullable(state.get(key)).map(Value::bytes);
    }

    Map<String, Value> range(String from, String to) {
        return state.subMap(from, to);
    }

    List<Change> history(String key) {
        return history.getOrDefault(key, List.of());
    }

    byte[] policy(String key) {
        return policies.getOrDefault(key, new byte[0]);
    }

    Map<String, byte[]> everything() {
        Map<String, byte[]> all = new TreeMap<>();
        state.forEach((key, value) -> all.put(key, value.bytes()));
        return all;
    }

    List<Event> events() {
        return events;
    }

    Instant time() {
        return time;
    }

    void setTime(Instant later) {
        time = later;
    }
}
