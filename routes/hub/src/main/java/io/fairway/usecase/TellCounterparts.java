package io.fairway.usecase;

import io.fairway.clearance.ClearanceCase;
import io.fairway.clearance.Notice;
import io.fairway.clearance.Reason;
import io.fairway.clearance.Role;
import io.fairway.document.ContainerReleaseOrder;
import io.fairway.document.ContentReport;
import io.fairway.document.ContentReport.ContentError;
import io.fairway.document.CustomsResponse;
import io.fairway.document.Document;
import io.fairway.document.Envelope.Environment;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Turns the notices of a decision into rows of the outbox, one per recipient, in the recipient's dialect; and lets a party see a case
 * from the moment it is told about it. Test never reaches live, nor live test.
 */
public final class TellCounterparts {
    private final Outbox outbox;
    private final Consignments consignments;
    private final Parties parties;
    private final Identifiers identifiers;
    private final InstantSource clock;

    public TellCounterparts(Outbox outbox, Consignments consignments, Parties parties, Identifiers identifiers, InstantSource clock) {
        this.outbox = outbox;
        this.consignments = consignments;
        this.parties = parties;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Belongs to the running transaction. @param fact that the notices follow from, or in whose interchange they are told */
    public void tell(ClearanceCase after, PendingFact fact, List<Notice> notices) {
        if (fact.sender().value().equals(after.key().carrier())) {
            consignments.show(fact.consignment(), fact.sender());
        }
        for (Notice notice : notices) {
            recipients(notice, fact.environment()).forEach(recipient -> tell(fact, notice, recipient));
        }
    }

    private void tell(PendingFact fact, Notice notice, PartyRecord recipient) {
        add(fact, notice.key(), recipient, forEyesOf(notice));
        if (recipient.dialectFor(notice.document()).isPresent() && opensTheCase(notice)) {
            consignments.show(fact.consignment(), recipient.id());
        }
    }

    /** Whoever hands the cargo over needs no name of who receives it. */
    private static Document forEyesOf(Notice notice) {
        return notice.recipient() == Notice.Recipient.TERMINAL && notice.document() instanceof ContainerReleaseOrder order
                ? new ContainerReleaseOrder(order.reference(), order.function(), order.issuedAt(), order.releaseReference(), order.voyage(),
                        order.portOfDischarge(), order.carrier(), order.terminal(), Optional.empty(), order.bill(), order.containers(),
                        order.validUntil(), order.remarks())
                : notice.document();
    }

    /** A declarant who names a bill sees its case only once customs has accepted that it may. */
    private static boolean opensTheCase(Notice notice) {
        if (notice.recipient() != Notice.Recipient.DECLARANT) {
            return true;
        }
        return notice.document() instanceof CustomsResponse response && switch (response.decision()) {
            case REGISTERED, NOT_ACCEPTED, MANIFEST_ACCEPTED, MANIFEST_REJECTED, DO_NOT_LOAD -> false;
            case ACCEPTED, AMENDMENT_GRANTED, AMENDMENT_DENIED, DOCUMENTS_REQUIRED, DOCUMENTS_SUFFICIENT, EXAMINATION_ORDERED,
                 EXAMINATION_PASSED, DISCREPANCY_FOUND, HOLD_PLACED, HOLD_LIFTED, DUTY_ASSESSED, DUTY_PAID, GUARANTEE_ACCEPTED,
                 RELEASED, CLOSED, CANCELLED, RELEASE_CANCELLED -> true;
        };
    }

    private List<PartyRecord> recipients(Notice notice, Environment environment) {
        List<PartyRecord> named = parties.byCode(notice.party()).filter(party -> party.environment() == environment).stream().toList();
        return switch (notice.recipient()) {
            case DECLARANT, CARRIER, HAULIER -> named;
            case CUSTOMS -> named.isEmpty() ? parties.withRole(Role.CUSTOMS, environment) : named;
            case TERMINAL -> named.isEmpty() ? parties.withRole(Role.TERMINAL, environment) : named;
        };
    }

    /**
     * Answers a fact that was kept or refused, where the sender takes such answers; the reason stands with the fact in any case. An answer
     * is not answered, or two systems would never come to an end.
     */
    void answerNotApplied(PendingFact fact, Reason reason) {
        if (fact.document() instanceof ContentReport) {
            return;
        }
        parties.find(fact.sender()).filter(sender -> sender.environment() == fact.environment()).ifPresent(sender -> {
            var report = new ContentReport(WireReference.from(identifiers.next()), clock.instant(), fact.interchangeReference(),
                    PartyId.HUB.value(), fact.sender().value(), ContentReport.Verdict.NOT_ACCEPTED,
                    List.of(new ContentError(reason.code(), "", reason.text().en())));
            add(fact, "not-applied-" + fact.id(), sender, report);
        });
    }

    private void add(PendingFact fact, String key, PartyRecord recipient, Document document) {
        recipient.dialectFor(document).ifPresent(dialect ->
                outbox.add(new NewOutbound(new OutboundId(identifiers.next()), recipient.id(), Optional.of(fact.consignment()),
                        Optional.of(fact.id()), key, fact.interchange(), dialect, WireReference.from(identifiers.next()), document,
                        fact.environment(), clock.instant(), fact.trace())));
    }
}
