package io.fairway.flow;

import io.fairway.usecase.DeliverOutbound;
import org.apache.camel.builder.RouteBuilder;

/** What the terminal moved is told to the carrier. */
public final class MovementFlow extends RouteBuilder {
    private final DeliverOutbound deliver;

    public MovementFlow(DeliverOutbound deliver) {
        this.deliver = deliver;
    }

    @Override
    public void configure() {
        from(Seams.TELL_MOVEMENT).routeId("movement-tell").errorHandler(noErrorHandler())
                .bean(deliver, "translate").id("translate-movement")
                .to(Seams.SEND).id("movement-tell-send");
    }
}
