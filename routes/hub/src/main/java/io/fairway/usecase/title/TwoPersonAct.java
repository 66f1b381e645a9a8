package io.fairway.usecase.title;

import io.fairway.usecase.Caller;
import io.fairway.usecase.registry.ActImpossibleException;
import io.fairway.usecase.registry.PendingAct;
import io.fairway.usecase.registry.SensitiveAct;
import io.fairway.usecase.view.ActView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An act on the ledger that one person alone may not send: it is signed by the party and handed in by one person, and goes to the ledger
 * only when a second one has confirmed it. The subject is the ledger's; the act has the id of what waited.
 */
public final class TwoPersonAct implements SensitiveAct {
    private static final String INTENT = "intent";
    private static final String SIGNATURES = "signatures";

    private final Kind kind;
    private final Acts acts;
    private final InstantSource clock;
    private final Runnable wake;

    /** Which acts these are. */
    public enum Kind {
        REVOKE_RELEASE("revoke-release", "release.revoke"), VOID_BILL("void-bill", "bill.makeVoid");

        private final String word;
        private final String action;

        Kind(String word, String action) {
            this.word = word;
            this.action = action;
        }

        /** The word of this act. */
        public String word() {
            return word;
        }

        /** The kind of an action of the contract; empty for what one may send alone. */
        static Optional<Kind> of(String action) {
            return Arrays.stream(values()).filter(kind -> kind.action.equals(action)).findFirst();
        }
    }

    /** @param wake tells the ledger's worker that there is something to do */
    public TwoPersonAct(Kind kind, Acts acts, InstantSource clock, Runnable wake) {
        this.kind = kind;
        this.acts = acts;
        this.clock = clock;
        this.wake = wake;
    }

    /** What has to be known of it. */
    static Map<String, String> detail(String intent, List<String> signatures) {
        return Map.of(INTENT, intent, SIGNATURES, String.join(" ", signatures));
    }

    /** The signed intent that waits. */
    static String intent(PendingAct act) {
        return act.detail().getOrDefault(INTENT, "");
    }

    /** How it stands while it waits; empty for what is no act on the ledger, or waits no more. */
    public static Optional<ActView> view(PendingAct act) {
        if (act.state() != PendingAct.State.PENDING || !act.detail().containsKey(SIGNATURES)) {
            return Optional.empty();
        }
        FlatRecord intent = FlatRecord.read(intent(act));
        return Optional.of(new ActView(act.id(), intent.text("action"), act.subject(), intent.text("event"), ActView.State.AWAITS_SECOND_PERSON,
                Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty(), act.askedAt(), Optional.empty()));
    }

    @Override
    public String kind() {
        return kind.word();
    }

    /** Whose right it is decides the contract, from the signatures. */
    @Override
    public boolean isOpenTo(Caller caller) {
        return true;
    }

    @Override
    public void carryOut(PendingAct act, Caller confirming) {
        Instant now = clock.instant();
        FlatRecord intent = FlatRecord.read(intent(act));
        if (!Instant.parse(intent.text("expiry")).isAfter(now)) {
            throw new ActImpossibleException("INTENT_PAST", "The signed intent has expired; sign a new one.");
        }
        acts.add(new Acts.NewAct(act.id(), act.organisation(), intent.text("actor"), intent.text("event"), intent.text("subject"),
                intent.text("action"), intent(act), List.of(act.detail().getOrDefault(SIGNATURES, "").split(" ")), Optional.empty(), now));
    }

    @Override
    public void settled() {
        wake.run();
    }
}
