package io.fairway.usecase.evidence;

import io.fairway.document.Envelope.Environment;
import io.fairway.usecase.Caller;
import io.fairway.usecase.retention.Erasable;
import io.fairway.usecase.retention.Erasure;
import io.fairway.usecase.view.ConsignmentDetail;
import io.fairway.usecase.view.DeliveryView;
import io.fairway.usecase.view.FindingView;
import io.fairway.usecase.view.InterchangeView;
import io.fairway.usecase.view.LineageView;
import io.fairway.usecase.view.RightEventView;
import io.fairway.usecase.view.RightView;
import io.fairway.usecase.view.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the store holds of a case, for its evidence. All calls belong to the running transaction of the asking party; what it may not see
 * is as if it were not there. Lists are complete and in a fixed order.
 */
public interface CaseFiles {

    /** Notes the look, as every look at a case. */
    Optional<ConsignmentDetail> consignment(Caller caller, UUID consignment);

    List<TimelineEntry> timeline(Caller caller, UUID consignment);

    /** Interchanges of the caller that speak of the consignment. */
    List<UUID> receivedAbout(UUID consignment);

    /** What the caller was told about the consignment. */
    List<UUID> sentAbout(Caller caller, UUID consignment);

    /** An interchange of the caller with all that came of it. */
    Optional<Received> received(UUID interchange);

    /** The bytes of a transmission of the caller, and the signature that came with them; empty too when they are erased. */
    Optional<Original> original(UUID transmission);

    /** What the caller was told, with the bytes that went on the wire. */
    Optional<Sent> sent(Caller caller, UUID outbound);

    /** Bills and releases of this bill number that the caller may see. */
    List<TitleRecord> titles(Caller caller, String bill);

    /** Receipts of the caller's own acts on them, in the order of the acts. */
    List<LedgerReceipt> receipts(Caller caller, String bill);

    /** What was erased of a consignment or an interchange, as far as the caller may know, in the order of its erasure. */
    List<Erased> erased(UUID consignmentOrInterchange);

    /** What the caller may know of decisions at gates over a container, in the order of its passages that began at these times. */
    List<GateRecord> gateRecords(String container, Environment environment, Instant from, Optional<Instant> until);

    /**
     * Something that is not there any more.
     *
     * @param kind what it was
     * @param subject its id
     * @param sort by which its period was found
     * @param cause REQUEST or RETENTION
     */
    record Erased(Erasable kind, UUID subject, String sort, Erasure.Cause cause, Instant at) {
    }

    /**
     * A decision at a gate.
     *
     * @param revision 1 is the first decision of the passage
     * @param permission what the barrier was told
     * @param record inputs, rules and outcome, as they were sealed
     * @param seal detached CMS signature over exactly these bytes
     */
    record GateRecord(String passage, int revision, String lane, String permission, Instant decidedAt, byte[] record, byte[] seal) {
    }

    /** A bill or release as read back from the ledger. */
    record TitleRecord(RightView right, List<RightEventView> history) {
        public TitleRecord {
            history = List.copyOf(history);
        }
    }

    /** @param bytes as {@code io.fairway.ledger.proof.LedgerReceipt} reads them */
    record LedgerReceipt(UUID act, String action, byte[] bytes) {
    }

    /**
     * @param offset of its first byte in the transmission
     * @param length in bytes
     */
    record Received(InterchangeView interchange, long offset, long length, List<FindingView> findings, List<LineageView> lineage,
                    List<Answer> answers, List<DeliveryView> deliveries) {
        public Received {
            findings = List.copyOf(findings);
            lineage = List.copyOf(lineage);
            answers = List.copyOf(answers);
            deliveries = List.copyOf(deliveries);
        }
    }

    /** CONTRL, APERAK or their counterpart, as the sender got it. */
    record Answer(String kind, String dialect, byte[] bytes) {
    }

    /**
     * @param signature as it came beside the bytes; empty when there was none or it is within them
     */
    record Original(UUID id, String sender, Instant receivedAt, String digest, String contentType, byte[] bytes, Optional<byte[]> signature) {
    }

    /**
     * @param image bytes that go on the wire; empty while they are not made
     * @param signature beside the image; empty when there is none or it is within it
     * @param receipt what the recipient gave for it
     */
    record Sent(InterchangeView interchange, Optional<byte[]> image, String contentType, Optional<byte[]> signature, Optional<byte[]> receipt) {
    }
}
