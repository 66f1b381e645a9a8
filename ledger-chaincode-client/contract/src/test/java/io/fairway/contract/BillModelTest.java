package io.fairway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.contract.intent.Fields;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of lawful and unlawful acts in random order: the contract does what the model says, and there is one holder after each. */
@Tag("long")
class BillModelTest {
    private static final int STEPS = 800;
    private static final List<String> ACTORS = List.of("shipper", "buyer", "forwarder", "bank", "other-bank", "ocean-line");
    private static final List<String> ACTIONS = List.of("bill.offer", "bill.accept", "bill.refuse", "bill.endorse", "bill.pledge", "bill.releasePledge",
            "bill.surrender", "bill.acceptSurrender", "bill.refuseSurrender", "bill.replace", "bill.lapse",
            "bill.toPaper", "bill.makeVoid", "bill.cancelIntents");

    private final Harbour harbour = Harbour.open();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void doesWhatTheModelSays(long seed) {
        Random random = new Random(seed);
        int number = 1;
        int generation = 1;
        int lawful = 0;
        BillModel model = new BillModel();
        String bill = harbour.issueBill(number);
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(15) == 0) {
                harbour.pass(Duration.ofDays(2));
                model.timePasses();
            }
            String action = pick(random, ACTIONS);
            String actor = random.nextInt(3) > 0 ? likely(action, model) : pick(random, ACTORS);
            Map<String, String> words = words(action, random);
            if (action.equals("bill.replace")) {
                words.put("replacement", Harbour.bill(number, generation + 1));
            }
            Set<String> consents = consents(action, model, random);
            Order order = harbour.order(actor, action, bill).signedBy(consents.toArray(String[]::new));
            words.forEach(order::with);
            MemoryLedger.Proposal proposal = order.propose();

            boolean expected = model.take(action, actor, words, consents);

            assertThat(proposal.isEndorsed()).as("seed %d step %d: %s by %s %s with %s: %s", seed, step, action, actor, words, consents,
                    proposal.response().getMessage()).isEqualTo(expected);
            lawful += expected ? 1 : 0;
            harbour.ledger().commit(proposal);
            if (expected && action.equals("bill.replace")) {
                assertThat(harbour.read(bill).text("state")).isEqualTo("replaced");
                bill = Harbour.bill(number, ++generation);
            }
            Fields record = harbour.read(bill);
            assertThat(record.text("holder")).isEqualTo(model.holder);
            assertThat(record.text("state")).isEqualTo(model.state);
            assertThat(record.find("pledgee").orElse("")).isEqualTo(model.pledgee);
            if (!model.isLive() && random.nextInt(8) == 0) {
                bill = harbour.issueBill(++number);
                generation = 1;
                model = new BillModel();
            }
        }
        assertThat(lawful).isBetween(STEPS / 10, STEPS * 9 / 10);
    }

    private static String likely(String action, BillModel model) {
        return switch (action) {
            case "bill.accept", "bill.refuse" -> model.offeredTo.isEmpty() ? "buyer" : model.offeredTo;
            case "bill.releasePledge" -> model.pledgee.isEmpty() ? "bank" : model.pledgee;
            case "bill.acceptSurrender", "bill.refuseSurrender", "bill.replace", "bill.toPaper", "bill.makeVoid" -> "ocean-line";
            default -> model.holder;
        };
    }

    private Map<String, String> words(String action, Random random) {
        Map<String, String> words = new HashMap<>();
        switch (action) {
            case "bill.offer" -> words.put("deadline", harbour.in(Duration.ofDays(1)));
            case "bill.endorse" -> words.put("kind", pick(random, List.of("named", "order", "order", "blank")));
            case "bill.surrender" -> {
                words.put("purpose", pick(random, List.of("delivery", "amendment", "amendment", "paper")));
                if (random.nextBoolean()) {
                    words.put("deadline", harbour.in(Duration.ofDays(1)));
                }
            }
            case "bill.replace" -> words.putAll(Map.of("root", Harbour.OTHER_DIGEST, "form", "bearer"));
            case "bill.toPaper" -> words.put("statement", Harbour.DIGEST);
            case "bill.makeVoid" -> words.put("reason", "error");
            default -> { }
        }
        boolean names = List.of("bill.offer", "bill.pledge").contains(action) || action.equals("bill.endorse") && !words.get("kind").equals("blank");
        if (names) {
            words.put("recipient", pick(random, ACTORS));
        }
        return words;
    }

    private static Set<String> consents(String action, BillModel model, Random random) {
        Set<String> consents = new TreeSet<>();
        if (!model.pledgee.isEmpty() && random.nextInt(3) > 0) {
            consents.add(model.pledgee);
        }
        if (action.equals("bill.makeVoid") && random.nextInt(4) == 0) {
            consents.add(model.holder);
        }
        return consents;
    }

    private static String pick(Random random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
