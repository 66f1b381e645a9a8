package io.fairway.usecase.gate;

import io.fairway.usecase.Caller;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.gate.GateStore.Kept;
import java.util.List;
import java.util.Optional;

/** What was decided at the gate, from the records alone; only what the caller may read. */
public final class ReadPassages {
    private final GateLanes lanes;
    private final Transactions transactions;
    private final GateStore store;

    public ReadPassages(GateLanes lanes, Transactions transactions, GateStore store) {
        this.lanes = lanes;
        this.transactions = transactions;
        this.store = store;
    }

    /** What the barrier of a lane is to do, for a device that speaks for the lane; empty for others, and where nothing was decided yet. */
    public Optional<Kept> standing(Caller caller, String lane) {
        return lanes.find(lane).filter(known -> !known.spokenForBy(caller.party()).isEmpty())
                .flatMap(_ -> transactions.asHub(() -> store.standing(lane)));
    }

    /** All decisions of a passage, oldest first; empty when there is none that the caller may read. */
    public List<Kept> revisions(Caller caller, String lane, String transaction) {
        return transactions.asParty(caller.party(), () -> store.revisions(lane, transaction));
    }
}
