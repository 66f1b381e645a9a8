package io.fairway.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Refusal;
import io.fairway.contract.intent.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.hyperledger.fabric.shim.ChaincodeStub;

/** The contract's records on the ledger. What is written in a transaction is not seen by its own reads: Fabric answers what is committed. */
final class WorldState {
    private final ChaincodeStub stub;

    WorldState(ChaincodeStub stub) {
        this.stub = stub;
    }

    /** The record of a subject, if there is one. */
    Optional<Fields> find(Subject subject) {
        return find(subject.text().split("/", 2)[0], subject.parts());
    }

    /** The record of a subject that must be there. */
    Fields get(Subject subject) {
        return find(subject).orElseThrow(Refusal.SUBJECT_UNKNOWN::refused);
    }

    /** Writes the record of a subject. */
    void put(Subject subject, Fields record) {
        put(subject.text().split("/", 2)[0], subject.parts(), record);
    }

    /** A record that is no subject of its own: a key, an event, a number, a unit. */
    Optional<Fields> find(String type, List<String> parts) {
        byte[] bytes = stub.getState(key(type, parts));
        return bytes == null || bytes.length == 0 ? Optional.empty() : Optional.of(Fields.read(bytes));
    }

    /** Writes a record that is no subject of its own. */
    void put(String type, List<String> parts, Fields record) {
        stub.putState(key(type, parts), record.bytes());
    }

    /** Deletes a record that is no subject of its own. */
    void delete(String type, List<String> parts) {
        stub.delState(key(type, parts));
    }

    /** All records of a type whose key starts with these parts, in the order of the ledger. */
    List<Fields> list(String type, List<String> parts) {
        List<Fields> found = new ArrayList<>();
        try (var results = stub.getStateByPartialCompositeKey(type, parts.toArray(String[]::new))) {
            results.forEach(result -> found.add(Fields.read(result.getValue())));
        }
        return found;
    }

    /** Every version of a subject's record, in the order of the ledger's history (Fabric: newest first), each with {@code tx}. */
    List<Fields> history(Subject subject) {
        try (var results = stub.getHistoryForKey(key(subject.text().split("/", 2)[0], subject.parts()))) {
            return StreamSupport.stream(results.spliterator(), false).filter(change -> !change.isDeleted())
                    .map(change -> Fields.read(change.getValue()).with("tx", change.getTxId())).toList();
        }
    }

    /** From the next transaction on, the record is changed only with the endorsement of a peer of each of these organisations; none: as all. */
    void endorsedBy(Subject subject, List<String> organisations) {
        stub.setStateValidationParameter(key(subject.text().split("/", 2)[0], subject.parts()), EndorsementPolicy.ofPeers(organisations));
    }

    /** A private record of a subject in a collection; readable on member peers only. */
    Optional<Fields> findPrivate(String collection, Subject subject) {
        byte[] bytes = stub.getPrivateData(collection, subject.text());
        return bytes == null || bytes.length == 0 ? Optional.empty() : Optional.of(Fields.read(bytes));
    }

    /** Writes a private record of a subject into a collection. */
    void putPrivate(String collection, Subject subject, Fields record) {
        stub.putPrivateData(collection, subject.text(), record.bytes());
    }

    /** A value that travels beside the transaction and is not in the block. */
    Optional<Fields> unrecorded(String name) {
        return Optional.ofNullable(stub.getTransient().get(name)).map(bytes -> Fields.parse(new String(bytes, UTF_8)));
    }

    private String key(String type, List<String> parts) {
        return stub.createCompositeKey(type, parts.toArray(String[]::new)).toString();
    }
}
