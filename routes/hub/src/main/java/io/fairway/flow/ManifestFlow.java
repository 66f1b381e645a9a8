package io.fairway.flow;

import io.fairway.usecase.DeliverOutbound;
import org.apache.camel.builder.RouteBuilder;

/** The carrier's manifest is told to customs, one bill at a time: CUSCAR to the form customs reads. */
public final class ManifestFlow extends RouteBuilder {
    private final DeliverOutbound deliver;

    public ManifestFlow(DeliverOutbound deliver) {
        this.deliver = deliver;
    }

    @Override
    public void configure() {
        from(Seams.TELL_MANIFEST).routeId("manifest-tell").errorHandler(noErrorHandler())
                .bean(deliver, "translate").id("translate-manifest")
                .to(Seams.SEND).id("manifest-tell-send");
    }
}
