package io.fairway.usecase.verification;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.view.Slice;
import io.fairway.usecase.view.VerificationView;
import java.util.Optional;
import java.util.UUID;

/** Verifications that were made; a party sees its own. All calls belong to the running transaction. */
public interface Verifications {

    void add(PartyId party, VerificationView verification);

    /** The running party's, newest first. */
    Slice<VerificationView> page(Slice.Want want);

    Optional<VerificationView> find(UUID id);
}
