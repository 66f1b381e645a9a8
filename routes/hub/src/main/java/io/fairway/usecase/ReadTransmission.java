package io.fairway.usecase;

import io.fairway.document.DocumentReader;
import io.fairway.document.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Steps 4 and 5: opens the interchanges of a kept transmission, maps their messages to documents and stores one fact per consignment
 * each speaks of, with the answers to the sender; all of it in one transaction with the transmission's mark as read.
 */
public final class ReadTransmission {
    private final Transactions transactions;
    private final Transmissions transmissions;
    private final Readers readers;
    private final Parties parties;
    private final ReadingSessions sessions;
    private final Wakeups wakeups;

    public ReadTransmission(Transactions transactions, Transmissions transmissions, List<DocumentReader> readers, Parties parties,
                            ReadingSessions sessions, Wakeups wakeups) {
        this.transactions = transactions;
        this.transmissions = transmissions;
        this.readers = new Readers(readers);
        this.parties = parties;
        this.sessions = sessions;
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

    private Optional<Set<ConsignmentId>> readNext(TransmissionId id) {
        return transactions.asHub(() -> transmissions.claimOldestUnread(id).map(this::readClaimed));
    }

    private Set<ConsignmentId> readClaimed(ReceivedTransmission transmission) {
        PartyRecord sender = parties.find(transmission.sender()).orElseThrow(
                () -> new IllegalStateException("Party " + transmission.sender() + " sent a transmission but is not registered"));
        ReadingSession session = sessions.open(transmission, sender);
        readers.read(transmission.bytes(), sender.reading(), session);
        session.finish();
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
