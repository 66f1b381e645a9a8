package io.fairway.usecase.sheet;

import io.fairway.document.id.Sha256;
import io.fairway.usecase.PartyId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sheets that were handed out; a party sees its own. All calls belong to the running transaction. */
public interface IssuedSheets {

    /** The running party's sheet of exactly this. */
    Optional<IssuedSheet> find(SheetKey key);

    /** Keeps a sheet of the party, unless it has one of the same. @return the one that stands */
    IssuedSheet keep(PartyId party, IssuedSheet sheet);

    /** The running party's sheets of a case, of its bill's rights and of its containers' passages, that are not erased, in the order of their issue. */
    List<IssuedSheet> about(UUID consignment);

    /** Whether there is a sheet of this number, whoever has it; as the hub only. */
    Optional<IssuedSheet.Known> known(UUID id);

    /** Whether there is a sheet of exactly these bytes, whoever has it; as the hub only. */
    Optional<IssuedSheet.Known> known(Sha256 digest);
}
