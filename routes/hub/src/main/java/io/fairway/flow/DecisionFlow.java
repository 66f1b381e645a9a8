package io.fairway.flow;

import io.fairway.usecase.DeliverOutbound;
import org.apache.camel.builder.RouteBuilder;

/** The authority's decision is told to declarant, carrier and terminal, each in its own form. */
public final class DecisionFlow extends RouteBuilder {
    private final DeliverOutbound deliver;

    public DecisionFlow(DeliverOutbound deliver) {
        this.deliver = deliver;
    }

    @Override
    public void configure() {
        from(Seams.TELL_DECISION).routeId("decision-tell").errorHandler(noErrorHandler())
                .bean(deliver, "translate").id("translate-decision")
                .to(Seams.SEND).id("decision-tell-send");
    }
}
