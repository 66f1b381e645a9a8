package io.fairway.boot;

import io.fairway.flow.ConnectedParties;
import io.fairway.usecase.Counterparts.SendOutcome;
import io.fairway.usecase.OutboundId;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.SignedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.filter.impl.FilterImpl;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.impl.AckReason;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.utils.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hands messages to parties that are connected: each is in the party's queue only while one sending lasts, and delivered when the party has
 * accepted it. What is not taken waits in the outbox, not in the broker, and comes again under the same id.
 */
final class AmqpDeliveries implements ConnectedParties, ActiveMQServerMessagePlugin {
    private static final String ID = "fairwayMessageId";
    private static final int ID_BYTES = 16;
    private static final int ENVELOPE_BYTES = 1_024;

    private final EmbeddedBroker broker;
    private final Duration timeout;
    private final InstantSource clock;
    private final Map<String, CompletableFuture<Outcome>> offered = new ConcurrentHashMap<>();

    /** What the party did with it. @param from its address */
    private record Outcome(AckReason reason, String from) {
    }

    AmqpDeliveries(EmbeddedBroker broker, Duration timeout, InstantSource clock) {
        this.broker = broker;
        this.timeout = timeout;
        this.clock = clock;
        broker.server().registerBrokerPlugin(this);
    }

    @Override
    public SendOutcome offer(PartyId party, OutboundId id, SignedImage image, String trace) {
        String name = AmqpDoor.deliveriesOf(party.value());
        Queue queue = broker.server().locateQueue(name);
        if (queue == null || queue.getConsumerCount() == 0) {
            return new SendOutcome.NotReceipted("Nobody is connected and listens at " + name);
        }
        var outcome = new CompletableFuture<Outcome>();
        offered.put(id.toString(), outcome);
        try {
            broker.server().getPostOffice().route(message(broker.server(), name, id, image, trace), false);
            return told(party, id, outcome.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new SendOutcome.NotReceipted("Not accepted within " + timeout + takenBack(queue, id));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SendOutcome.NotReceipted("Interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("Nobody fails it", e);
        } catch (Exception e) {
            return new SendOutcome.NotReceipted("The broker took no message: " + e);
        } finally {
            offered.remove(id.toString());
        }
    }

    private SendOutcome told(PartyId party, OutboundId id, Outcome outcome) {
        return outcome.reason() == AckReason.NORMAL
                ? new SendOutcome.Receipted("%s accepted %s over AMQP from %s at %s".formatted(party, id, outcome.from(), clock.instant())
                        .getBytes(StandardCharsets.UTF_8))
                : new SendOutcome.NotReceipted("Rejected, or left when the connection ended");
    }

    /** What nobody has yet is gone from the queue; what the party holds and accepts later comes again under its id. */
    private static String takenBack(Queue queue, OutboundId id) {
        try {
            return queue.deleteMatchingReferences(FilterImpl.createFilter(ID + " = '" + id + "'")) == 0 ? "; the party holds it" : "";
        } catch (Exception e) {
            return "; and not taken back: " + e;
        }
    }

    private CoreMessage message(ActiveMQServer server, String queue, OutboundId id, SignedImage image, String trace) {
        var message = new CoreMessage(server.getStorageManager().generateID(), image.bytes().length + ENVELOPE_BYTES);
        message.setAddress(SimpleString.of(queue));
        message.setRoutingType(RoutingType.ANYCAST);
        message.setType(Message.BYTES_TYPE);
        message.setDurable(false);
        message.setTimestamp(clock.millis());
        message.putStringProperty(ID, id.toString());
        message.setUserID(new UUID(id.value().version(), ByteBuffer.allocate(ID_BYTES).putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits()).array()));
        message.putStringProperty("fairwaySha256", image.digest().value());
        message.putStringProperty("fairwaySignature", Base64.getEncoder().encodeToString(image.signature()));
        message.putStringProperty("traceparent", "00-" + trace + "-" + trace.substring(0, 16) + "-01");
        message.putStringProperty("JMS_AMQP_ContentType", image.contentType());
        message.getBodyBuffer().writeBytes(image.bytes());
        return message;
    }

    @Override
    public void messageAcknowledged(@Nullable Transaction transaction, MessageReference reference, AckReason reason,
                                    @Nullable ServerConsumer consumer) throws ActiveMQException {
        Object id = reference.getMessage().getObjectProperty(ID);
        CompletableFuture<Outcome> waiting = id == null ? null : offered.get(id.toString());
        if (waiting != null) {
            waiting.complete(new Outcome(reason, consumer == null ? "" : String.valueOf(consumer.getConnectionRemoteAddress())));
        }
    }
}
