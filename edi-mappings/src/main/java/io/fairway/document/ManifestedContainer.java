package io.fairway.document;

import io.fairway.document.id.ContainerNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A container as the manifest lists it.
 *
 * @param sizeType ISO 6346 size and type code, for example {@code 22G1}; empty when not said
 * @param fullness EDIFACT 8169: 4 empty, 5 full, 7 mixed, 8 single consignment; empty when not said
 * @param packages packages of this consignment in it
 */
public record ManifestedContainer(ContainerNumber number, String sizeType, String fullness, Optional<BigDecimal> grossKilograms,
                                  Optional<BigDecimal> tareKilograms, List<ContainerSeal> seals, Optional<Integer> packages) {
    public ManifestedContainer {
        seals = List.copyOf(seals);
    }
}
