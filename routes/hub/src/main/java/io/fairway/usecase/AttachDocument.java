package io.fairway.usecase;

import io.fairway.clearance.ClearanceCase;
import io.fairway.clearance.ClearanceEvent.AttachmentReceived;
import io.fairway.clearance.Decision;
import io.fairway.clearance.Role;
import io.fairway.clearance.Source;
import io.fairway.document.SupportingDocument;
import io.fairway.document.id.LocalReferenceNumber;
import io.fairway.document.id.Sha256;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A supporting document is uploaded once and referred to by its digest. Uploaded for a declaration, it answers customs' demand for
 * documents: the declaration is told to customs again with the digest, and customs may fetch the file.
 */
public final class AttachDocument {
    private final Transactions transactions;
    private final Attachments attachments;
    private final Facts facts;
    private final Consignments consignments;
    private final Parties parties;
    private final TellCounterparts tell;
    private final Identifiers identifiers;
    private final InstantSource clock;

    public AttachDocument(Transactions transactions, Attachments attachments, Facts facts, Consignments consignments, Parties parties,
                          TellCounterparts tell, Identifiers identifiers, InstantSource clock) {
        this.transactions = transactions;
        this.attachments = attachments;
        this.facts = facts;
        this.consignments = consignments;
        this.parties = parties;
        this.tell = tell;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** A file as it was uploaded. @param name at most 200 characters */
    public record Upload(byte[] bytes, String name, String contentType) {
    }

    /** What it is uploaded for. @param typeCode EDIFACT 1001, for example 380 invoice */
    public record Purpose(LocalReferenceNumber lrn, String typeCode, String number) {
    }

    /** @param declarations number of cases whose declaration it was added to; 0 when it was uploaded for none, or none is known */
    public record Attached(UUID id, Sha256 digest, int declarations) {
    }

    /** Keeps the file for the caller; an upload of the same bytes changes nothing. */
    public Attached attach(Caller caller, Upload upload, Optional<Purpose> purpose) {
        Sha256 digest = Digests.of(upload.bytes());
        UUID id = transactions.asParty(caller.party(), () -> attachments.add(new Attachments.NewAttachment(identifiers.next(),
                caller.party(), digest, upload.bytes(), upload.name(), upload.contentType(), clock.instant())));
        int declarations = purpose.map(what -> addToDeclarations(caller, digest, what)).orElse(0);
        return new Attached(id, digest, declarations);
    }

    private int addToDeclarations(Caller caller, Sha256 digest, Purpose purpose) {
        List<PendingFact> declared = transactions.asHub(() -> facts.declared(caller.party(), purpose.lrn()));
        var document = new SupportingDocument(purpose.typeCode(), purpose.number(), Optional.empty(), Optional.of(digest));
        declared.stream().sorted(Comparator.comparing(fact -> fact.consignment().value()))
                .forEach(fact -> transactions.asRecordedHub(() -> add(caller, fact, purpose.lrn(), document)));
        return declared.size();
    }

    private Decision add(Caller caller, PendingFact declaration, LocalReferenceNumber lrn, SupportingDocument document) {
        Instant now = clock.instant();
        ClearanceCase before = consignments.lock(declaration.consignment());
        var source = new Source(caller.party().value(), caller.roles(), declaration.interchangeReference(), "", now);
        Decision decision = before.decide(new AttachmentReceived(caller.party().value(), lrn, document), now, source);
        if (decision instanceof Decision.Applied applied) {
            ClearanceCase after = before.with(applied.events());
            consignments.save(declaration.consignment(), after, applied.events(), applied.reconsidered(), declaration.id());
            parties.withRole(Role.CUSTOMS, declaration.environment()).forEach(customs ->
                    attachments.show(caller.party(), document.attachment().orElseThrow(), customs.id()));
            tell.tell(after, declaration, applied.notices());
        }
        return decision;
    }
}
