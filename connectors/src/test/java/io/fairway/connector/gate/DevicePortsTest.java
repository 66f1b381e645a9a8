package io.fairway.connector.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.document.gate.Observation;
import io.fairway.document.gate.Observation.BarrierMoved;
import io.fairway.document.gate.Observation.BarrierPosition;
import io.fairway.document.gate.Observation.ContainersSeen;
import io.fairway.document.gate.Observation.DriverSeen;
import io.fairway.document.gate.Observation.LoopChanged;
import io.fairway.document.gate.Observation.Passing;
import io.fairway.document.gate.Observation.PlateSeen;
import io.fairway.document.gate.Observation.Position;
import io.fairway.document.gate.Observation.RadiationSeen;
import io.fairway.document.gate.Observation.RadiationSign;
import io.fairway.document.gate.Observation.SealSeen;
import io.fairway.document.gate.Observation.SealState;
import io.fairway.document.gate.Observation.SeenContainer;
import io.fairway.document.gate.Observation.Steadiness;
import io.fairway.document.gate.Observation.TagSeen;
import io.fairway.document.gate.Observation.WeightSeen;
import io.fairway.document.gate.Heartbeat;
import io.fairway.document.gate.Reading;
import io.fairway.fixture.Fixtures;
import io.fairway.fixture.simulator.WeighbridgeDevice;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DevicePortsTest {
    private static final Instant NOW = Instant.parse("2026-03-06T02:13:45.123456Z");
    private static final int PATIENCE_SECONDS = 60;

    static List<Observation> observations() {
        return List.of(new PlateSeen("沪A\"12345", 0.5), new TagSeen("E2801160", ""), new TagSeen("E2801160", "HUA1"),
                new ContainersSeen(List.of()), new ContainersSeen(List.of(
                        new SeenContainer(Position.FRONT, "HUBU2000016", "22G1", 0.99, Set.of("1263", "1203")),
                        new SeenContainer(Position.REAR, "HUBU2000021", "", 0.1, Set.of()), new SeenContainer(Position.WHOLE, "X", "45G1", 1, Set.of()))),
                new SealSeen("", "HB778812", SealState.SEALED), new SealSeen("HUBU2000016", "HB1", SealState.TAMPERED),
                new WeightSeen(29_280, Steadiness.STEADY), new WeightSeen(-20, Steadiness.MOVING), new RadiationSeen(Set.of(), 812),
                new RadiationSeen(Set.of(RadiationSign.values()), 0), new DriverSeen("D1"), new LoopChanged(Passing.ENTERED),
                new BarrierMoved(BarrierPosition.CLOSED));
    }

    @ParameterizedTest
    @MethodSource("observations")
    void writesWhatADeviceSawSoThatTheSameIsReadAgain(Observation observation) throws RefusedReadingException {
        byte[] text = ReadingText.of("D-1", "OUT03", NOW, 17, observation);

        assertThat(ReadingJson.read(text, Set.of("D-1"), "OUT03", NOW)).isEqualTo(new Reading("D-1", 17, "OUT03", NOW, NOW, observation));
    }

    @Test
    void readsItsSettingAndRefusesWhatIsNone() {
        assertThat(DevicePort.list(" OUT03:WB-OUT-03:XK3190:9703, OUT03:RPM-OUT-03:PORTAL_LINES:0,")).containsExactly(
                new DevicePort("OUT03", "WB-OUT-03", DeviceLanguage.XK3190, 9703), new DevicePort("OUT03", "RPM-OUT-03", DeviceLanguage.PORTAL_LINES, 0));
        for (String wrong : List.of("OUT03", "OUT03:WB:MORSE:1", "out03:WB:TOLEDO:1", "OUT03:WB:TOLEDO:x")) {
            assertThatThrownBy(() -> DevicePort.list(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("LANE:DEVICE").hasMessageContaining(wrong);
        }
    }

    @Test
    void hearsTheDevicesOfALaneEachAtItsPortAndDropsAndCountsWhatIsBroken() throws Exception {
        BlockingQueue<Reading> heard = new LinkedBlockingQueue<>();
        Set<String> beats = ConcurrentHashMap.newKeySet();
        Set<String> nonsense = ConcurrentHashMap.newKeySet();
        List<DevicePort> devices = DevicePort.list("OUT03:WB:XK3190:0,OUT03:WB2:TOLEDO:0,OUT03:RPM:PORTAL_LINES:0");
        try (var ports = DevicePorts.open(devices, InetAddress.getLoopbackAddress(), new Ears(heard, beats, nonsense),
                InstantSource.system()); var portal = new Socket(InetAddress.getLoopbackAddress(), port(ports, "OUT03/RPM"));
                var bridge = WeighbridgeDevice.connect(port(ports, "OUT03/WB"))) {
            portal.getOutputStream().write(("rubbish\n" + String.join("\n", Fixtures.text("gate/serial_frames.txt").lines()
                    .filter(line -> line.startsWith("G")).toList()) + "\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(next(heard).observation()).isEqualTo(new RadiationSeen(Set.of(RadiationSign.GAMMA_ALARM), 792));
            Reading gone = next(heard);
            assertThat(gone.device()).isEqualTo("RPM");
            bridge.weigh(29_300);
            assertThat(next(heard).observation()).isEqualTo(new WeightSeen(29_300, Steadiness.STEADY));
            bridge.weigh(0);
            bridge.weigh(14_660);
            assertThat(next(heard).observation()).isEqualTo(new WeightSeen(14_660, Steadiness.STEADY));
            assertThat(ports.counts().get("OUT03/RPM")).extracting(TcpCounts::broken).isEqualTo(1L);
            assertThat(beats).containsExactlyInAnyOrder("RPM", "WB");
            assertThat(nonsense).containsExactly("RPM");
            assertThat(ports.counts().get("OUT03/WB2")).extracting(TcpCounts::frames).isEqualTo(0L);
        }
    }

    private static int port(DevicePorts ports, String name) {
        return Objects.requireNonNull(ports.open().get(name));
    }

    private record Ears(BlockingQueue<Reading> heard, Set<String> beats, Set<String> nonsense) implements DevicePorts.Hearing {

        @Override
        public void hears(DevicePort device, byte[] message) {
            try {
                switch (ReadingJson.message(message, Set.of(device.device()), device.lane(), Instant.now())) {
                    case Reading reading -> heard.add(reading);
                    case Heartbeat beat -> beats.add(beat.device());
                }
            } catch (RefusedReadingException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void hearsNonsense(DevicePort device) {
            nonsense.add(device.device());
        }
    }

    private static Reading next(BlockingQueue<Reading> heard) throws InterruptedException {
        return Objects.requireNonNull(heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "nothing was heard");
    }
}
