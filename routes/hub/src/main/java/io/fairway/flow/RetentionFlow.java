package io.fairway.flow;

import io.fairway.usecase.retention.SweepRetention;
import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;

/** Erases what is past its period, a little in each turn. */
public final class RetentionFlow extends RouteBuilder {
    private final Duration every;
    private final SweepRetention sweep;

    /** @param every pause between two turns */
    public RetentionFlow(Duration every, SweepRetention sweep) {
        this.every = every;
        this.sweep = sweep;
    }

    @Override
    public void configure() {
        from("timer:retention?fixedRate=false&delay=0&period=" + every.toMillis())
                .routeId("retention-sweep").routeConfigurationId(FlowErrors.ENTRY)
                .bean(sweep, "sweep").id("sweep-retention");
    }
}
