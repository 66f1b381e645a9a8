package io.fairway.flow;

import io.fairway.usecase.DeliverOutbound;
import org.apache.camel.builder.RouteBuilder;

/** The carrier's container release order is told to the terminal. */
public final class ReleaseOrderFlow extends RouteBuilder {
    private final DeliverOutbound deliver;

    public ReleaseOrderFlow(DeliverOutbound deliver) {
        this.deliver = deliver;
    }

    @Override
    public void configure() {
        from(Seams.TELL_RELEASE_ORDER).routeId("release-order-tell").errorHandler(noErrorHandler())
                .bean(deliver, "translate").id("translate-release-order")
                .to(Seams.SEND).id("release-order-tell-send");
    }
}
