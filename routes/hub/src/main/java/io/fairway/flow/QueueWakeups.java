package io.fairway.flow;

import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.TransmissionId;
import io.fairway.usecase.Wakeups;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;

/**
 * Wake-ups over the broker, grouped by consignment for locality. They are sent aside, because a broker that is away answers late, and
 * nobody who submits or applies a document may wait for it. One that cannot be sent, or finds too many waiting, is left to the sweep.
 */
public final class QueueWakeups implements Wakeups {
    private static final Logger LOG = System.getLogger(QueueWakeups.class.getName());
    private static final String GROUP = "JMSXGroupID";

    private final ProducerTemplate template;
    private final FlowSettings settings;
    private final Executor aside;
    private final AtomicBoolean outboundWaits = new AtomicBoolean();

    /** @param aside sends them; rejects what is too much */
    public QueueWakeups(ProducerTemplate template, FlowSettings settings, Executor aside) {
        this.template = template;
        this.settings = settings;
        this.aside = aside;
    }

    @Override
    public void transmissionKept(TransmissionId id) {
        wake(settings.transmissions(), id.toString(), Map.of());
    }

    @Override
    public void factsPending(ConsignmentId id) {
        wake(settings.facts(), id.toString(), Map.of(GROUP, id.toString()));
    }

    /** One that is not sent yet stands for all that are asked for meanwhile: whoever gets it looks for everything that is due. */
    @Override
    public void outboundReady() {
        if (outboundWaits.compareAndSet(false, true)) {
            try {
                aside.execute(this::wakeOutbound);
            } catch (RejectedExecutionException e) {
                outboundWaits.set(false);
            }
        }
    }

    private void wakeOutbound() {
        outboundWaits.set(false);
        send(settings.outbound(), "", Map.of());
    }

    private void wake(String endpoint, String body, Map<String, Object> headers) {
        try {
            aside.execute(() -> send(endpoint, body, headers));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "Too many wake-ups wait; the sweep will find the row", e);
        }
    }

    private void send(String endpoint, String body, Map<String, Object> headers) {
        try {
            template.sendBodyAndHeaders(endpoint, body, headers);
        } catch (CamelExecutionException e) {
            LOG.log(Level.DEBUG, "No wake-up could be sent; the sweep will find the row", e);
        }
    }
}
