package io.fairway.document;

import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened to goods and containers on their way, as one who saw it tells it (IFTSTA).
 *
 * @param sender who tells it (NAD+MS), when said
 * @param carrier the carrier of the goods (NAD+CA), when said
 * @param events in the order told
 */
public record StatusReport(String reference, DocumentFunction function, Instant issuedAt, Optional<Party> sender,
                           Optional<Party> carrier, List<StatusEvent> events) implements Document {
    public StatusReport {
        events = List.copyOf(events);
    }

    /**
     * One event.
     *
     * @param bill the consignment (CNI, else RFF+BM), when said
     * @param status UNECE Recommendation 24 code, for example 29 discharged, 48 loaded, 21 delivered, 12 cleared by customs
     * @param place UN/LOCODE or the sender's code of the place; empty when not said
     * @param releaseNumber customs release code (RFF+AHZ); empty when none
     * @param remark free text (FTX+AAI); empty when none
     */
    public record StatusEvent(Optional<BillNumber> bill, String status, Optional<Instant> happenedAt, String place,
                              String releaseNumber, Optional<Voyage> voyage, String remark, List<StatusContainer> containers) {
        public StatusEvent {
            containers = List.copyOf(containers);
        }
    }

    /** @param sizeType ISO 6346 size and type code; empty when not said */
    public record StatusContainer(ContainerNumber number, String sizeType, List<ContainerSeal> seals) {
        public StatusContainer {
            seals = List.copyOf(seals);
        }
    }
}
