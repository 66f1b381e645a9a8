package io.fairway.flow;

import io.fairway.usecase.DeliverOutbound;
import org.apache.camel.builder.RouteBuilder;

/** What happened to goods on their way is told to those they are carried for. */
public final class StatusFlow extends RouteBuilder {
    private final DeliverOutbound deliver;

    public StatusFlow(DeliverOutbound deliver) {
        this.deliver = deliver;
    }

    @Override
    public void configure() {
        from(Seams.TELL_STATUS).routeId("status-tell").errorHandler(noErrorHandler())
                .bean(deliver, "translate").id("translate-status")
                .to(Seams.SEND).id("status-tell-send");
    }
}
