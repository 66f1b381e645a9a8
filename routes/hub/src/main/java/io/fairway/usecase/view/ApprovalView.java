package io.fairway.usecase.view;

import io.fairway.usecase.registry.PendingAct;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An act that takes two persons of one organisation.
 *
 * @param kind what is to be done, for example {@code lift-hold}
 * @param subject what it is done to
 * @param detail what else is known of it, by name
 * @param answeredBy who confirmed or refused it; absent while it waits
 */
public record ApprovalView(UUID id, String organisation, String kind, String subject, Map<String, String> detail, String askedBy, Instant askedAt,
                           Instant validUntil, PendingAct.State state, Optional<String> answeredBy, Optional<Instant> answeredAt) {
    public ApprovalView {
        detail = Map.copyOf(detail);
    }

    /** The act as its organisation sees it. */
    public static ApprovalView of(PendingAct act) {
        return new ApprovalView(act.id(), act.organisation().value(), act.kind(), act.subject(), act.detail(), act.askedBy(), act.askedAt(),
                act.validUntil(), act.state(), act.answeredBy(), act.answeredAt());
    }
}
