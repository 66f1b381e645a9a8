package io.fairway.usecase.gate;

import io.fairway.usecase.Caller;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.gate.GateStore.Kept;
import java.util.List;

/** What was decided at the gate, from the records alone; only what the caller may read. */
public final class ReadPassages {
    private final Transactions transactions;
    private final GateStore store;

    public ReadPassages(Transactions transactions, GateStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /** All decisions of a passage, oldest first; empty when there is none that the caller may read. */
    public List<Kept> revisions(Caller caller, String lane, String transaction) {
        return transactions.asParty(caller.party(), () -> store.revisions(lane, transaction));
    }
}
