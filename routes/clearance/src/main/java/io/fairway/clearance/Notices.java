package io.fairway.clearance;

import io.fairway.clearance.ClearanceEvent.AgencyFact;
import io.fairway.clearance.ClearanceEvent.AttachmentReceived;
import io.fairway.clearance.ClearanceEvent.CarrierReleaseRevoked;
import io.fairway.clearance.ClearanceEvent.CarrierReleased;
import io.fairway.clearance.ClearanceEvent.ContainerDischarged;
import io.fairway.clearance.ClearanceEvent.ContainerGatedOut;
import io.fairway.clearance.ClearanceEvent.ContainerLoaded;
import io.fairway.clearance.ClearanceEvent.CustomsDecided;
import io.fairway.clearance.ClearanceEvent.DeclarationAmended;
import io.fairway.clearance.ClearanceEvent.DeclarationCancellationRequested;
import io.fairway.clearance.ClearanceEvent.DeclarationFact;
import io.fairway.clearance.ClearanceEvent.DeclarationSubmitted;
import io.fairway.clearance.ClearanceEvent.ManifestAmended;
import io.fairway.clearance.ClearanceEvent.ManifestLodged;
import io.fairway.clearance.ClearanceEvent.ManifestWithdrawn;
import io.fairway.clearance.Notice.Recipient;
import io.fairway.clearance.RecordedEvent.Disposition;
import io.fairway.document.ContainerMovementReport;
import io.fairway.document.Document;
import io.fairway.document.GoodsDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is to be told what, next. Everything that a state owes anybody has a key; a change of state owes what it did not owe before. So
 * whatever was waiting is told at the moment it goes on, whichever fact made it go on.
 */
final class Notices {
    private final CaseState state;
    private final List<Notice> owed = new ArrayList<>();

    private Notices(CaseState state) {
        this.state = state;
    }

    static List<Notice> between(CaseState before, CaseState after) {
        Set<String> told = owedIn(before).stream().map(Notice::key).collect(Collectors.toCollection(HashSet::new));
        List<Notice> next = new ArrayList<>(owedIn(after).stream().filter(notice -> !told.contains(notice.key())).toList());
        next.addAll(Revocations.between(before, after));
        return next;
    }

    private static List<Notice> owedIn(CaseState state) {
        Notices notices = new Notices(state);
        state.history().stream().filter(event -> event.disposition() == Disposition.APPLIED).forEach(notices::owe);
        return notices.owed;
    }

    private void owe(RecordedEvent recorded) {
        switch (recorded.event()) {
            case ManifestLodged lodged -> add(recorded, Recipient.CUSTOMS, "", lodged.manifest());
            case ManifestAmended amended -> add(recorded, Recipient.CUSTOMS, "", amended.manifest());
            case ManifestWithdrawn withdrawn -> add(recorded, Recipient.CUSTOMS, "", withdrawn.manifest());
            case DeclarationFact fact -> oweCustoms(recorded, fact);
            case CustomsDecided decided -> CustomsNews.of(state, decided.response())
                    .forEach(news -> add(recorded, news.recipient(), news.party(), news.document()));
            case AgencyFact fact -> CustomsNews.of(state, fact, recorded)
                    .forEach(news -> add(recorded, news.recipient(), news.party(), news.document()));
            case CarrierReleased released -> add(recorded, Recipient.TERMINAL, released.order().terminal(), released.order());
            case CarrierReleaseRevoked revoked -> add(recorded, Recipient.TERMINAL, revoked.order().terminal(), revoked.order());
            case ContainerDischarged discharged -> tellCarrier(recorded, discharged.report());
            case ContainerLoaded loaded -> tellCarrier(recorded, loaded.report());
            case ContainerGatedOut out -> tellCarrier(recorded, out.report());
            case ClearanceEvent.ShipArrived _, ClearanceEvent.TallyReported _, ClearanceEvent.TechnicallyRejected _,
                 ClearanceEvent.ReleaseExpired _, ClearanceEvent.ContainerOnBoard _, ClearanceEvent.DischargeOrdered _,
                 ClearanceEvent.ContainerGatedIn _, ClearanceEvent.MovementWithdrawn _, ClearanceEvent.MovedToExamination _,
                 ClearanceEvent.ReturnedFromExamination _, ClearanceEvent.PickupBooked _, ClearanceEvent.TruckArrived _,
                 ClearanceEvent.LoadedOnTruck _, ClearanceEvent.ExitAcknowledged _, ClearanceEvent.DocumentNoted _, ClearanceEvent.BillMoved _,
                 ClearanceEvent.BulkFact _ -> { }
        }
    }

    /** A declaration goes to customs once it is no longer waiting for the manifest; that of several bills from its first bill's case. */
    private void oweCustoms(RecordedEvent recorded, DeclarationFact fact) {
        Optional<DeclarationState> declaration = state.declaration(fact.key()).filter(Notices::isWithCustoms)
                .filter(known -> known.current().bills().getFirst().equals(state.key().bill()));
        declaration.ifPresent(known -> {
            switch (fact) {
                case DeclarationSubmitted submitted -> add(recorded, Recipient.CUSTOMS, "", submitted.declaration());
                case DeclarationAmended amended -> add(recorded, Recipient.CUSTOMS, "", amended.declaration());
                case DeclarationCancellationRequested request -> add(recorded, Recipient.CUSTOMS, "", request.declaration());
                case AttachmentReceived _ -> add(recorded, Recipient.CUSTOMS, "", withAttachments(known));
            }
        });
    }

    private static boolean isWithCustoms(DeclarationState declaration) {
        return declaration.phase() != DeclarationState.Phase.PRE_LODGED && declaration.phase() != DeclarationState.Phase.WITHDRAWN;
    }

    /** The declaration as it is, with the digests of what was uploaded: the answer to "documents required". */
    private static GoodsDeclaration withAttachments(DeclarationState known) {
        return AttachedDeclaration.of(known.current(), known.attachments());
    }

    private void tellCarrier(RecordedEvent recorded, ContainerMovementReport report) {
        add(recorded, Recipient.CARRIER, state.key().carrier(), report);
    }

    private void add(RecordedEvent cause, Recipient recipient, String party, Document document) {
        String whom = recipient == Recipient.DECLARANT ? recipient + "/" + party : recipient.name();
        owed.add(new Notice(cause.sequence() + "/" + whom, recipient, party, document));
    }
}
