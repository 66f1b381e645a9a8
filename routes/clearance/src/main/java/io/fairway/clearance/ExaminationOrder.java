package io.fairway.clearance;

import io.fairway.document.CustomsResponse.ExaminationPlace;
import io.fairway.document.id.ContainerNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An order to examine goods. Several agencies may have orders on one container at a time (joint examination); the container is
 * through only when each has recorded its own result.
 *
 * @param id the agency's id of the order
 * @param declaration the declaration it belongs to; empty when the order is about the consignment
 * @param open where it is still to be done, PORT or DESTINATION or both; empty once concluded
 * @param containers the containers to examine; empty means all
 */
public record ExaminationOrder(Agency agency, String id, Optional<DeclarationKey> declaration, Set<ExaminationPlace> open,
                               List<ContainerNumber> containers) {
    public ExaminationOrder {
        open = Set.copyOf(open);
        containers = List.copyOf(containers);
    }

    /** Step one of two-step access: while open at the port, the container may not leave. */
    public boolean openAtPort() {
        return open.contains(ExaminationPlace.PORT);
    }

    /** Step two: while open at destination, the goods may leave but not be sold or used. */
    public boolean openAtDestination() {
        return open.contains(ExaminationPlace.DESTINATION);
    }

    boolean covers(ContainerNumber container) {
        return containers.isEmpty() || containers.contains(container);
    }

    boolean sameAs(Agency otherAgency, String otherId) {
        return agency == otherAgency && id.equals(otherId);
    }

    ExaminationOrder openAt(Set<ExaminationPlace> places) {
        return new ExaminationOrder(agency, id, declaration, places, containers);
    }

    /** PORT and DESTINATION as separate places. */
    static Set<ExaminationPlace> places(ExaminationPlace place) {
        return place == ExaminationPlace.BOTH ? Set.of(ExaminationPlace.PORT, ExaminationPlace.DESTINATION) : Set.of(place);
    }
}
