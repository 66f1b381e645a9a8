package io.fairway.usecase.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One transmission as its sender sees it.
 *
 * @param digest SHA-256 of the bytes, lower-case hexadecimal
 * @param interchanges those found so far, in the order they stand in the transmission
 * @param findings what is wrong outside any interchange
 * @param repairs of which other it is a repaired copy, and by whom; absent when it is none
 * @param repairedBy repaired copies of it, oldest first
 */
public record TransmissionView(UUID id, String digest, Instant receivedAt, State state, List<InterchangeDetail> interchanges,
                               List<FindingView> findings, Optional<RepairView> repairs, List<RepairView> repairedBy) {
    public TransmissionView {
        interchanges = List.copyOf(interchanges);
        findings = List.copyOf(findings);
        repairedBy = List.copyOf(repairedBy);
    }

    /** One that neither repairs another nor was repaired. */
    public TransmissionView(UUID id, String digest, Instant receivedAt, State state, List<InterchangeDetail> interchanges, List<FindingView> findings) {
        this(id, digest, receivedAt, state, interchanges, findings, Optional.empty(), List.of());
    }

    /** How far the hub is with it. */
    public enum State {
        /** Kept; not read yet. */
        RECEIVED,
        /** Read; some of its facts still wait to be applied. */
        READ,
        /** Read, and every fact applied, kept for later or refused. */
        SETTLED,
        /** Reading failed again and again; the operator is alarmed. */
        PARKED,
        /** Not an interchange at all; the findings tell why. */
        UNREADABLE;

        /** Nothing more will come of it by itself. */
        public boolean isFinal() {
            return switch (this) {
                case RECEIVED, READ -> false;
                case SETTLED, PARKED, UNREADABLE -> true;
            };
        }
    }
}
