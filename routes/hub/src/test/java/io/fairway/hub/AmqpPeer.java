package io.fairway.hub;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.qpid.jms.JmsConnectionFactory;

/** A party that speaks AMQP 1.0 with the hub, by Apache Qpid. */
final class AmqpPeer implements AutoCloseable {
    private static final Duration PATIENTLY = Duration.ofSeconds(60);

    private final Connection connection;

    private AmqpPeer(Connection connection) {
        this.connection = connection;
    }

    /** @throws jakarta.jms.JMSSecurityException when it is not let in */
    static AmqpPeer connect(int port, String user, String password) throws JMSException {
        var factory = new JmsConnectionFactory("amqp://127.0.0.1:" + port);
        factory.setRequestTimeout(PATIENTLY.toMillis());
        factory.setSendTimeout(PATIENTLY.toMillis());
        factory.setConnectTimeout(PATIENTLY.toMillis());
        Connection connection = factory.createConnection(user, password);
        try {
            connection.start();
            return new AmqpPeer(connection);
        } catch (JMSException e) {
            connection.close();
            throw e;
        }
    }

    /** Sends and returns when it is accepted. @throws JMSException when it is rejected, with the reason */
    void send(String address, byte[] content) throws JMSException {
        try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            send(session, address, content, "");
        }
    }

    /** The same with a key. */
    void send(String address, byte[] content, String key) throws JMSException {
        try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            send(session, address, content, key);
        }
    }

    /** Sends within a transaction and commits it. */
    void sendAndCommit(String address, byte[] content) throws JMSException {
        try (Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            send(session, address, content, "");
            session.commit();
        }
    }

    private static void send(Session session, String address, byte[] content, String key) throws JMSException {
        try (MessageProducer producer = session.createProducer(session.createQueue(address))) {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(content);
            if (!key.isEmpty()) {
                message.setStringProperty("idempotencyKey", key);
            }
            producer.send(message);
        }
    }

    /** Waits for a message and leaves it unaccepted, as a client that fails. */
    void takeAndFail(String address) throws JMSException {
        try (Session session = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(session.createQueue(address))) {
            if (consumer.receive(PATIENTLY.toMillis()) == null) {
                throw new AssertionError("Nothing came");
            }
        }
    }

    /** Accepts whatever comes until the connection is closed; gives what came. */
    List<Message> listen(String address) throws JMSException {
        List<Message> accepted = new CopyOnWriteArrayList<>();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        session.createConsumer(session.createQueue(address)).setMessageListener(accepted::add);
        return accepted;
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
