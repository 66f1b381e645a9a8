package io.fairway.usecase.title;

import io.fairway.usecase.Caller;
import io.fairway.usecase.view.ClashMessageView;
import io.fairway.usecase.view.ClashView;
import io.fairway.usecase.view.Slice;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Financings claimed twice, and what the two sides write each other without being named. A party sees those it is a side of. */
public interface Clashes {

    /** The caller's, latest first. */
    Slice<ClashView> list(Caller caller, Slice.Want want);

    /** What was written, oldest first; empty when the caller is no side of it. */
    Optional<Slice<ClashMessageView>> messages(Caller caller, UUID clash, Slice.Want want);

    /** Keeps a message to the other side. @return what the writer sees of it; empty when the caller is no side of it */
    Optional<ClashMessageView> write(Caller caller, UUID clash, String text, Instant now);
}
