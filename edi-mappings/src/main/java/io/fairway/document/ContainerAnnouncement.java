package io.fairway.document;

import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.UnLocode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The carrier tells a terminal or depot to accept, hand out or expect containers (COPARN).
 *
 * @param issuedAt date and time of the document (DTM+137), when said: D.95B has no place for it
 * @param bookingNumber booking it is for (RFF+BN); empty when not said
 * @param voyage ship it is for, when said
 * @param operator code of the container operator (NAD+CF)
 */
public record ContainerAnnouncement(String reference, DocumentFunction function, Purpose purpose, Optional<Instant> issuedAt,
                                    String bookingNumber, Optional<Voyage> voyage, Optional<UnLocode> portOfLoading,
                                    Optional<UnLocode> portOfDischarge, String operator, List<ExpectedContainer> containers)
        implements ContainerNotice {
    public ContainerAnnouncement {
        containers = List.copyOf(containers);
    }

    /** BGM 11 acceptance, 12 release, 27 arrival announced (ITIGG); 126, 129 and others of the directories mean the same. */
    public enum Purpose {
        ACCEPT, RELEASE, ANNOUNCE
    }

    /**
     * One container, or several alike.
     *
     * @param number empty when any of the kind will do
     * @param count how many alike: 1 when there is a number
     * @param status EDIFACT 8249: 2 export, 3 import; empty when not said
     * @param fullness EDIFACT 8169: 4 empty, 5 full; empty when not said
     * @param availableFrom earliest time (DTM+7 or 64), when said
     * @param validUntil latest time (DTM+400), when said
     */
    public record ExpectedContainer(Optional<ContainerNumber> number, String sizeType, String status, String fullness, int count,
                                    Optional<Instant> availableFrom, Optional<Instant> validUntil, List<ContainerSeal> seals) {
        public ExpectedContainer {
            seals = List.copyOf(seals);
        }
    }
}
