package io.fairway.usecase.gate;

import io.fairway.clearance.Role;
import io.fairway.clearance.gate.GatePapers;
import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerMovementReport.MovedContainer;
import io.fairway.document.ContainerMovementReport.Movement;
import io.fairway.document.ContainerSeal;
import io.fairway.document.DocumentFunction;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.RefusedValueException;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Consignments;
import io.fairway.usecase.Dialects;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.SubmitTransmission;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.gate.GateStore.Kept;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what the gate did: an opened passage whose truck has left becomes the terminal's CODECO, which enters the hub like every other
 * one. From there the release is redeemed, the carrier and customs are told and the consignment is closed; of an export that came in the
 * carrier is told, and customs by an arrival report. The passage is the key, so that telling twice counts once.
 */
public final class ReportPassages {
    private static final String DIALECT = "CODECO:D:95B:UN:ITG14";
    private static final ZoneId PORT_ZONE = ZoneId.of("Asia/Shanghai");

    private final GateLanes lanes;
    private final Transactions transactions;
    private final GateStore store;
    private final Consignments consignments;
    private final Dialects dialects;
    private final SubmitTransmission submit;
    private final GateBookings bookings;
    private final InstantSource clock;

    public ReportPassages(GateLanes lanes, Transactions transactions, GateStore store, Consignments consignments, Dialects dialects,
                          SubmitTransmission submit, GateBookings bookings, InstantSource clock) {
        this.lanes = lanes;
        this.transactions = transactions;
        this.store = store;
        this.consignments = consignments;
        this.dialects = dialects;
        this.submit = submit;
        this.bookings = bookings;
        this.clock = clock;
    }

    /** Tells of all that wait. */
    public void reportEnded() {
        Instant now = clock.instant();
        for (Kept passage : transactions.asHub(() -> store.unreported(now))) {
            Optional<String> trouble = lanes.find(passage.lane()).flatMap(lane -> report(lane, passage));
            transactions.asHub(() -> {
                trouble.ifPresent(_ -> store.alarm(passage.transaction(), passage.lane(), "NOT_REPORTED", clock.instant()));
                store.reported(passage.transaction(), clock.instant());
                return passage;
            });
        }
    }

    /** @return what the report could not be made of; people must look at it */
    private Optional<String> report(GateLane lane, Kept passage) {
        if (passage.containers().isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] report = switch (lane.profile().direction()) {
                case OUT -> wentOut(lane, passage);
                case IN -> cameIn(lane, passage);
            };
            submit.submit(new Caller(lane.terminal(), Set.of(Role.TERMINAL)), Optional.of("gate:" + passage.transaction()), report,
                    dialects.writer(DIALECT).mediaType(), "gate", KeptRecords.subject(passage.transaction()).toString().replace("-", ""));
            return Optional.empty();
        } catch (UnwritableDocumentException | RefusedValueException missing) {
            return Optional.of(String.valueOf(missing.getMessage()));
        }
    }

    private byte[] wentOut(GateLane lane, Kept passage) {
        String carrier = transactions.asHub(() -> consignments.withContainer(first(passage), lane.environment()).stream()
                .map(id -> consignments.lock(id).key().carrier()).findFirst().orElse(""));
        return written(lane, passage, PartyId.HUB, carrier, Movement.GATE_OUT);
    }

    /** Addressed to the carrier that announced it; customs hears it as an arrival report. */
    private byte[] cameIn(GateLane lane, Kept passage) {
        PartyId carrier = transactions.asHub(() -> bookings.announced(first(passage), lane.environment())).map(GateBookings.Announced::carrier)
                .orElseThrow(() -> new UnwritableDocumentException("operator", "no carrier has announced " + first(passage)));
        return written(lane, passage, carrier, carrier.value(), Movement.GATE_IN);
    }

    private static ContainerNumber first(Kept passage) {
        return new ContainerNumber(passage.containers().getFirst());
    }

    private byte[] written(GateLane lane, Kept passage, PartyId recipient, String carrier, Movement movement) {
        String reference = KeptRecords.subject(passage.transaction()).toString().replace("-", "").substring(0, 14).toUpperCase(Locale.ROOT);
        var envelope = new OutboundEnvelope(lane.terminal().value(), recipient.value(), reference, passage.decidedAt(), lane.environment(), PORT_ZONE);
        List<GatePapers> papers = KeptRecords.papers(passage.record());
        var report = new ContainerMovementReport(passage.transaction().replace("-", ""), DocumentFunction.ORIGINAL, movement, Optional.empty(),
                Optional.empty(), carrier, Optional.empty(), passage.containers().stream().map(number -> moved(passage, number, papers)).toList());
        return dialects.writer(DIALECT).write(report, envelope);
    }

    /** The haulier is left out: the gate has compared it with the release's holder, whom documents name by other codes. */
    private static MovedContainer moved(Kept passage, String number, List<GatePapers> all) {
        Optional<GatePapers> papers = all.stream().filter(each -> each.container().value().equals(number)).findFirst();
        String release = papers.flatMap(GatePapers::release).map(GatePapers.Release::reference).orElse("");
        List<ContainerSeal> seals = papers.flatMap(GatePapers::seals).orElse(List.of()).stream().map(seal -> new ContainerSeal(seal, "")).toList();
        return new MovedContainer(new ContainerNumber(number), papers.flatMap(GatePapers::sizeType).orElse(""), "5", Optional.empty(), release,
                passage.decidedAt(), Optional.empty(), seals, List.of(), "", passage.plate());
    }
}
