package io.fairway.usecase;

import io.fairway.usecase.view.ArchiveView;
import io.fairway.usecase.view.Slice;

/** Search by a business number, closed and erased cases included. What is not the caller's is as if it were not there (P13). */
public interface Archive {

    /**
     * Everything the caller may see that bears a number, latest first.
     *
     * @param number as it is written: a bill, container, seal, LRN, entry number, customs receipt, permit, invoice, ship (IMO), interchange
     *     reference, or release on the ledger
     */
    Slice<ArchiveView> find(Caller caller, String number, Slice.Want want);
}
