package io.fairway.flow;

import org.apache.camel.builder.RouteBuilder;

/** Readings of gate devices over MQTT: durable at the broker until they are kept here. */
public final class DeviceFlow extends RouteBuilder {
    private final String readings;
    private final DeviceInbox inbox;

    /** @param readings endpoint of the one queue for all lanes, shared by all hubs */
    public DeviceFlow(String readings, DeviceInbox inbox) {
        this.readings = readings;
        this.inbox = inbox;
    }

    @Override
    public void configure() {
        // what cannot be kept now goes back to the broker, which brings it again later
        errorHandler(noErrorHandler());
        from(readings).routeId("device-hear")
                .bean(inbox, "hear").id("take-reading");
    }
}
