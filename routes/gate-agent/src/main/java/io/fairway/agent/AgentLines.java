package io.fairway.agent;

import io.fairway.agent.AgentJournal.Entry;
import io.fairway.agent.AgentJournal.Kind;
import io.fairway.clearance.gate.GateDecision.Permission;
import io.fairway.document.gate.Heartbeat;
import io.fairway.document.gate.Reading;
import io.fairway.document.id.ContainerNumber;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** How readings and decisions stand in the agent's journal: words joined by blanks, contents in base64. */
final class AgentLines {

    private AgentLines() {
    }

    record KeptReading(String lane, String device, Instant receivedAt, byte[] bytes) {
    }

    record KeptDecision(String lane, String key, List<ContainerNumber> outgoing, String record) {
        String transaction() {
            return key.substring(0, key.lastIndexOf('.'));
        }

        Instant decidedAt() {
            return PassReader.decidedAt(record);
        }
    }

    record Delivery(String lane, String transaction, byte[] record) {
    }

    static Entry reading(Reading reading, byte[] bytes) {
        return new Entry(Kind.READING, reading.lane() + " " + reading.device() + " " + reading.receivedAt() + " "
                + Base64.getEncoder().encodeToString(bytes));
    }

    static Entry device(Heartbeat beat) {
        return new Entry(Kind.DEVICE, beat.lane() + " " + beat.device() + " " + beat.every().toSeconds());
    }

    /** A device begins anew to be waited for. */
    static Heartbeat device(String text, Instant now) {
        String[] parts = text.split(" ", -1);
        return new Heartbeat(parts[1], parts[0], now, now, Duration.ofSeconds(Long.parseLong(parts[2])));
    }

    static Optional<KeptReading> reading(String text) {
        String[] parts = text.split(" ", -1);
        return parts.length == 4 ? Optional.of(new KeptReading(parts[0], parts[1], Instant.parse(parts[2]), Base64.getDecoder().decode(parts[3])))
                : Optional.empty();
    }

    static Entry decision(String lane, String key, Permission permission, List<ContainerNumber> outgoing, String record) {
        return new Entry(Kind.DECISION, lane + " " + key + " " + permission + " "
                + String.join(",", outgoing.stream().map(ContainerNumber::value).toList()) + " "
                + Base64.getEncoder().encodeToString(record.getBytes(StandardCharsets.UTF_8)));
    }

    static KeptDecision decision(String text) {
        String[] parts = text.split(" ", -1);
        List<ContainerNumber> outgoing = parts[3].isEmpty() ? List.of() : Arrays.stream(parts[3].split(",", -1)).map(ContainerNumber::new).toList();
        return new KeptDecision(parts[0], parts[1], outgoing, new String(Base64.getDecoder().decode(parts[4]), StandardCharsets.UTF_8));
    }

    static String delivery(String lane, String transaction, String record) {
        return lane + " " + transaction + " " + record;
    }

    static Delivery delivery(String text) {
        String[] parts = text.split(" ", 3);
        return new Delivery(parts[0], parts[1], parts[2].getBytes(StandardCharsets.UTF_8));
    }
}
