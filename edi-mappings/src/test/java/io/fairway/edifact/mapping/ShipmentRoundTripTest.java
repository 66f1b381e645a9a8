package io.fairway.edifact.mapping;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShipmentRoundTripTest {
    private static final Set<String> AGREED = Set.of("VGM");

    @ParameterizedTest
    @ValueSource(strings = {"IFTMCS:D:99B:UN", "IFTMCS:D:00B:UN"})
    void readsEveryTransportDocumentBackAsItWasWritten(String dialect) {
        PlayBack.of(dialect, AGREED, seed -> new RandomShipments(seed).transportDocument());
    }

    @ParameterizedTest
    @ValueSource(strings = {"IFTMIN:D:99B:UN", "IFTMIN:D:00B:UN", "IFTMIN:D:04A:UN"})
    void readsEveryShippingInstructionBackAsItWasWritten(String dialect) {
        PlayBack.of(dialect, AGREED, seed -> new RandomShipments(seed).shippingInstruction());
    }

    @ParameterizedTest
    @ValueSource(strings = {"IFTMBC:D:99B:UN", "IFTMBC:D:00B:UN"})
    void readsEveryBookingConfirmationBackAsItWasWritten(String dialect) {
        PlayBack.of(dialect, AGREED, seed -> new RandomShipments(seed).bookingConfirmation());
    }
}
