package io.fairway.flow;

import io.fairway.usecase.gate.IssuePasses;
import io.fairway.usecase.gate.ReportPassages;
import io.fairway.usecase.gate.TakeReadings;
import io.fairway.usecase.gate.WatchDevices;
import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;

/** The gate's clock: decides where a device stays silent, and tells of trucks that have gone, keeps the agents' passes. */
public final class GateFlow extends RouteBuilder {
    private final TakeReadings take;
    private final ReportPassages report;
    private final IssuePasses passes;
    private final WatchDevices devices;
    private final Duration every;

    public GateFlow(TakeReadings take, ReportPassages report, IssuePasses passes, WatchDevices devices, Duration every) {
        this.take = take;
        this.report = report;
        this.passes = passes;
        this.devices = devices;
        this.every = every;
    }

    @Override
    public void configure() {
        from("timer:gate?fixedRate=false&delay=0&period=" + every.toMillis())
                .routeId("gate-watch").routeConfigurationId(FlowErrors.ENTRY)
                .bean(take, "decideOverdue").id("decide-overdue")
                .bean(report, "reportEnded").id("report-ended");
        from("timer:gate-passes?fixedRate=false&delay=0&period=" + every.multipliedBy(2).toMillis())
                .routeId("pass-issue").routeConfigurationId(FlowErrors.ENTRY)
                .bean(passes, "refresh").id("refresh-passes");
        from("timer:gate-devices?fixedRate=false&delay=0&period=" + every.multipliedBy(4).toMillis())
                .routeId("device-watch").routeConfigurationId(FlowErrors.ENTRY)
                .bean(devices, "look").id("look-at-devices");
    }
}
