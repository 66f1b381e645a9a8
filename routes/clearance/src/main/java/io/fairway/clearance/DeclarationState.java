package io.fairway.clearance;

import io.fairway.document.GoodsDeclaration;
import io.fairway.document.SupportingDocument;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.EntryNumber;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where one goods declaration stands.
 *
 * @param version of {@code current}, from 1
 * @param current what is in force
 * @param pending an amendment that waits for customs' consent
 * @param entryNumber customs' number, once known
 * @param releaseNumber customs' release code; empty when none
 * @param released containers customs released, by this declaration
 * @param documentsRequired types of documents customs asked for (EDIFACT 1001); {@code *} when it did not say which
 * @param attachments what was uploaded for it
 * @param cancellation whether the declarant asked customs to cancel
 */
public record DeclarationState(DeclarationKey key, Phase phase, int version, GoodsDeclaration current,
                               Optional<GoodsDeclaration> pending, Optional<EntryNumber> entryNumber, String releaseNumber,
                               Set<ContainerNumber> released, Set<String> documentsRequired,
                               List<SupportingDocument> attachments, DutyAccount duty, Cancellation cancellation) {

    /** Any document will do. */
    static final String ANY_DOCUMENT = "*";

    public DeclarationState {
        released = Set.copyOf(released);
        documentsRequired = Set.copyOf(documentsRequired);
        attachments = List.copyOf(attachments);
    }

    /**
     * The backbone. What can be so at the same time (documents required, examination, duty due, holds) is kept beside it; see
     * {@link CaseState#stage(DeclarationKey)} for the one word people use. PRE_LODGED waits for the manifest; DRAFT was unreadable
     * for customs and is to be corrected; WITHDRAWN was taken back before customs had it.
     */
    public enum Phase {
        PRE_LODGED, DRAFT, SUBMITTED, REGISTERED, REJECTED, ACCEPTED, RELEASED, CLOSED, CANCELLED, WITHDRAWN
    }

    /** Of the declarant. */
    public enum Cancellation {
        NOT_ASKED, ASKED
    }

    static DeclarationState first(DeclarationKey key, Phase phase, GoodsDeclaration declaration) {
        return new DeclarationState(key, phase, declaration.version(), declaration, Optional.empty(), Optional.empty(), "",
                Set.of(), Set.of(), uploaded(declaration), DutyAccount.NONE, Cancellation.NOT_ASKED);
    }

    /** A following version: what customs asked and assessed for the old one is asked anew. */
    DeclarationState replacedBy(GoodsDeclaration next, Phase nextPhase) {
        List<SupportingDocument> all = new ArrayList<>(attachments);
        all.addAll(uploaded(next));
        return new DeclarationState(key, nextPhase, next.version(), next, Optional.empty(), entryNumber, "", Set.of(), Set.of(), all,
                DutyAccount.NONE, Cancellation.NOT_ASKED);
    }

    /** Whether goods in it count as declared: it is with customs, or on its way, and was not refused or taken back. */
    public boolean isLive() {
        return switch (phase) {
            case PRE_LODGED, SUBMITTED, REGISTERED, ACCEPTED, RELEASED, CLOSED -> true;
            case DRAFT, REJECTED, CANCELLED, WITHDRAWN -> false;
        };
    }

    /** Whether it is accepted, so that the manifest it rests on is locked. */
    boolean isAccepted() {
        return phase == Phase.ACCEPTED || phase == Phase.RELEASED || phase == Phase.CLOSED;
    }

    /** The containers it covers: those it names, or all of the manifest when it names none. */
    public List<ContainerNumber> covered(ManifestState manifest) {
        return current.containers().isEmpty() ? manifest.containers() : current.containers();
    }

    boolean covers(ContainerNumber container) {
        return current.containers().isEmpty() || current.containers().contains(container);
    }

    /** The documents customs asked for that were not uploaded yet. */
    public Set<String> documentsOutstanding() {
        Set<String> outstanding = new LinkedHashSet<>(documentsRequired);
        attachments.forEach(attachment -> outstanding.remove(attachment.typeCode()));
        if (!attachments.isEmpty()) {
            outstanding.remove(ANY_DOCUMENT);
        }
        return outstanding;
    }

    DeclarationState in(Phase next) {
        return new DeclarationState(key, next, version, current, pending, entryNumber, releaseNumber, released, documentsRequired,
                attachments, duty, cancellation);
    }

    DeclarationState withPending(Optional<GoodsDeclaration> amendment) {
        return new DeclarationState(key, phase, version, current, amendment, entryNumber, releaseNumber, released, documentsRequired,
                attachments, duty, cancellation);
    }

    DeclarationState numbered(Optional<EntryNumber> number) {
        return new DeclarationState(key, phase, version, current, pending, number.or(() -> entryNumber), releaseNumber, released,
                documentsRequired, attachments, duty, cancellation);
    }

    DeclarationState withReleased(Set<ContainerNumber> containers, String number) {
        return new DeclarationState(key, phase, version, current, pending, entryNumber, number, containers, documentsRequired,
                attachments, duty, cancellation);
    }

    DeclarationState requiring(Set<String> documents) {
        return new DeclarationState(key, phase, version, current, pending, entryNumber, releaseNumber, released, documents,
                attachments, duty, cancellation);
    }

    DeclarationState attached(SupportingDocument document) {
        List<SupportingDocument> all = new ArrayList<>(attachments);
        all.add(document);
        return new DeclarationState(key, phase, version, current, pending, entryNumber, releaseNumber, released, documentsRequired,
                all, duty, cancellation);
    }

    DeclarationState with(DutyAccount account) {
        return new DeclarationState(key, phase, version, current, pending, entryNumber, releaseNumber, released, documentsRequired,
                attachments, account, cancellation);
    }

    DeclarationState with(Cancellation asked) {
        return new DeclarationState(key, phase, version, current, pending, entryNumber, releaseNumber, released, documentsRequired,
                attachments, duty, asked);
    }

    private static List<SupportingDocument> uploaded(GoodsDeclaration declaration) {
        return declaration.documents().stream().filter(document -> document.attachment().isPresent()).toList();
    }
}
