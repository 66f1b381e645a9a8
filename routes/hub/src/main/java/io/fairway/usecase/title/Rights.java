package io.fairway.usecase.title;

import io.fairway.usecase.Caller;
import io.fairway.usecase.view.RightEventView;
import io.fairway.usecase.view.RightView;
import io.fairway.usecase.view.Slice;
import java.util.Optional;
import java.util.UUID;

/** What parties read of bills and releases; a party sees those that name it now. */
public interface Rights {

    /** Those the caller may see, latest first. @param number bill number; empty for all */
    Slice<RightView> list(Caller caller, RightKind kind, Optional<String> number, Slice.Want want);

    /** One of them. */
    Optional<RightView> find(Caller caller, RightKind kind, UUID id);

    /** What happened to it, oldest first; empty when the caller may not see it. */
    Optional<Slice<RightEventView>> history(Caller caller, RightKind kind, UUID id, Slice.Want want);

    /** One by its subject on the ledger. */
    Optional<RightView> bySubject(Caller caller, String subject);

    /** The last generation of a bill of this number that anybody issued here; 0 when none. Generations are counted by the contract. */
    int generations(String carrier, String number);
}
