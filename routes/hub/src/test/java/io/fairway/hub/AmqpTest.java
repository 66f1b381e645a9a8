package io.fairway.hub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.fairway.fixture.Voyages;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Parties send and are told by AMQP 1.0, with a client that nobody here wrote. */
class AmqpTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty PEER = HUB.party("AMQPPEER");
    private static final String SUBMISSIONS = "submissions";
    private static final String OWN = "deliveries.AMQPPEER";
    private static final Duration PATIENTLY = Duration.ofSeconds(60);

    private final long seed = HUB.freshSeed();
    private final String reference = "Q" + seed;

    @Test
    void keepsWhatItAcceptsAndTellsTheAnswerUntilItIsAccepted() throws JMSException {
        byte[] document = document();
        try (AmqpPeer peer = connected()) {
            peer.send(SUBMISSIONS, document);
            await().atMost(PATIENTLY).until(() -> answer().path("attempts").asInt() > 0);
            assertThat(answer().path("state").asText()).isEqualTo("waiting");

            peer.takeAndFail(OWN);
            List<Message> accepted = peer.listen(OWN);

            await().atMost(PATIENTLY).until(() -> answer().path("state").asText().equals("delivered"));
            List<Message> mine = accepted.stream().filter(message -> text(message).contains("UCI+" + reference + "+")).toList();
            assertThat(mine).extracting(Message::getJMSMessageID).as("one, perhaps told again").isNotEmpty()
                    .allMatch(mine.getFirst().getJMSMessageID()::equals);
            Message told = mine.getFirst();
            assertThat(told.getJMSMessageID()).isEqualTo("ID:" + told.getStringProperty("fairwayMessageId"));
            assertThat(told.getStringProperty("fairwaySignature")).isNotEmpty();
        }
    }

    @Test
    void keepsOneMessageOnceHoweverOftenAndOnWhateverChannelItComes() throws JMSException {
        byte[] document = document();
        try (AmqpPeer peer = connected()) {
            peer.send(SUBMISSIONS, document);
            peer.send(SUBMISSIONS, document);
        }
        Instant before = Instant.now();
        JsonNode byHttp = PEER.submit(document);

        assertThat(Instant.parse(byHttp.path("receivedAt").asText())).as("the first answer").isBefore(before);
        assertThat(PEER.list("/api/interchanges?reference=" + reference)).hasSize(1);
    }

    @Test
    void rejectsWhatItDoesNotKeepWithACode() throws JMSException {
        try (AmqpPeer peer = connected()) {
            peer.send(SUBMISSIONS, document(), "key-" + seed);
            assertRejected("IDEMPOTENCY_CONFLICT", () -> peer.send(SUBMISSIONS, "other".getBytes(ISO_8859_1), "key-" + seed));
            assertRejected("IDEMPOTENCY_KEY_INVALID", () -> peer.send(SUBMISSIONS, document(), "key with blanks"));
            assertRejected("BODY_EMPTY", () -> peer.send(SUBMISSIONS, new byte[0]));
            assertRejected("BODY_TOO_LARGE", () -> peer.send(SUBMISSIONS, new byte[RunningHub.INTAKE_LIMIT_BYTES + 1]));
            assertRejected("BODY_TOO_LARGE", () -> peer.send(SUBMISSIONS, new byte[3 * RunningHub.INTAKE_LIMIT_BYTES]));
            assertRejected("TRANSACTION_UNSUPPORTED", () -> peer.sendAndCommit(SUBMISSIONS, document()));
            peer.send(SUBMISSIONS, new byte[RunningHub.INTAKE_LIMIT_BYTES]);
        }
    }

    @Test
    void letsNobodyInWithoutATokenOfItsOwn() {
        int port = HUB.port("amqp");
        String token = PEER.http().token();
        for (List<String> words : List.of(List.of("AMQPPEER", "wrong"), List.of("HUBLINE", token), List.of("", token),
                List.of("FAIRWAY", token), List.of("AMQPPEER", ""))) {
            assertThatThrownBy(() -> AmqpPeer.connect(port, words.getFirst(), words.getLast())).isInstanceOf(JMSException.class);
        }
        assertThatThrownBy(() -> AmqpPeer.connect(port, null, null)).as("anonymous").isInstanceOf(JMSException.class);
        String gate = HUB.party("HUBOPS").http().token();
        assertThatThrownBy(() -> AmqpPeer.connect(port, "HUBOPS", gate)).as("has nothing to submit").isInstanceOf(JMSSecurityException.class);
    }

    @Test
    void letsAPartyUseNothingButItsOwnQueue() throws JMSException {
        try (AmqpPeer peer = connected()) {
            for (String address : List.of("deliveries.HUBLINE", "deliveries.#", "deliveries.*", SUBMISSIONS, "fairway.facts", "$management",
                    "activemq.management", "DLQ", "own", SUBMISSIONS + "::" + SUBMISSIONS, "deliveries.HUBLINE::" + OWN)) {
                assertThatThrownBy(() -> peer.listen(address)).as("take from " + address).isInstanceOf(JMSException.class);
            }
            for (String address : List.of(OWN, "deliveries.HUBLINE", "fairway.facts", "activemq.management", "own")) {
                assertThatThrownBy(() -> peer.send(address, document())).as("send to " + address).isInstanceOf(JMSException.class);
            }
        }
    }

    private static AmqpPeer connected() throws JMSException {
        return AmqpPeer.connect(HUB.port("amqp"), "AMQPPEER", PEER.http().token());
    }

    private byte[] document() {
        return Voyages.cuscar(Voyages.shipments(1, seed), reference);
    }

    private static String text(Message message) {
        try {
            return new String(message.getBody(byte[].class), ISO_8859_1);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode answer() {
        return PEER.list("/api/interchanges?reference=" + reference).stream()
                .flatMap(found -> PEER.list("/api/interchanges/" + found.path("id").asText() + "/deliveries").stream())
                .filter(delivery -> delivery.path("recipient").asText().equals("AMQPPEER")).findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private static void assertRejected(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(JMSException.class).hasStackTraceContaining(code + ": ");
    }
}
