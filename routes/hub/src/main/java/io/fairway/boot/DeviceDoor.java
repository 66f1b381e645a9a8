package io.fairway.boot;

import io.fairway.clearance.Role;
import io.fairway.identity.DeviceCredentials;
import io.fairway.identity.DeviceCredentials.Proven;
import io.fairway.usecase.Caller;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.gate.GateLanes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
    /** How long a token once verified is not verified again. */
    private static final Duration TRUSTED = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 2_000;

    private final DeviceCredentials credentials;
    private final GateLanes lanes;
    private final InstantSource clock;
    private final Map<Object, Instant> ends = new ConcurrentHashMap<>();
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** Whom a token proves, until when without another look. */
    private record Known(Proven proven, Instant until) {
    }

    DeviceDoor(DeviceCredentials credentials, GateLanes lanes, InstantSource clock) {
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
        return proven(password).map(Proven::caller).filter(caller -> caller.party().value().equals(user))
                .filter(caller -> caller.roles().contains(Role.GATE_DEVICE));
    }

    private Optional<Proven> proven(String token) {
        Instant now = clock.instant();
        Known found = known.get(token);
        if (found != null && now.isBefore(found.until())) {
            return Optional.of(found.proven());
        }
        known.values().removeIf(each -> !now.isBefore(each.until()));
        Optional<Proven> proven = credentials.prove(token);
        proven.filter(_ -> known.size() < MOST_REMEMBERED).ifPresent(fresh -> known.put(token, new Known(fresh,
                fresh.ends().isBefore(now.plus(TRUSTED)) ? fresh.ends() : now.plus(TRUSTED))));
        return proven;
    }

    /** Remembers until when a device that connects may stay. */
    void note(RemotingConnection connection, byte[] password) {
        proven(new String(password, StandardCharsets.UTF_8)).ifPresent(found -> {
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
    public boolean allows(Caller caller, CheckType use, String queue) {
        PartyId device = caller.party();
        int colons = queue.indexOf("::");
        String address = colons < 0 ? queue : queue.substring(0, colons);
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
