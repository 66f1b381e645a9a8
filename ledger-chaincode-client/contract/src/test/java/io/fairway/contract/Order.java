package io.fairway.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Intent;
import io.fairway.contract.intent.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An intent in the making, as the sentence of a test. */
class Order {
    private final Harbour harbour;
    private final List<TestKey> signers = new ArrayList<>();
    private Fields fields;
    private final String action;
    private byte[] creator = new byte[0];
    private Map<String, byte[]> beside = Map.of();
    private Optional<List<String>> signatures = Optional.empty();

    Order(Harbour harbour, Fields fields) {
        this.harbour = harbour;
        this.fields = fields;
        this.action = fields.text("action");
    }

    Order with(String name, String value) {
        fields = fields.with(name, value);
        return this;
    }

    Order without(String name) {
        fields = fields.without(name);
        return this;
    }

    Order to(String recipient) {
        return with("recipient", recipient);
    }

    Order atVersion(long version) {
        return with("version", Long.toString(version));
    }

    Order signedBy(String... parties) {
        for (String party : parties) {
            Optional.ofNullable(harbour.key(party)).ifPresent(signers::add);
        }
        return this;
    }

    Order signedBy(TestKey key) {
        signers.add(key);
        return this;
    }

    Order signedOnlyBy(TestKey... keys) {
        signers.clear();
        signers.addAll(List.of(keys));
        return this;
    }

    Order withSignatures(String... written) {
        signatures = Optional.of(List.of(written));
        return this;
    }

    Order by(byte[] identity) {
        creator = identity;
        return this;
    }

    Order withQuantity(String amount, String salt) {
        beside = Map.of("quantity", Fields.none().with("amount", amount).with("salt", salt).with("unit", "KGM").bytes());
        return with("quantity", Quantities.commitment(salt, amount, "KGM"));
    }

    Order beside(String name, String value) {
        beside = Map.of(name, value.getBytes(UTF_8));
        return this;
    }

    Intent intent() {
        return new Intent(fields);
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(action, fields.json()));
        arguments.addAll(signatures.orElseGet(() -> signers.stream().map(key -> key.sign(intent())).toList()));
        return arguments;
    }

    MemoryLedger.Proposal propose() {
        return harbour.ledger().propose(creator, beside, arguments());
    }

    Fields succeeds() {
        MemoryLedger.Proposal proposal = propose();
        Fields outcome = proposal.outcome();
        assertThat(harbour.ledger().commit(proposal)).isTrue();
        return outcome;
    }

    void isRefused(Refusal refusal) {
        MemoryLedger.Proposal proposal = propose();
        assertThat(proposal.code()).as(proposal.response().getMessage()).isEqualTo(refusal.code());
        assertThat(harbour.ledger().commit(proposal)).isFalse();
    }
}
