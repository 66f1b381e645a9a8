package io.fairway.flow;

import io.fairway.usecase.DeliverOutbound;
import org.apache.camel.builder.RouteBuilder;

/** The goods declaration is told to customs: CUSDEC or a form to the form customs reads. */
public final class DeclarationFlow extends RouteBuilder {
    private final DeliverOutbound deliver;

    public DeclarationFlow(DeliverOutbound deliver) {
        this.deliver = deliver;
    }

    @Override
    public void configure() {
        from(Seams.TELL_DECLARATION).routeId("declaration-tell").errorHandler(noErrorHandler())
                .bean(deliver, "translate").id("translate-declaration")
                .to(Seams.SEND).id("declaration-tell-send");
    }
}
