package io.fairway.agent;

import io.fairway.clearance.gate.DevicePolicy;
import io.fairway.clearance.gate.GatePolicy;
import io.fairway.connector.gate.DevicePort;
import io.fairway.connector.gate.DevicePorts;
import io.fairway.connector.gate.RefusedReadingException;
import io.fairway.connector.gate.TcpLimits;
import io.fairway.connector.gate.TcpListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Starts a gate agent: {@code ./fairway gate-agent}. Writes the port it listens on to {@code agent.port} in its home, and those
 * of devices that only speak to {@code device.ports}. */
public final class AgentMain {
    private static final long EVERY_MILLIS = 500;
    private static final TcpLimits LIMITS = new TcpLimits(256, Duration.ofHours(1), 1024 * 1024);

    private AgentMain() {
    }

    /** @param arguments none; settings come from the environment */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        AgentSettings settings;
        try {
            settings = AgentSettings.of(System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println("fairway gate-agent: " + e.getMessage());
            System.exit(64);
            return;
        }
        Files.createDirectories(settings.home());
        var agent = new GateAgent(settings.lanes(), new PassReader(certificate(settings.hubCertificate()), settings.name()),
                AgentJournal.open(settings.home().resolve("agent.journal")), GatePolicy.STANDARD,
                DevicePolicy.STANDARD.expecting(settings.heartbeats()), Clock.systemUTC());
        var hub = new HttpHub(settings.hub(), () -> token(settings.tokenFile()));
        var ticker = Executors.newScheduledThreadPool(2);
        ticker.scheduleWithFixedDelay(agent::decideOverdue, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        ticker.scheduleWithFixedDelay(() -> talk(agent, hub), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        TcpListener devices = TcpListener.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), LIMITS,
                new AgentTalk(agent), Clock.systemUTC());
        DevicePorts ports = DevicePorts.open(settings.devices(), InetAddress.getLoopbackAddress(), new Ports(agent),
                Clock.systemUTC());
        tell(settings.home(), "device.ports", ports.open().entrySet().stream().map(open -> open.getKey() + "=" + open.getValue() + "\n")
                .collect(Collectors.joining()));
        tell(settings.home(), "agent.port", Integer.toString(devices.port()));
    }

    private record Ports(GateAgent agent) implements DevicePorts.Hearing {

        @Override
        public void hears(DevicePort device, byte[] message) {
            try {
                agent.take(device.lane(), message);
            } catch (RefusedReadingException refused) {
                System.err.println("fairway gate-agent: a reading of " + device.name() + " was not taken: " + refused.code());
            }
        }

        @Override
        public void hearsNonsense(DevicePort device) {
            agent.takeNonsense(device.lane(), device.device());
        }
    }

    /** As a whole, so that nobody reads half a file. */
    private static void tell(Path home, String file, String text) throws IOException {
        Path unfinished = Files.writeString(home.resolve(file + ".tmp"), text);
        Files.move(unfinished, home.resolve(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static X509Certificate certificate(Path pem) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(pem)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static String token(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The agent's token cannot be read", e);
        }
    }

    /** The hub may be away; the agent goes on and tries again. */
    private static void talk(GateAgent agent, HubLink hub) {
        try {
            agent.refresh(hub);
            int before = agent.parked().size();
            agent.deliver(hub);
            if (agent.parked().size() > before) {
                System.err.println("fairway gate-agent: the hub does not take these decisions; they are kept here: " + agent.parked());
            }
        } catch (IOException | UncheckedIOException away) {
            System.err.println("fairway gate-agent: the hub cannot be reached, " + agent.backlog() + " decisions wait: " + away.getMessage());
        }
    }
}
