package io.fairway.connector.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.connector.gate.CustomsFrames.BrokenFrameException;
import io.fairway.document.gate.Observation;
import io.fairway.document.gate.Observation.ContainersSeen;
import io.fairway.document.gate.Observation.PlateSeen;
import io.fairway.document.gate.Observation.RadiationSeen;
import io.fairway.document.gate.Observation.RadiationSign;
import io.fairway.document.gate.Observation.Steadiness;
import io.fairway.document.gate.Observation.WeightSeen;
import io.fairway.document.gate.Reading;
import io.fairway.fixture.Fixtures;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeviceFramesTest {
    private static final Instant NOW = Instant.parse("2026-03-06T02:13:45Z");

    private static byte[] serial(String name) {
        String line = Fixtures.text("gate/serial_frames.txt").lines().filter(each -> each.startsWith(name)).findFirst().orElseThrow();
        return HexFormat.ofDelimiter(" ").parseHex(line.substring(line.indexOf(": ") + 2).strip());
    }

    private static List<Observation> observed(List<Decoded> decoded) {
        return decoded.stream().filter(Decoded.Observed.class::isInstance).map(each -> ((Decoded.Observed) each).observation()).toList();
    }

    @Test
    void readsTheSampleFramesOfBothIndicators() {
        assertThat(Xk3190Frames.read(serial("xk3190 29280"))).map(WeightFrame::kilograms).contains(29_280);
        assertThat(Xk3190Frames.read(serial("xk3190 20.00"))).map(WeightFrame::kilograms).contains(20);
        assertThat(Xk3190Frames.read(serial("xk3190 -15"))).map(WeightFrame::kilograms).contains(-15);
        assertThat(ToledoFrames.withChecksum(serial("toledo 29280"))).contains(new WeightFrame(29_280, Optional.of(Steadiness.STEADY)));
        assertThat(ToledoFrames.withChecksum(serial("toledo in motion"))).contains(new WeightFrame(29_260, Optional.of(Steadiness.MOVING)));
    }

    @Test
    void takesAMassForSteadyOnlyAfterFiveEqualFramesOverASecond() {
        Weighbridge bridge = Weighbridge.xk3190(20);
        List<Decoded> decoded = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            decoded.addAll(bridge.feed(serial("xk3190 29280"), NOW.plusMillis(200L * i)));
        }
        assertThat(observed(decoded)).isEmpty();
        for (int i = 4; i < 12; i++) {
            decoded.addAll(bridge.feed(serial("xk3190 29280"), NOW.plusMillis(200L * i)));
        }
        assertThat(observed(decoded)).containsExactly(new WeightSeen(29_280, Steadiness.STEADY));
        assertThat(observed(Weighbridge.toledo(20).feed(serial("toledo in motion"), NOW))).isEmpty();
        assertThat(observed(Weighbridge.toledo(20).feed(serial("toledo 29280"), NOW))).hasSize(1);
    }

    @Test
    void dropsBrokenFramesCountsThemAndFindsTheNextOneWhateverThePieces() {
        byte[] good = serial("toledo 29280");
        byte[] broken = good.clone();
        broken[6]++;
        byte[] stream = new byte[broken.length + 5 + good.length];
        System.arraycopy(broken, 0, stream, 0, broken.length);
        System.arraycopy(good, 0, stream, broken.length + 5, good.length);
        for (int piece = 1; piece <= stream.length; piece++) {
            Weighbridge bridge = Weighbridge.toledo(20);
            List<Decoded> decoded = new ArrayList<>();
            for (int at = 0; at < stream.length; at += piece) {
                decoded.addAll(bridge.feed(Arrays.copyOfRange(stream, at, Math.min(stream.length, at + piece)), NOW));
            }
            assertThat(observed(decoded)).containsExactly(new WeightSeen(29_280, Steadiness.STEADY));
            assertThat(decoded).anyMatch(Decoded.Broken.class::isInstance);
        }
    }

    @Test
    void tellsAnAlarmOfThePortalAtOnceAndTheAllClearOnlyWhenTheTruckHasGone() {
        PortalLines portal = new PortalLines();
        String lines = "GB,000812,000790,000765,000801\nGS,000158,000152,000149,000160\n";
        assertThat(observed(portal.feed(lines.getBytes(StandardCharsets.US_ASCII), NOW))).isEmpty();
        assertThat(observed(portal.feed("GX,004711,000002,000000,000000\n".getBytes(StandardCharsets.US_ASCII), NOW)))
                .containsExactly(new RadiationSeen(Set.of(), 792));
        assertThat(observed(portal.feed("GA,000612,000598,000341,000330\nGA,0006".getBytes(StandardCharsets.US_ASCII), NOW)))
                .containsExactly(new RadiationSeen(Set.of(RadiationSign.GAMMA_ALARM), 792));
        assertThat(portal.feed("nonsense\n".getBytes(StandardCharsets.US_ASCII), NOW)).hasOnlyElementsOfType(Decoded.Broken.class);
        List<Decoded> sample = new PortalLines().feed(Fixtures.bytes("gate/serial_frames.txt"), NOW);
        assertThat(observed(sample)).contains(new RadiationSeen(Set.of(RadiationSign.GAMMA_ALARM), 792));
    }

    @Test
    void readsAndWritesTheCustomsFrameInEveryOrderWidthAndCharset() throws BrokenFrameException {
        CustomsFrame sample = CustomsFrames.USUAL.read(Fixtures.bytes("gate/cn_gate_e25c4b89.bin"));
        assertThat(sample.code()).isEqualTo(0x21);
        assertThat(sample.site()).isEqualTo("2248000001");
        assertThat(CustomsFrames.USUAL.write(sample)).isEqualTo(Fixtures.bytes("gate/cn_gate_e25c4b89.bin"));

        SequencedMap<Character, byte[]> images = new LinkedHashMap<>();
        images.put('0', new byte[] {1, 2, 3});
        CustomsFrame chinese = new CustomsFrame(0x22, "2248000001", "2248000011", 'E', "<OP_HINT>放行</OP_HINT>", images);
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            for (int width : List.of(1, 4)) {
                for (String charset : List.of("UTF-8", "GB2312")) {
                    CustomsFrames frames = new CustomsFrames(order, width, Charset.forName(charset), 1_000);
                    CustomsFrame read = frames.read(frames.write(chinese));
                    assertThat(read.xml()).isEqualTo(chinese.xml());
                    assertThat(read.images().get('0')).containsExactly(1, 2, 3);
                }
            }
        }
    }

    @Test
    void refusesEveryTruncatedOrAlteredLengthWithoutFailing() {
        byte[] frame = Fixtures.bytes("gate/cn_gate_e25c4b89.bin");
        Random random = new Random(14);
        for (int run = 0; run < 2_000; run++) {
            byte[] altered = Arrays.copyOf(frame, random.nextInt(frame.length));
            if (altered.length > 0) {
                altered[random.nextInt(altered.length)] ^= (byte) (1 + random.nextInt(255));
            }
            assertThatThrownBy(() -> CustomsFrames.USUAL.read(altered)).isInstanceOf(BrokenFrameException.class);
        }
    }

    @Test
    void answersACustomsControllerAndGoesOnAfterABrokenFrame() throws IOException {
        CustomsTalk talk = new CustomsTalk(CustomsFrames.USUAL, frame -> Optional.of(new CustomsFrame(0x22, frame.site(), frame.channel(),
                frame.direction(), answer(frame))));
        try (var listener = TcpListener.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), TcpLimits.STANDARD, talk,
                InstantSource.system()); var socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(new byte[] {(byte) 0xe2, 0x5c, 0, 0, 7});
            out.write(Fixtures.bytes("gate/cn_gate_e25c4b89.bin"));
            out.flush();
            byte[] head = socket.getInputStream().readNBytes(8);
            int length = ByteBuffer.wrap(head).getInt(4);
            byte[] rest = socket.getInputStream().readNBytes(length - 8);

            assertThat(new String(rest, StandardCharsets.UTF_8)).contains("<CHECK_RESULT>00000000000000000000</CHECK_RESULT>",
                    "SEQ_NO=\"20260306101345000931\"");
            assertThat(listener.counts().frames()).isEqualTo(1);
            assertThat(listener.counts().broken()).isPositive();
        }
    }

    private static String answer(CustomsFrame frame) {
        try {
            return GatheredFacts.read(frame.xml()).commandInfo(StatusWord.pass(), "PASS");
        } catch (RefusedReadingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void listensToAnIndicatorAndClosesOneTooManyAndOneThatFloods() throws Exception {
        var seen = new LinkedBlockingQueue<Observation>();
        TcpLimits tight = new TcpLimits(1, TcpLimits.STANDARD.silence(), 4_000);
        try (var listener = TcpListener.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), tight,
                new DeviceTalk(() -> Weighbridge.toledo(20), seen::add, () -> { }, () -> { }), InstantSource.system());
                var first = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            first.getOutputStream().write(serial("toledo 29280"));
            assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo(new WeightSeen(29_280, Steadiness.STEADY));
            try (var second = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
                assertThat(second.getInputStream().read()).isEqualTo(-1);
            }
            first.getOutputStream().write(new byte[20_000]);
            assertThat(first.getInputStream().read()).isEqualTo(-1);
            assertThat(listener.counts().refused()).isEqualTo(2);
        }
    }

    @Test
    void readsTheJsonReadingsOfTheExampleAndRefusesOthersNames() throws RefusedReadingException {
        List<String> readings = Stream.of(Fixtures.text("gate/gate_readings.json").split("(?<=\\n \\})[,\\s\\]]+")).map(String::strip)
                .map(each -> each.startsWith("[") ? each.substring(1).strip() : each).filter(each -> each.startsWith("{")).toList();
        assertThat(readings).hasSize(6);
        Reading plate = ReadingJson.read(readings.getFirst().getBytes(StandardCharsets.UTF_8), Set.of("LPR-OUT-03"), "OUT03", NOW);
        Reading boxes = ReadingJson.read(readings.get(2).getBytes(StandardCharsets.UTF_8), Set.of("OCR-OUT-03"), "OUT03", NOW);
        Reading weight = ReadingJson.read(readings.get(5).getBytes(StandardCharsets.UTF_8), Set.of("WB-OUT-03"), "OUT03", NOW);

        assertThat(plate.observation()).isEqualTo(new PlateSeen("HUA12345", 0.982));
        assertThat(((ContainersSeen) boxes.observation()).containers().getFirst().number()).isEqualTo("HUBU2000016");
        assertThat(weight.observation()).isEqualTo(new WeightSeen(29_280, Steadiness.STEADY));
        assertRefused(readings.getFirst(), "LPR-OUT-04", "OUT03", "ANOTHER_DEVICE");
        assertRefused(readings.getFirst(), "LPR-OUT-03", "OUT04", "ANOTHER_LANE");
        assertRefused(readings.get(4).replace("\"gammaAlarm\": false,", ""), "RPM-OUT-03", "OUT03", "NOT_A_READING");
        assertRefused("[".repeat(100_000), "RPM-OUT-03", "OUT03", "NOT_A_READING");
    }

    private static void assertRefused(String json, String device, String lane, String code) {
        assertThatThrownBy(() -> ReadingJson.read(json.getBytes(StandardCharsets.UTF_8), Set.of(device), lane, NOW))
                .isInstanceOfSatisfying(RefusedReadingException.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void readsTheXmlOfCamerasPortalsAndBothCustomsGates() throws RefusedReadingException {
        String alert = "<EventNotificationAlert xmlns=\"urn:x\"><eventType>ANPR</eventType><ANPR><licensePlate>HUA12345</licensePlate>"
                + "<confidenceLevel>98</confidenceLevel></ANPR></EventNotificationAlert>";
        String multipart = "--b\r\nContent-Type: application/xml\r\n\r\n" + alert + "\r\n--b\r\nContent-Type: image/jpeg\r\n\r\n\u00ff\u00d8\r\n--b--";

        assertThat(PlateCamera.read("multipart/form-data; boundary=b", multipart.getBytes(StandardCharsets.ISO_8859_1)))
                .contains(new PlateSeen("HUA12345", 0.98));
        assertThat(RadiationXml.read(Fixtures.text("gate/n42_radiation_min.xml"))).isEqualTo(new RadiationSeen(Set.of(), 800));
        GatheredFacts old = GatheredFacts.read(Fixtures.text("xml/gate_0x21_GATHER_INFO_exit.xml"));
        GatheredFacts smart = GatheredFacts.read(Fixtures.text("xml/gate_0x81_GATHER_INFO.xml"));
        assertThat(old.containers()).isEqualTo(smart.containers()).containsExactly("HUBU2000016");
        assertThat(smart.feedback(GatheredFacts.FeedbackResult.MANUAL, "20260306101346", "<wait>")).contains("<CHECK_RESULT>M<", "&lt;wait&gt;");
        assertThat(ManualCheck.read(Fixtures.text("xml/gate_0x85_MANUAL_CHECK.xml")).result()).isEqualTo(ManualCheck.Result.PASS);
        assertThat(StatusWord.stop(StatusWord.Place.FRONT_CONTAINER, 'z').text()).isEqualTo("z1z00000000000000000");
        assertThatThrownBy(() -> GatheredFacts.read("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><GATHER_INFO>&b;</GATHER_INFO>"))
                .isInstanceOf(RefusedReadingException.class);
    }
}
