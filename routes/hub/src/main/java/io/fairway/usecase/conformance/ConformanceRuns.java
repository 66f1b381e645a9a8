package io.fairway.usecase.conformance;

import io.fairway.usecase.OutboundId;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.view.ConformanceRunView;
import io.fairway.usecase.view.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Conformance runs as stored. All calls belong to the running transaction; a party sees its own. */
public interface ConformanceRuns {

    void add(NewRun run);

    /** @param cause empty when it was receipted */
    void noteSending(OutboundId message, String cause, Instant at);

    /** Notes what the newcomer says of one of its cases. @return whether there is such a case */
    boolean noteAnswer(PartyId party, UUID run, int number, Answer answer, Instant at);

    Optional<ConformanceRunView> find(UUID id);

    /** By id, without their cases. */
    Slice<ConformanceRunView> page(Slice.Want want);

    /** The bytes of a message as it is sent; empty when there is no such case. */
    Optional<Message> message(UUID run, int number);

    /** @param bytes as they are sent */
    record Message(byte[] bytes, String mediaType) {
    }

    /** What a newcomer says it made of a message. */
    enum Answer {
        ACCEPTED, REFUSED
    }

    /** What a reader by the standard makes of a message. */
    enum Expected {
        ACCEPTED, REJECTED
    }

    /**
     * A message that the newcomer is given.
     *
     * @param id its message id on the wire
     * @param number counted from 1
     * @param mutation what is wrong with it; empty when it is sound
     * @param reference of its interchange
     */
    record NewCase(OutboundId id, int number, String document, String dialect, String mutation, Expected expected, String reference, byte[] bytes,
                   String mediaType) {
    }

    /** @param leftOut dialects of the party in which there is no sample, with the reason */
    record NewRun(UUID id, PartyId party, Instant at, List<NewCase> cases, List<String> leftOut) {
        public NewRun {
            cases = List.copyOf(cases);
            leftOut = List.copyOf(leftOut);
        }
    }
}
