package io.fairway.flow;

import io.fairway.usecase.DeliverOutbound;
import io.fairway.usecase.Translation;
import org.apache.camel.builder.RouteBuilder;

/** Step 7: what is due is leased per recipient, told in the recipient's dialect by the step of the trade it belongs to, and receipted. */
public final class DeliveryFlow extends RouteBuilder {
    private final FlowSettings settings;
    private final DeliveryLanes lanes;
    private final DeliverOutbound deliver;

    public DeliveryFlow(FlowSettings settings, DeliveryLanes lanes, DeliverOutbound deliver) {
        this.settings = settings;
        this.lanes = lanes;
        this.deliver = deliver;
    }

    @Override
    public void configure() {
        from(settings.outbound()).routeId("outbound-wake").routeConfigurationId(FlowErrors.ENTRY)
                .bean(lanes, "open").id("open-lanes");

        from(Seams.DELIVER).routeId("outbound-deliver").routeConfigurationId(FlowErrors.ENTRY)
                .recipientList(method(TradeStep.class, "seamOf")).id("choose-trade-step");

        from(Seams.SEND).routeId("outbound-send").errorHandler(noErrorHandler())
                .filter(body().isInstanceOf(Translation.Ready.class)).id("skip-parked")
                .bean(deliver, "send").id("send-until-receipted");
    }
}
