package io.fairway.document;

import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.UnLocode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The carrier tells the terminal to hand over containers (COREOR, BGM 129).
 *
 * @param releaseReference release or delivery order number (RFF+RE)
 * @param terminal code of the terminal (NAD+TR), empty when not said
 * @param validUntil latest release (DTM+400)
 * @param remarks free text (FTX+AAI)
 */
public record ContainerReleaseOrder(String reference, DocumentFunction function, Instant issuedAt, String releaseReference,
                                    Voyage voyage, UnLocode portOfDischarge, Party carrier, String terminal,
                                    Optional<Party> consignee, BillNumber bill, List<ReleasedContainer> containers,
                                    Optional<Instant> validUntil, String remarks) implements Document {
    public ContainerReleaseOrder {
        containers = List.copyOf(containers);
    }

    /**
     * @param customsRelease customs release code the carrier knows of (RFF+AHZ); empty when none
     * @param haulier code of the haulier who may collect (TDT+1 C040); empty when not said
     */
    public record ReleasedContainer(ContainerNumber number, String sizeType, List<ContainerSeal> seals, String customsRelease,
                                    String haulier) {
        public ReleasedContainer {
            seals = List.copyOf(seals);
        }
    }
}
