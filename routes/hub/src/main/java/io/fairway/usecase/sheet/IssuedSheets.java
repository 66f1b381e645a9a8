package io.fairway.usecase.sheet;

import io.fairway.document.id.Sha256;
import io.fairway.usecase.PartyId;
import java.util.Optional;
import java.util.UUID;

/** Sheets that were handed out; a party sees its own. All calls belong to the running transaction. */
public interface IssuedSheets {

    /** The running party's sheet of a right at this version. */
    Optional<IssuedSheet> find(UUID right, long version);

    /** Keeps a sheet of the party, unless it has one of this right at this version. @return the one that stands */
    IssuedSheet keep(PartyId party, IssuedSheet sheet);

    /** Whether there is a sheet of this number, whoever has it; as the hub only. */
    Optional<IssuedSheet.Known> known(UUID id);

    /** Whether there is a sheet of exactly these bytes, whoever has it; as the hub only. */
    Optional<IssuedSheet.Known> known(Sha256 digest);
}
