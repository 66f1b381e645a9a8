package io.fairway.flow;

import io.fairway.usecase.ApplyFacts;
import io.fairway.usecase.ConsignmentId;
import java.util.UUID;
import org.apache.camel.builder.RouteBuilder;

/** Step 6: the facts of one consignment are applied in row order under its lock. */
public final class FactFlow extends RouteBuilder {
    private final FlowSettings settings;
    private final ApplyFacts applyFacts;

    public FactFlow(FlowSettings settings, ApplyFacts applyFacts) {
        this.settings = settings;
        this.applyFacts = applyFacts;
    }

    @Override
    public void configure() {
        from(settings.facts()).routeId("facts-wake").routeConfigurationId(FlowErrors.ENTRY)
                .removeHeaders("Camel*").id("strip-wake-headers-of-facts")
                .transform().body(String.class, id -> new ConsignmentId(UUID.fromString(id))).id("name-consignment")
                .to(Seams.APPLY).id("hand-to-applying");

        from(Seams.APPLY).routeId("facts-apply").routeConfigurationId(FlowErrors.ENTRY)
                .bean(applyFacts, "applyPending").id("apply-facts");
    }
}
