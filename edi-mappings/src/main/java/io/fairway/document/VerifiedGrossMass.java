package io.fairway.document;

import io.fairway.document.id.ContainerNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Verified gross mass of packed containers, after SOLAS VI/2 (VERMAS).
 *
 * @param responsible the shipper responsible for the weights (NAD+SPC or OS), when said
 */
public record VerifiedGrossMass(String reference, DocumentFunction function, Instant issuedAt, Optional<Party> sender,
                                Optional<Party> responsible, List<WeighedContainer> containers) implements ContainerNotice {
    public VerifiedGrossMass {
        containers = List.copyOf(containers);
    }

    /** SOLAS VI/2: method 1 weighs the packed container, method 2 adds up what is in it. */
    public enum Method {
        METHOD_1, METHOD_2, NOT_SAID
    }

    /**
     * @param sizeType ISO 6346 size and type code; empty when not said
     * @param bookingNumber booking it is for (RFF+BN); empty when not said
     * @param kilograms the verified gross mass
     * @param weighedAt when it was found (DTM+WAT), when said
     * @param signatory who signed for it; empty when not said
     */
    public record WeighedContainer(ContainerNumber number, String sizeType, String bookingNumber, List<ContainerSeal> seals,
                                   BigDecimal kilograms, Optional<Instant> weighedAt, Method method, String signatory) {
        public WeighedContainer {
            seals = List.copyOf(seals);
        }
    }
}
