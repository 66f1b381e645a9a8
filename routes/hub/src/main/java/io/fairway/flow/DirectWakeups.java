package io.fairway.flow;

import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.TransmissionId;
import io.fairway.usecase.Wakeups;
import org.apache.camel.ProducerTemplate;

/** Wake-ups of the sweep: straight to the steps, so that work goes on with the broker away. */
public final class DirectWakeups implements Wakeups {
    private final ProducerTemplate template;
    private final DeliveryLanes lanes;

    public DirectWakeups(ProducerTemplate template, DeliveryLanes lanes) {
        this.template = template;
        this.lanes = lanes;
    }

    @Override
    public void transmissionKept(TransmissionId id) {
        template.sendBody(Seams.READ, id);
    }

    @Override
    public void factsPending(ConsignmentId id) {
        template.sendBody(Seams.APPLY, id);
    }

    @Override
    public void outboundReady() {
        lanes.open();
    }
}
