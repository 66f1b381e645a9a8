package io.fairway.flow;

import io.fairway.usecase.DeliverOutbound;
import org.apache.camel.builder.RouteBuilder;

/** What is ordered or announced about containers is told to the terminal. */
public final class ContainerNoticeFlow extends RouteBuilder {
    private final DeliverOutbound deliver;

    public ContainerNoticeFlow(DeliverOutbound deliver) {
        this.deliver = deliver;
    }

    @Override
    public void configure() {
        from(Seams.TELL_CONTAINER_NOTICE).routeId("container-notice-tell").errorHandler(noErrorHandler())
                .bean(deliver, "translate").id("translate-container-notice")
                .to(Seams.SEND).id("container-notice-tell-send");
    }
}
