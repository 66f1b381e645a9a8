package io.fairway.flow;

import io.fairway.usecase.SweepWaiting;
import org.apache.camel.builder.RouteBuilder;

/** Finds rows whose wake-up was lost; works with the broker away as well. */
public final class SweepFlow extends RouteBuilder {
    private final FlowSettings settings;
    private final SweepWaiting sweep;

    public SweepFlow(FlowSettings settings, SweepWaiting sweep) {
        this.settings = settings;
        this.sweep = sweep;
    }

    @Override
    public void configure() {
        from("timer:sweep?fixedRate=false&delay=0&period=" + settings.sweepEvery().toMillis())
                .routeId("waiting-sweep").routeConfigurationId(FlowErrors.ENTRY)
                .bean(sweep, "sweep").id("sweep-waiting");
    }
}
