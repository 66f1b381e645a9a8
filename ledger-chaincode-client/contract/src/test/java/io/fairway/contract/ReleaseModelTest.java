package io.fairway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.contract.intent.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of lawful and unlawful acts on releases: the contract does what a plain model says, and no container leaves twice. */
@Tag("long")
class ReleaseModelTest {
    private static final int STEPS = 800;
    private static final List<String> ACTORS = List.of("forwarder", "buyer", "shipper", "haulier", "other-haulier", "ocean-line", "customs", "terminal");
    private static final List<String> ACTIONS = List.of("release.offer", "release.accept", "release.decline", "release.withdraw", "release.nominate",
            "release.acceptNomination", "release.declineNomination", "release.dismiss", "release.hold", "release.lift", "release.revoke", "release.charge",
            "release.redeem", "release.redeem", "release.redeem", "release.nominate", "release.acceptNomination", "release.cancelIntents");

    private final Harbour harbour = Harbour.open();
    private final Set<String> gone = new TreeSet<>();
    private Model model = new Model();
    private String release = "";
    private List<String> units = List.of();

    private static final class Model {
        private String holder = "forwarder";
        private String state = "active";
        private String offeredTo = "";
        private String haulier = "";
        private boolean accepted;
        private boolean due;
        private final Set<String> holds = new TreeSet<>();
        private final Set<String> redeemed = new TreeSet<>();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void doesWhatTheModelSays(long seed) {
        Random random = new Random(seed);
        int lawful = 0;
        int number = 1;
        begin(number);
        for (int step = 0; step < STEPS; step++) {
            String action = pick(random, ACTIONS);
            if (action.equals("release.revoke") && random.nextInt(4) > 0) {
                action = "release.redeem";
            }
            String actor = random.nextInt(4) > 0 ? likely(action, random) : pick(random, ACTORS);
            Map<String, String> words = words(action, random);
            Order order = harbour.order(actor, action, release);
            words.forEach(order::with);
            MemoryLedger.Proposal proposal = order.propose();

            boolean expected = model.state.equals("active") && take(action, actor, words);

            assertThat(proposal.isEndorsed()).as("seed %d step %d: %s by %s %s: %s", seed, step, action, actor, words, proposal.response().getMessage())
                    .isEqualTo(expected);
            lawful += expected ? 1 : 0;
            harbour.ledger().commit(proposal);
            compare(harbour.read(release));
            if (!model.state.equals("active") && random.nextInt(8) == 0) {
                begin(++number);
            }
        }
        assertThat(lawful).isBetween(STEPS / 10, STEPS * 9 / 10);
    }

    private void begin(int number) {
        model = new Model();
        release = harbour.issueRelease(number);
        units = List.of(Harbour.units(number).split(",", -1));
    }

    private void compare(Fields record) {
        assertThat(record.text("holder")).isEqualTo(model.holder);
        assertThat(record.text("state")).isEqualTo(model.state);
        assertThat(record.find("haulier").orElse("")).isEqualTo(model.haulier);
        assertThat(new TreeSet<>(record.list("redeemed"))).isEqualTo(model.redeemed);
        assertThat(new TreeSet<>(record.list("holds"))).isEqualTo(model.holds);
    }

    private boolean take(String action, String actor, Map<String, String> words) {
        boolean mine = actor.equals(model.holder);
        String recipient = words.getOrDefault("recipient", "");
        boolean mayStop = actor.equals("ocean-line") || actor.equals("customs");
        return switch (action) {
            case "release.offer" -> mine && !recipient.equals(actor) && done(() -> model.offeredTo = recipient);
            case "release.accept" -> actor.equals(model.offeredTo) && done(() -> {
                model.holder = actor;
                model.offeredTo = "";
                model.haulier = "";
                model.accepted = false;
            });
            case "release.decline" -> actor.equals(model.offeredTo) && done(() -> model.offeredTo = "");
            case "release.withdraw" -> mine && !model.offeredTo.isEmpty() && done(() -> model.offeredTo = "");
            case "release.nominate" -> mine && model.offeredTo.isEmpty() && recipient.endsWith("haulier") && !recipient.equals(actor) && done(() -> {
                model.haulier = recipient;
                model.accepted = false;
            });
            case "release.acceptNomination" -> actor.equals(model.haulier) && !model.accepted && done(() -> model.accepted = true);
            case "release.declineNomination" -> actor.equals(model.haulier) && !model.accepted && done(() -> model.haulier = "");
            case "release.dismiss" -> mine && !model.haulier.isEmpty() && done(() -> {
                model.haulier = "";
                model.accepted = false;
            });
            case "release.hold" -> mayStop && model.holds.add(actor);
            case "release.lift" -> model.holds.remove(actor);
            case "release.revoke" -> mayStop && done(() -> model.state = "revoked");
            case "release.charge" -> actor.equals("ocean-line") && done(() -> model.due = words.get("charges").equals("due"));
            case "release.redeem" -> actor.equals("terminal") && redeem(recipient, List.of(words.get("units").split(",", -1)));
            case "release.cancelIntents" -> mine;
            default -> throw new IllegalArgumentException(action);
        };
    }

    private boolean redeem(String haulier, List<String> leaving) {
        boolean lawful = model.holds.isEmpty() && !model.due && model.accepted && haulier.equals(model.haulier)
                && leaving.stream().allMatch(unit -> units.contains(unit) && !model.redeemed.contains(unit));
        if (lawful) {
            leaving.forEach(unit -> assertThat(gone.add(unit)).as("leaves once").isTrue());
            model.redeemed.addAll(leaving);
            model.state = model.redeemed.size() == units.size() ? "redeemed" : "active";
        }
        return lawful;
    }

    private String likely(String action, Random random) {
        return switch (action) {
            case "release.accept", "release.decline" -> model.offeredTo.isEmpty() ? "buyer" : model.offeredTo;
            case "release.acceptNomination", "release.declineNomination" -> model.haulier.isEmpty() ? "haulier" : model.haulier;
            case "release.hold", "release.revoke" -> pick(random, List.of("ocean-line", "customs"));
            case "release.lift" -> model.holds.isEmpty() ? "customs" : model.holds.iterator().next();
            case "release.charge" -> "ocean-line";
            case "release.redeem" -> "terminal";
            default -> model.holder;
        };
    }

    private Map<String, String> words(String action, Random random) {
        Map<String, String> words = new HashMap<>();
        switch (action) {
            case "release.offer" -> words.put("recipient", pick(random, List.of("forwarder", "buyer", "shipper")));
            case "release.nominate" -> words.put("recipient", pick(random, List.of("haulier", "haulier", "other-haulier", "buyer")));
            case "release.hold", "release.revoke" -> words.put("reason", "examination");
            case "release.charge" -> words.put("charges", pick(random, List.of("due", "settled", "settled")));
            case "release.redeem" -> {
                words.put("recipient", random.nextInt(4) == 0 || model.haulier.isEmpty() ? "haulier" : model.haulier);
                List<String> leaving = new ArrayList<>(units);
                if (random.nextBoolean()) {
                    leaving.remove(random.nextInt(2));
                }
                words.put("units", random.nextInt(8) == 0 ? Harbour.DIGEST : String.join(",", leaving));
            }
            default -> { }
        }
        return words;
    }

    private static boolean done(Runnable change) {
        change.run();
        return true;
    }

    private static String pick(Random random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
