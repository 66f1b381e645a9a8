package io.fairway.flow;

import io.fairway.usecase.ReadTransmission;
import io.fairway.usecase.TransmissionId;
import java.util.UUID;
import org.apache.camel.builder.RouteBuilder;

/** Steps 4 and 5: a kept transmission is opened, mapped and stored as facts. */
public final class TransmissionFlow extends RouteBuilder {
    private final FlowSettings settings;
    private final ReadTransmission readTransmission;

    public TransmissionFlow(FlowSettings settings, ReadTransmission readTransmission) {
        this.settings = settings;
        this.readTransmission = readTransmission;
    }

    @Override
    public void configure() {
        from(settings.transmissions()).routeId("transmission-wake").routeConfigurationId(FlowErrors.ENTRY)
                .removeHeaders("Camel*").id("strip-wake-headers")
                .transform().body(String.class, id -> new TransmissionId(UUID.fromString(id))).id("name-transmission")
                .to(Seams.READ).id("hand-to-reading");

        from(Seams.READ).routeId("transmission-read").routeConfigurationId(FlowErrors.ENTRY)
                .bean(readTransmission, "read").id("read-transmission");
    }
}
