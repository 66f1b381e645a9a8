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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private final Custody custody;
    private final Transactions transactions;
    private final Identifiers identifiers;
    private final InstantSource clock;
    private final Runnable wake;
    private final FourEyes fourEyes;

    /** @param wake tells the ledger's worker that there is something to do */
    public SubmitIntent(Acts acts, Rights rights, Custody custody, Transactions transactions, Identifiers identifiers, InstantSource clock, Runnable wake,
                        FourEyes fourEyes) {
        this.acts = acts;
        this.rights = rights;
        this.custody = custody;
        this.transactions = transactions;
        this.identifiers = identifiers;
        this.clock = clock;
        this.wake = wake;
        this.fourEyes = fourEyes;
    }

    /**
     * What is handed in.
     *
     * @param intent     canonical JSON
     * @param signatures each {@code <key id>.<signature>}; none where the caller's key lies in the hub's custody and is to sign
     * @param unrecorded what the intent has only a commitment to: {@code quantity}, as the draft has it
     */
    public record Signed(String intent, List<String> signatures, Map<String, String> unrecorded) {
        public Signed {
            signatures = List.copyOf(signatures);
            unrecorded = Map.copyOf(unrecorded);
        }
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
     * @throws ActRefusedException if it cannot be one, is another party's, or is about what the caller does not see
     */
    public Submitted submit(Caller caller, RightKind kind, Signed signed) {
        FlatRecord said = checked(caller, kind, signed.intent());
        Optional<Quantity> quantity = opened(said, signed.unrecorded());
        List<String> signatures = signatures(caller, signed);
        Optional<TwoPersonAct.Kind> sensitive = TwoPersonAct.Kind.of(said.text("action"));
        return sensitive.isPresent() ? await(caller, sensitive.get(), said, signatures) : store(caller, said, signatures, quantity);
    }

    /** Who left its key with the hub has it sign; the ledger says so of the act for ever. */
    private List<String> signatures(Caller caller, Signed signed) {
        List<String> signatures = signed.signatures().isEmpty() ? custody.sign(caller.party(), signed.intent()).stream().toList()
                : signed.signatures();
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES || !signatures.stream().allMatch(one -> SIGNATURE.matcher(one).matches())) {
            throw new ActRefusedException(Kind.MALFORMED, "Expected one to " + MOST_SIGNATURES + " signatures, each key id, a dot, and r and s.");
        }
        return signatures;
    }

    private static Optional<Quantity> opened(FlatRecord said, Map<String, String> unrecorded) {
        Set<String> expected = said.find(Quantity.NAME).map(any -> Set.of(Quantity.NAME)).orElse(Set.of());
        if (!unrecorded.keySet().equals(expected)) {
            throw new ActRefusedException(Kind.MALFORMED, "Expected in unrecorded what the intent has a commitment to (" + expected + "), found "
                    + new TreeSet<>(unrecorded.keySet()));
        }
        return unrecorded.values().stream().findFirst().map(json -> {
            Quantity quantity = quantity(json);
            if (!quantity.commitment().equals(said.text(Quantity.NAME))) {
                throw new ActRefusedException(Kind.MALFORMED, "The quantity does not open the commitment of the intent.");
            }
            return quantity;
        });
    }

    private static Quantity quantity(String json) {
        try {
            return Quantity.read(json);
        } catch (IllegalArgumentException e) {
            throw new ActRefusedException(Kind.MALFORMED, String.valueOf(e.getMessage()));
        }
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

    private Submitted store(Caller caller, FlatRecord said, List<String> signatures, Optional<Quantity> quantity) {
        String event = said.text("event");
        var act = new Acts.NewAct(identifiers.next(), caller.party(), said.text("actor"), event, said.text("subject"), said.text("action"),
                said.canonical(), signatures, quantity, clock.instant());
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

    private FlatRecord checked(Caller caller, RightKind kind, String intent) {
        FlatRecord said = read(intent);
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

    private static FlatRecord read(String intent) {
        try {
            FlatRecord said = FlatRecord.read(intent);
            if (!said.canonical().equals(intent)) {
                throw new ActRefusedException(Kind.MALFORMED, "Expected the intent in its canonical form, as the draft has it.");
            }
            List.of("action", "actor", "event", "expiry", "ledger", "subject", "version").forEach(said::text);
            new EventId(said.text("actor"), said.text("event"));
            return said;
        } catch (IllegalArgumentException e) {
            throw new ActRefusedException(Kind.MALFORMED, String.valueOf(e.getMessage()));
        }
    }
}
