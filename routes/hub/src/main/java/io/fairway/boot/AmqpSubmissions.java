package io.fairway.boot;

import io.fairway.usecase.Caller;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Kept;
import io.fairway.usecase.OverloadedException;
import io.fairway.usecase.StoreUnavailableException;
import io.fairway.usecase.SubmitTransmission;
import io.fairway.usecase.registry.NotInGoodStandingException;
import io.fairway.web.FairShare;
import io.fairway.web.ProblemException;
import io.fairway.web.RateLimit;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQAddressFullException;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQPropertyConversionException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPMessage;
import org.jspecify.annotations.Nullable;

/**
 * What a party sends to {@link AmqpDoor#SUBMISSIONS} is kept by the same use case as what comes by REST before the broker says accepted;
 * nothing of it stays in the broker. What is not kept is rejected, with a code that AMQP clients know and, first in the description, ours.
 */
final class AmqpSubmissions implements ActiveMQServerMessagePlugin {
    /** What headers and properties may add to a document. */
    private static final int ENVELOPE_BYTES = 65_536;
    private static final String KEY = "idempotencyKey";

    private final AmqpDoor door;
    private final SubmitTransmission submission;
    private final RateLimit rate;
    private final FairShare share;
    private final Identifiers identifiers;
    private final int mostBytes;

    /** @param mostBytes largest document */
    AmqpSubmissions(AmqpDoor door, SubmitTransmission submission, RateLimit rate, FairShare share, Identifiers identifiers, int mostBytes) {
        this.door = door;
        this.submission = submission;
        this.rate = rate;
        this.share = share;
        this.identifiers = identifiers;
        this.mostBytes = mostBytes;
    }

    @Override
    public void beforeSend(ServerSession session, @Nullable Transaction transaction, Message message, boolean direct,
                           boolean noAutoCreateQueue) throws ActiveMQException {
        if (!AmqpDoor.SUBMISSIONS.equals(message.getAddress())) {
            return;
        }
        Caller caller = door.admit(String.valueOf(session.getUsername()), String.valueOf(session.getPassword()))
                .orElseThrow(() -> new ActiveMQSecurityException("TOKEN_INVALID: The token has ended; connect again with a fresh one."));
        if (transaction != null || !(message instanceof AMQPMessage amqp)) {
            throw new ActiveMQException("TRANSACTION_UNSUPPORTED: Expected a message outside of a transaction; nothing was kept.");
        }
        try {
            rate.spend(caller.party());
            Kept kept = share.within(caller.party(), () -> kept(caller, amqp));
            if (kept instanceof Kept.Conflicting) {
                throw new ActiveMQException("IDEMPOTENCY_CONFLICT: The key was used before for other content; nothing was kept.");
            }
        } catch (ProblemException | OverloadedException | StoreUnavailableException later) {
            throw new ActiveMQAddressFullException("OVERLOADED: Nothing was kept; send the same message again later.");
        } catch (NotInGoodStandingException refused) {
            throw new ActiveMQSecurityException("PARTY_SUSPENDED: The party may not act; the operator of the hub knows why.");
        } catch (UnreadableContent refused) {
            throw new ActiveMQException(refused.getMessage());
        }
    }

    /** What came is no document to keep. */
    private static final class UnreadableContent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableContent(String message) {
            super(message);
        }
    }

    private Kept kept(Caller caller, AMQPMessage message) {
        if (message.getWholeMessageSize() > mostBytes + ENVELOPE_BYTES) {
            throw tooLarge();
        }
        byte[] content = contentOf(message.toCore());
        if (content.length == 0) {
            throw new UnreadableContent("BODY_EMPTY: Expected a document as the content of the message.");
        }
        if (content.length > mostBytes) {
            throw tooLarge();
        }
        String type = Optional.ofNullable(message.getProperties()).map(properties -> properties.getContentType()).map(Object::toString).orElse("");
        return submission.submit(caller, keyOf(message), content, type, "amqp", identifiers.next().toString().replace("-", ""));
    }

    private UnreadableContent tooLarge() {
        return new UnreadableContent("BODY_TOO_LARGE: Expected at most " + mostBytes + " bytes; nothing was kept.");
    }

    private static Optional<String> keyOf(Message message) {
        try {
            Optional<String> key = Optional.ofNullable(message.getStringProperty(KEY));
            if (key.filter(found -> !found.matches("[!-~]{1,190}")).isEmpty()) {
                return key;
            }
        } catch (ActiveMQPropertyConversionException notText) {
            throw new UnreadableContent("IDEMPOTENCY_KEY_INVALID: Expected " + KEY + " as text.");
        }
        throw new UnreadableContent("IDEMPOTENCY_KEY_INVALID: Expected " + KEY + " of 1 to 190 visible ASCII characters.");
    }

    private static byte[] contentOf(ICoreMessage message) {
        ActiveMQBuffer body = message.getDataBuffer();
        return switch (message.getType()) {
            case Message.BYTES_TYPE, Message.DEFAULT_TYPE -> {
                byte[] content = new byte[body.readableBytes()];
                body.readBytes(content);
                yield content;
            }
            case Message.TEXT_TYPE -> Optional.ofNullable(body.readNullableSimpleString()).map(SimpleString::toString).orElse("")
                    .getBytes(StandardCharsets.UTF_8);
            default -> throw new UnreadableContent("BODY_UNREADABLE: Expected the document as data or as text.");
        };
    }
}
