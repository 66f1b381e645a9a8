package io.fairway.clearance;

import io.fairway.document.id.ContainerNumber;
import java.util.List;

/**
 * A block by an agency. Holds are a set keyed by agency and id: each is lifted by its own agency and none hides another.
 *
 * @param id the agency's own id of it
 * @param reason in the agency's words; may be empty
 * @param containers the containers it blocks; empty means all of the consignment
 */
public record Hold(Agency agency, String id, String reason, List<ContainerNumber> containers) {
    public Hold {
        containers = List.copyOf(containers);
    }

    /** Whether the container is blocked by it. */
    public boolean covers(ContainerNumber container) {
        return containers.isEmpty() || containers.contains(container);
    }

    boolean sameAs(Agency otherAgency, String otherId) {
        return agency == otherAgency && id.equals(otherId);
    }
}
