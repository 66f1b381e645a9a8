package io.fairway.boot;

import io.fairway.clearance.Role;
import io.fairway.identity.TokenCredentials;
import io.fairway.identity.TokenCredentials.Proven;
import io.fairway.usecase.Caller;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.gate.GateLanes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Gate devices come in by MQTT with their party as the user and a token as the password: the readings of their own lanes to send, the
 * decisions there and their own receipts to hear, and nothing else, until the token ends.
 */
final class DeviceDoor implements BrokerDoor {
    private static final String LANE = "([A-Z0-9]{2,12})";
    private static final Pattern READINGS = Pattern.compile("gate\\." + LANE + "\\.readings");
    private static final Pattern DECISIONS = Pattern.compile("gate\\." + LANE + "\\.decisions");
    private static final Pattern RECEIPTS = Pattern.compile("gate\\." + LANE + "\\.receipts\\.([A-Z0-9_-]+)");

    private final TokenCredentials credentials;
    private final GateLanes lanes;
    private final InstantSource clock;
    private final Map<Object, Instant> ends = new ConcurrentHashMap<>();

    DeviceDoor(TokenCredentials credentials, GateLanes lanes, InstantSource clock) {
        this.credentials = credentials;
        this.lanes = lanes;
        this.clock = clock;
    }

    @Override
    public String protocol() {
        return "MQTT";
    }

    @Override
    public Optional<Caller> admit(String user, String password) {
        return credentials.prove(password).map(Proven::caller).filter(caller -> caller.party().value().equals(user))
                .filter(caller -> caller.roles().contains(Role.GATE_DEVICE));
    }

    /** Remembers until when a device that connects may stay. */
    void note(RemotingConnection connection, byte[] password) {
        credentials.prove(new String(password, StandardCharsets.UTF_8)).ifPresent(found -> {
            Object id = connection.getID();
            if (ends.put(id, found.ends()) == null) {
                connection.addCloseListener(() -> ends.remove(id));
            }
        });
    }

    /** Whether what this connection proved still holds. */
    boolean holds(RemotingConnection connection) {
        Instant end = ends.get(connection.getID());
        return end != null && clock.instant().isBefore(end);
    }

    @Override
    public boolean allows(Caller caller, CheckType use, String address) {
        PartyId device = caller.party();
        return switch (use) {
            case SEND -> isOfItsLane(device, READINGS.matcher(address));
            case CREATE_ADDRESS -> isOfItsLane(device, READINGS.matcher(address)) || mayHear(device, address);
            case CONSUME, CREATE_DURABLE_QUEUE, DELETE_DURABLE_QUEUE, CREATE_NON_DURABLE_QUEUE, DELETE_NON_DURABLE_QUEUE ->
                    mayHear(device, address);
            case DELETE_ADDRESS, MANAGE, BROWSE, VIEW, EDIT -> false;
        };
    }

    private boolean mayHear(PartyId device, String address) {
        Matcher receipts = RECEIPTS.matcher(address);
        return isOfItsLane(device, DECISIONS.matcher(address)) || isOfItsLane(device, receipts) && receipts.group(2).equals(device.value());
    }

    private boolean isOfItsLane(PartyId device, Matcher address) {
        return address.matches() && lanes.find(address.group(1)).filter(lane -> !lane.spokenForBy(device).isEmpty()).isPresent();
    }
}
