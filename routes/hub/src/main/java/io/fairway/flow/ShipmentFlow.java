package io.fairway.flow;

import io.fairway.usecase.DeliverOutbound;
import org.apache.camel.builder.RouteBuilder;

/** Booking, shipping instruction and transport document are told to the other side of the contract of carriage. */
public final class ShipmentFlow extends RouteBuilder {
    private final DeliverOutbound deliver;

    public ShipmentFlow(DeliverOutbound deliver) {
        this.deliver = deliver;
    }

    @Override
    public void configure() {
        from(Seams.TELL_SHIPMENT).routeId("shipment-tell").errorHandler(noErrorHandler())
                .bean(deliver, "translate").id("translate-shipment")
                .to(Seams.SEND).id("shipment-tell-send");
    }
}
