package io.fairway.usecase.sheet;

import io.fairway.usecase.view.RightView;
import java.util.List;

/** The containers of a release, which the ledger knows by digests only. */
@FunctionalInterface
public interface UnitNames {

    /** Numbers of those containers of the release that the running transaction's party sees in a case of its bill, in their order. */
    List<String> of(RightView release);
}
