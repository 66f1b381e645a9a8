package io.fairway.document;

import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.UnLocode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A terminal is told to do something special with containers: weigh, scan, present for examination, fumigate (COHAOR).
 *
 * @param orderedBy who orders and pays it (NAD+OB or MS), when said
 */
public record ContainerHandlingOrder(String reference, DocumentFunction function, Instant issuedAt, Optional<Party> orderedBy,
                                     String operator, List<HandledContainer> containers) implements ContainerNotice {
    public ContainerHandlingOrder {
        containers = List.copyOf(containers);
    }

    /**
     * @param sizeType ISO 6346 size and type code; empty when not said
     * @param bill bill the container belongs to (RFF+BM), when said
     * @param handling what to do (HAN 4079), a code agreed with the terminal; several in order
     * @param place where (LOC+165 or 14), when said
     * @param notBefore earliest time (DTM+64), when said
     * @param notAfter latest time (DTM+63), when said
     * @param remark free text (FTX+HAN); empty when none
     */
    public record HandledContainer(ContainerNumber number, String sizeType, Optional<BillNumber> bill, List<String> handling,
                                   Optional<UnLocode> place, Optional<Instant> notBefore, Optional<Instant> notAfter, String remark) {
        public HandledContainer {
            handling = List.copyOf(handling);
        }
    }
}
