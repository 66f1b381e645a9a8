package io.fairway.edifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerReleaseOrder;
import io.fairway.document.id.BillNumber;
import io.fairway.fixture.Fixtures;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Containers with goods of several bills: each bill has a part of its own that names the container. */
class SharedContainerTest {
    private static final List<BillNumber> BILLS = List.of(new BillNumber("HUBLRTM2600171"), new BillNumber("DO7700551"));

    @Test
    void reportsAGateMovementToEveryBillOfTheContainer() {
        Reading reading = Reading.of(Fixtures.variant("edifact/codeco_d00b_gate_out.edi").replacing("RFF+RE", "RFF+BM").bytes());

        assertThat(reading.parts).extracting(part -> ((ContainerMovementReport) part).containers().getFirst().bill())
                .containsExactlyElementsOf(BILLS.stream().map(Optional::of).toList());
    }

    @Test
    void releasesAContainerForEveryBillOfIt() {
        Reading reading = Reading.of(Fixtures.variant("edifact/coreor_d00b_release_order.edi").replacing("RFF+AHZ:R2248260305001",
                "RFF+BM:DO7700551").bytes());

        assertThat(reading.parts).extracting(part -> ((ContainerReleaseOrder) part).bill()).containsExactlyElementsOf(BILLS);
        assertThat(reading.parts).allSatisfy(part -> assertThat(((ContainerReleaseOrder) part).containers()).hasSize(1));
    }
}
