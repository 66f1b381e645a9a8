package io.fairway.document;

import io.fairway.document.id.UnLocode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the terminal is to stow (MOVINS).
 *
 * @param port port where it is done (LOC+5), when said
 */
public record StowageInstruction(String reference, DocumentFunction function, Instant issuedAt, Voyage voyage, Optional<UnLocode> port,
                                 Optional<Instant> arrival, Optional<Instant> departure, List<Move> moves)
        implements PortCallDocument {
    public StowageInstruction {
        moves = List.copyOf(moves);
    }

    @Override
    public Optional<UnLocode> portOfCall() {
        return port;
    }

    /** HAN 4079: LOA, DIS, SHI (restow on board), RES (restow over the quay). */
    public enum Operation {
        LOAD, DISCHARGE, SHIFT, RESTOW
    }

    /** One thing to do with one container. */
    public record Move(Operation operation, StowedContainer container) {
    }
}
