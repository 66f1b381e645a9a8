package io.fairway.usecase;

import io.fairway.document.DocumentReader;
import io.fairway.document.finding.Finding;
import io.fairway.usecase.evidence.SignatureCheck;
import io.fairway.usecase.evidence.SignatureCheck.Checked;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Steps 3 to 5: checks the signature, opens the interchanges of a kept transmission, maps their messages to documents and stores one fact per consignment
 * each speaks of, with the answers to the sender; all of it in one transaction with the transmission's mark as read.
 */
public final class ReadTransmission {
    private final Transactions transactions;
    private final Transmissions transmissions;
    private final Readers readers;
    private final Parties parties;
    private final ReadingSessions sessions;
    private final SignatureCheck signature;
    private final Wakeups wakeups;

    public ReadTransmission(Transactions transactions, Transmissions transmissions, List<DocumentReader> readers, Parties parties,
                            ReadingSessions sessions, SignatureCheck signature, Wakeups wakeups) {
        this.transactions = transactions;
        this.transmissions = transmissions;
        this.readers = new Readers(readers);
        this.parties = parties;
        this.sessions = sessions;
        this.signature = signature;
        this.wakeups = wakeups;
    }

    /** Reads all that its sender sent and nobody has read yet, oldest first; does nothing when another worker is at it. */
    public void read(TransmissionId id) {
        Optional<Set<ConsignmentId>> touched = readNext(id);
        while (touched.isPresent()) {
            touched.get().forEach(wakeups::factsPending);
            wakeups.outboundReady();
            touched = readNext(id);
        }
    }

    /** Reads the oldest that nobody has read of those its sender sent; gives the consignments it speaks of, or empty when there is none to read. */
    public Optional<Set<ConsignmentId>> readNext(TransmissionId id) {
        return transactions.asRecordedHub(Step.Kind.READ, id.value(), () -> transmissions.claimOldestUnread(id).map(this::readClaimed));
    }

    private Set<ConsignmentId> readClaimed(ReceivedTransmission transmission) {
        Step.is(Step.Kind.READ, transmission.id().value());
        PartyRecord sender = parties.find(transmission.sender()).orElseThrow(
                () -> new IllegalStateException("Party " + transmission.sender() + " sent a transmission but is not registered"));
        return switch (signature.check(transmission)) {
            case Checked.Refused(Finding finding) -> {
                transmissions.markUnreadable(transmission.id(), List.of(finding));
                yield Set.of();
            }
            case Checked.Content(byte[] content) -> read(transmission.reading(content), sender,
                    Arrays.equals(content, transmission.bytes()) ? Optional.empty() : Optional.of(content));
        };
    }

    /** Reads exactly what was checked. */
    private Set<ConsignmentId> read(ReceivedTransmission transmission, PartyRecord sender, Optional<byte[]> content) {
        ReadingSession session = sessions.open(transmission, sender);
        readers.read(transmission.bytes(), sender.reading(), session);
        session.finish();
        content.ifPresent(read -> transmissions.keepContent(transmission.id(), read));
        conclude(transmission.id(), session.findingsOutside(), session.interchanges());
        return session.touched();
    }

    private void conclude(TransmissionId id, List<Finding> outside, int interchanges) {
        if (interchanges == 0) {
            transmissions.markUnreadable(id, outside);
        } else {
            transmissions.markRead(id);
        }
    }
}
