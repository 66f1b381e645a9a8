package io.fairway.flow;

import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;

/** What happened is told to who wants to hear it as it happens. */
public final class FeedFlow extends RouteBuilder {
    private final Duration every;
    private final CarryFeed carry;
    private final SubscriberLanes lanes;

    /** @param every pause between two rounds */
    public FeedFlow(Duration every, CarryFeed carry, SubscriberLanes lanes) {
        this.every = every;
        this.carry = carry;
        this.lanes = lanes;
    }

    @Override
    public void configure() {
        from("timer:feed?fixedRate=false&delay=0&period=" + every.toMillis())
                .routeId("feed-carry").routeConfigurationId(FlowErrors.ENTRY)
                .bean(carry).id("carry-feed")
                .bean(lanes).id("open-subscriber-lanes");
    }
}
