package io.fairway.flow;

import io.fairway.usecase.DeliverOutbound;
import org.apache.camel.builder.RouteBuilder;

/** What is said about a ship's call is told to the authorities of the port, and the stowage to the terminal. */
public final class PortCallFlow extends RouteBuilder {
    private final DeliverOutbound deliver;

    public PortCallFlow(DeliverOutbound deliver) {
        this.deliver = deliver;
    }

    @Override
    public void configure() {
        from(Seams.TELL_PORT_CALL).routeId("port-call-tell").errorHandler(noErrorHandler())
                .bean(deliver, "translate").id("translate-port-call")
                .to(Seams.SEND).id("port-call-tell-send");
    }
}
