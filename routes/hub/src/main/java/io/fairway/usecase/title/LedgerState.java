package io.fairway.usecase.title;

import io.fairway.usecase.view.LedgerStateView;

/** Tells the operator how hub and ledger stand with each other. */
@FunctionalInterface
public interface LedgerState {

    /** As it is now. */
    LedgerStateView now();
}
