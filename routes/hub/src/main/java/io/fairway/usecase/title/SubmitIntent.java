package io.fairway.usecase.title;

import io.fairway.ledger.EventId;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.registry.FourEyes;
import io.fairway.usecase.registry.PendingAct;
import io.fairway.usecase.title.ActRefusedException.Kind;
import io.fairway.usecase.view.ActView;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Takes a signed intent and stores it; from then on it goes to the ledger exactly once (P7), also after a crash, in row order within its
 * subject. The hub signs nothing here: who may do what with a right is decided by the contract, from the signatures.
 */
public final class SubmitIntent {
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}\\.[A-Za-z0-9_-]{86}");
    private static final int MOST_SIGNATURES = 8;

    private final Acts acts;
    private final Rights rights;
    private final Transactions transactions;
    private final Identifiers identifiers;
    private final InstantSource clock;
    private final Runnable wake;
    private final FourEyes fourEyes;

    /** @param wake tells the ledger's worker that there is something to do */
    public SubmitIntent(Acts acts, Rights rights, Transactions transactions, Identifiers identifiers, InstantSource clock, Runnable wake,
                        FourEyes fourEyes) {
        this.acts = acts;
        this.rights = rights;
        this.transactions = transactions;
        this.identifiers = identifiers;
        this.clock = clock;
        this.wake = wake;
        this.fourEyes = fourEyes;
    }

    /** What became of handing it in. */
    public sealed interface Submitted {
        /** It is stored, now or since an earlier time. */
        record Stored(Acts.Stored act) implements Submitted {
        }

        /** It waits for a second person, now or since an earlier time. */
        record Waiting(ActView act) implements Submitted {
        }

        /** The event id was used for other content. */
        record Reused(UUID first) implements Submitted {
        }
    }

    /**
     * Stores an act of the caller's; one that takes two persons waits for the second.
     *
     * @param intent canonical JSON
     * @param signatures each {@code <key id>.<signature>}
     * @throws ActRefusedException if it cannot be one, is another party's, or is about what the caller does not see
     */
    public Submitted submit(Caller caller, RightKind kind, String intent, List<String> signatures) {
        FlatRecord said = checked(caller, kind, intent, signatures);
        Optional<TwoPersonAct.Kind> sensitive = TwoPersonAct.Kind.of(said.text("action"));
        return sensitive.isPresent() ? await(caller, sensitive.get(), said, signatures) : store(caller, said, signatures);
    }

    private Submitted await(Caller caller, TwoPersonAct.Kind kind, FlatRecord said, List<String> signatures) {
        String event = said.text("event");
        Optional<Acts.Stored> before = transactions.asParty(caller.party(), () -> acts.byEvent(said.text("actor"), event));
        if (before.isPresent()) {
            return compared(before.get(), said.canonical());
        }
        Optional<PendingAct> asked = fourEyes.waiting(caller, kind.word(), said.text("subject")).stream()
                .filter(act -> FlatRecord.read(TwoPersonAct.intent(act)).text("event").equals(event)).findFirst();
        PendingAct act = asked.orElseGet(() -> fourEyes.ask(caller, kind.word(), said.text("subject"),
                TwoPersonAct.detail(said.canonical(), signatures)));
        return TwoPersonAct.intent(act).equals(said.canonical())
                ? new Submitted.Waiting(TwoPersonAct.view(act).orElseThrow()) : new Submitted.Reused(act.id());
    }

    private Submitted store(Caller caller, FlatRecord said, List<String> signatures) {
        String event = said.text("event");
        var act = new Acts.NewAct(identifiers.next(), caller.party(), said.text("actor"), event, said.text("subject"), said.text("action"),
                said.canonical(), signatures, clock.instant());
        Acts.Stored stored = transactions.asParty(caller.party(), () -> {
            acts.add(act);
            return acts.byEvent(act.actor(), event).orElseThrow(() -> new IllegalStateException("An act was stored and is not there"));
        });
        wake.run();
        return compared(stored, said.canonical());
    }

    private static Submitted compared(Acts.Stored stored, String intent) {
        return stored.intent().equals(intent) ? new Submitted.Stored(stored) : new Submitted.Reused(stored.view().id());
    }

    private FlatRecord checked(Caller caller, RightKind kind, String intent, List<String> signatures) {
        FlatRecord said = read(intent, signatures);
        String actor = LedgerNames.of(caller.party());
        if (!said.text("actor").equals(actor)) {
            throw new ActRefusedException(Kind.FOREIGN, "Expected an intent of " + actor + ".");
        }
        String word = kind.word();
        String subject = said.text("subject");
        if (!said.text("action").startsWith(word + ".") || !subject.startsWith(word + "/")) {
            throw new ActRefusedException(Kind.MALFORMED, "Expected an act on a " + word + ".");
        }
        if (!begins(caller, kind, said) && rights.bySubject(caller, subject).isEmpty()) {
            throw new ActRefusedException(Kind.UNSEEN, "Nothing is known to you under " + subject);
        }
        return said;
    }

    private boolean begins(Caller caller, RightKind kind, FlatRecord said) {
        if (!said.text("action").equals(kind.beginning())) {
            return false;
        }
        return switch (kind) {
            case BILL, RELEASE, ATTESTATION -> said.text("subject").startsWith(kind.word() + "/" + LedgerNames.of(caller.party()) + "/");
            case FINANCING -> said.find("contact").filter(contact -> transactions.asHub(() -> acts.isReached(contact, caller.party()))).isPresent();
        };
    }

    private static FlatRecord read(String intent, List<String> signatures) {
        try {
            FlatRecord said = FlatRecord.read(intent);
            if (!said.canonical().equals(intent)) {
                throw new ActRefusedException(Kind.MALFORMED, "Expected the intent in its canonical form, as the draft has it.");
            }
            List.of("action", "actor", "event", "expiry", "ledger", "subject", "version").forEach(said::text);
            new EventId(said.text("actor"), said.text("event"));
            if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES || !signatures.stream().allMatch(one -> SIGNATURE.matcher(one).matches())) {
                throw new ActRefusedException(Kind.MALFORMED, "Expected one to " + MOST_SIGNATURES + " signatures, each key id, a dot, and r and s.");
            }
            return said;
        } catch (IllegalArgumentException e) {
            throw new ActRefusedException(Kind.MALFORMED, String.valueOf(e.getMessage()));
        }
    }
}
