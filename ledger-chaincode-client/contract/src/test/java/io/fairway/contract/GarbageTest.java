package io.fairway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes in, the answer is a code; and of one proposal there is one result. */
class GarbageTest {
    private final Harbour harbour = Harbour.open();
    private final Random random = new Random(20261121);

    @Test
    void isAnsweredWithACode() {
        List<String> good = harbour.order("shipper", "bill.offer", harbour.issueBill(1)).to("buyer").with("deadline",
                harbour.in(Duration.ofDays(1))).arguments();
        for (int attempt = 0; attempt < 3000; attempt++) {
            List<String> bad = new ArrayList<>(good);
            int place = random.nextInt(bad.size());
            bad.set(place, damaged(bad.get(place)));

            MemoryLedger.Proposal answer = harbour.ledger().propose(Identities.client("HubMSP"), Map.of(), bad);

            assertThat(answer.isEndorsed()).as(bad.toString()).isEqualTo(bad.equals(good));
            assertThat(answer.isEndorsed() ? "" : answer.response().getMessage()).matches("|FW-[A-Z-]+: [ -~]+");
        }
    }

    @Test
    void isAnsweredWithACodeInQueriesToo() {
        for (Queries query : Queries.values()) {
            for (int arguments = 0; arguments < 5; arguments++) {
                List<String> question = new ArrayList<>(List.of(query.function()));
                for (int more = 0; more < arguments; more++) {
                    question.add(damaged("bill/ocean-line/7"));
                }
                MemoryLedger.Proposal answer = harbour.ask(question.toArray(String[]::new));
                assertThat(answer.isEndorsed() ? "" : answer.response().getMessage()).matches("|FW-[A-Z-]+: [ -~]+");
            }
        }
        assertThat(harbour.ask().code()).isEqualTo("FW-FUNCTION");
    }

    @Test
    void isNotWhatTwoPeersAnswerToOneProposal() {
        Order order = harbour.releaseOrder(1).with("conditions", "customs-release,deposit");
        List<String> arguments = order.arguments();
        byte[] creator = Identities.client("HubMSP");
        MemoryLedger.Proposal one = harbour.ledger().propose(creator, Map.of(), arguments);
        MemoryLedger.Proposal other = harbour.ledger().propose(creator, Map.of(), arguments);

        assertThat(one.outcome()).isEqualTo(other.outcome());
        assertThat(one.effects().reads()).isEqualTo(other.effects().reads());
        assertThat(List.copyOf(one.effects().writes().keySet())).isEqualTo(List.copyOf(other.effects().writes().keySet()));
        one.effects().writes().forEach((key, value) ->
                assertThat(value.orElseThrow()).isEqualTo(other.effects().writes().get(key).orElseThrow()));
    }

    private String damaged(String text) {
        StringBuilder changed = new StringBuilder(text);
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
            case 0 -> changed.setCharAt(at, (char) random.nextInt(1, 300));
            case 1 -> changed.deleteCharAt(at);
            case 2 -> changed.insert(at, (char) random.nextInt(32, 127));
            default -> changed.delete(at, Math.min(text.length(), at + random.nextInt(60)));
        }
        return changed.toString();
    }
}
