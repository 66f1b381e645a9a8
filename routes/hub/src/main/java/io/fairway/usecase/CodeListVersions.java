package io.fairway.usecase;

import io.fairway.document.code.CodeList;
import io.fairway.document.code.CodeLists;
import io.fairway.usecase.view.CodeListView;
import io.fairway.usecase.view.Slice;
import java.time.Instant;

/** Versions of code lists that were loaded; each stays, so that what an old finding says can be looked up. All calls belong to the transaction. */
public interface CodeListVersions {

    /** Keeps a version and puts it in force; the same once more puts it in force again. */
    Kept keep(CodeList list, PartyId by, Instant at);

    /** Of each list the version that was put in force last; one without codes withdraws the list. */
    CodeLists inForce();

    /** Newest loaded first. */
    Slice<CodeListView> all(Slice.Want want);

    /** What became of a version. */
    enum Kept {
        IN_FORCE,
        /** The version is known with other codes; nothing was changed. */
        OTHER_CODES
    }
}
