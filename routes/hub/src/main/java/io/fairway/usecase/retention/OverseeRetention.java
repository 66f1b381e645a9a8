package io.fairway.usecase.retention;

import io.fairway.usecase.Transactions;
import io.fairway.usecase.view.ErasureView;
import io.fairway.usecase.view.LegalHoldView;
import io.fairway.usecase.view.Slice;
import java.util.Optional;
import java.util.UUID;

/** What those who oversee the hub see of erasures and legal holds: that, when and why, never what it said. */
public final class OverseeRetention {
    private final Transactions transactions;
    private final Keepings keepings;

    public OverseeRetention(Transactions transactions, Keepings keepings) {
        this.transactions = transactions;
        this.keepings = keepings;
    }

    /** Latest first. */
    public Slice<ErasureView> erasures(Slice.Want want) {
        Slice<Erasure> slice = transactions.asHub(() -> keepings.erasures(want));
        return new Slice<>(slice.items().stream().map(ErasureView::of).toList(), slice.next());
    }

    /** Those that stand, latest first. */
    public Slice<LegalHoldView> holds(Slice.Want want) {
        Slice<LegalHold> slice = transactions.asHub(() -> keepings.holds(want));
        return new Slice<>(slice.items().stream().map(LegalHoldView::of).toList(), slice.next());
    }

    /** One that stands. */
    public Optional<LegalHold> hold(UUID id) {
        return transactions.asHub(() -> keepings.hold(id));
    }
}
