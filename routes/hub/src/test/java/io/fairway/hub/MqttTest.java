package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fairway.fixture.simulator.MqttDevice;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Gate devices over MQTT, and what they may not do with it. */
class MqttTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final String READINGS = "gate/OUT05/readings";
    private static final String RECEIPTS = "gate/OUT05/receipts/HUBGATE";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static String token(String party) {
        return HUB.party(party).http().token();
    }

    /** A device that is taken, as soon as the broker has noticed that the one before has gone. */
    private static MqttDevice device(String party) {
        return await().atMost(Duration.ofMinutes(2)).ignoreException(IOException.class)
                .until(() -> MqttDevice.connect(HUB.port("mqtt"), party, token(party)), MqttDevice::isConnected);
    }

    /** A fact of no weight: a plate that is not believed makes no truck. */
    private static String plate(String device, Instant at) {
        return "{\"device\":\"%s\",\"kind\":\"lpr\",\"plate\":\"HUQ%d\",\"confidence\":0.1,\"at\":\"%s\",\"sequence\":%d}"
                .formatted(device, NUMBERS.incrementAndGet(), at, System.nanoTime());
    }

    @Test
    void answersADeviceWhenItsReadingIsKeptAndWhenItCameBefore() throws IOException {
        try (MqttDevice device = device("HUBGATE")) {
            device.subscribe(RECEIPTS);
            String reading = plate("LPR-OUT-05", Instant.now());
            device.publish(READINGS, reading);
            assertThat(device.hear()).contains("\"state\":\"taken\"", "LPR-OUT-05");
            device.publish(READINGS, reading);
            assertThat(device.hear()).contains("\"state\":\"repeat\"");
            device.publish(READINGS, plate("LPR-OUT-06", Instant.now()));
            assertThat(device.hear()).contains("\"state\":\"refused\"", "ANOTHER_DEVICE");
            device.publish(READINGS, "not a reading");
            assertThat(device.hear()).contains("NOT_A_READING");
        }
    }

    @Test
    void believesTheBrokerWhoSendsAndNotWhatTheMessageSaysOfItself() throws IOException {
        try (MqttDevice device = device("HUBGATE")) {
            device.subscribe(RECEIPTS);
            var message = new MqttMessage(plate("LPR-OUT-05", Instant.now()).getBytes(StandardCharsets.UTF_8));
            var properties = new MqttProperties();
            properties.setUserProperties(List.of(new UserProperty("JMSXUserID", "OTHERGATE"),
                    new UserProperty("_AMQ_VALIDATED_USER", "OTHERGATE"), new UserProperty("CamelBeanMethodName", "toString")));
            message.setProperties(properties);
            device.publish(READINGS, message);
            assertThat(device.hear()).contains("\"state\":\"taken\"");
        }
    }

    @Test
    void refusesStrangersOtherPartiesAndOthersClientIds() {
        assertThatThrownBy(() -> MqttDevice.connect(HUB.port("mqtt"), "HUBGATE", "no token")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> MqttDevice.connect(HUB.port("mqtt"), "HUBGATE", token("OTHERGATE"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> MqttDevice.connect(HUB.port("mqtt"), "HUBTERM", token("HUBTERM"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> old("OTHER", options("HUBGATE"))).isInstanceOf(MqttException.class);
    }

    @Test
    void letsADeviceNeitherSpeakForNorHearAnotherLane() throws IOException {
        for (String topic : new String[] {READINGS, "gate/OUT04/readings", "gate/OUT05/decisions", "fairway/facts", "$SYS/queues"}) {
            try (MqttDevice stranger = device("OTHERGATE")) {
                assertThatThrownBy(() -> stranger.publish(topic, plate("LPR-OUT-05", Instant.now()))).as(topic).isInstanceOf(IOException.class);
            }
        }
        for (String topic : new String[] {READINGS, "gate/OUT05/decisions", RECEIPTS, "gate/+/decisions", "#", "fairway/facts"}) {
            try (MqttDevice stranger = device("OTHERGATE")) {
                assertThatThrownBy(() -> stranger.subscribe(topic)).as(topic).isInstanceOf(IOException.class);
            }
        }
        try (MqttDevice device = device("HUBGATE")) {
            assertThatThrownBy(() -> device.subscribe("gate/+/readings")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void cutsOffWhoLeavesAWillOrARetainedMessageOrNeverSaysThatItLives() throws MqttException {
        MqttConnectOptions will = options("HUBGATE");
        will.setWill(READINGS, new byte[] {'{', '}'}, 1, false);
        assertThatThrownBy(() -> old("HUBGATE", will)).isInstanceOf(MqttException.class);
        MqttConnectOptions silent = options("HUBGATE");
        silent.setKeepAliveInterval(0);
        assertThatThrownBy(() -> old("HUBGATE", silent)).isInstanceOf(MqttException.class);
        MqttClient retaining = oldOnceTaken();
        assertThatThrownBy(() -> retaining.publish(READINGS, plate("LPR-OUT-05", Instant.now()).getBytes(StandardCharsets.UTF_8), 1, true))
                .isInstanceOf(MqttException.class);
        retaining.close(true);
    }

    @Test
    void letsNobodyTakeOverASessionThatLives() throws IOException, MqttException {
        MqttClient first = oldOnceTaken();
        try {
            assertThatThrownBy(() -> MqttDevice.connect(HUB.port("mqtt"), "HUBGATE", token("HUBGATE"))).isInstanceOf(IOException.class);
            first.publish(READINGS, plate("LPR-OUT-05", Instant.now()).getBytes(StandardCharsets.UTF_8), 1, false);
            assertThat(first.isConnected()).isTrue();
        } finally {
            first.disconnectForcibly(0, 100);
            first.close(true);
        }
    }

    @Test
    void cutsOffWhoSendsTooMuchAtOnce() throws IOException {
        try (MqttDevice device = device("HUBGATE")) {
            assertThatThrownBy(() -> device.publish(READINGS, "x".repeat(70_000))).isInstanceOf(IOException.class);
            await().atMost(Duration.ofMinutes(1)).until(() -> !device.isConnected());
        }
        try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), HUB.port("mqtt"))) {
            stranger.setSoTimeout(60_000);
            var out = new DataOutputStream(stranger.getOutputStream());
            out.write(new byte[] {0x10, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 30, 0, 0});
            out.flush();
            assertThat(stranger.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    @Tag("long")
    void opensForNobodyOnWhatADeviceSawYesterday() throws IOException {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        try (MqttDevice device = device("HUBGATE")) {
            device.subscribe("gate/OUT05/decisions");
            device.publish(READINGS, "{\"device\":\"LOOP-OUT-05\",\"kind\":\"loop\",\"state\":\"ENTERED\",\"sequence\":%d,\"at\":\"%s\"}"
                    .formatted(System.nanoTime(), yesterday));
            String day = DateTimeFormatter.ofPattern("yyMMdd").withZone(ZoneOffset.UTC).format(yesterday);
            String decision = device.hear();
            while (!decision.contains(day + "-OUT05")) {
                decision = device.hear();
            }
            assertThat(decision).contains("\"permission\":\"HOLD\"");
        }
    }

    private static MqttConnectOptions options(String party) {
        var options = new MqttConnectOptions();
        options.setUserName(party);
        options.setPassword(token(party).toCharArray());
        options.setKeepAliveInterval(30);
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        return options;
    }

    private static MqttClient oldOnceTaken() {
        return await().atMost(Duration.ofMinutes(2)).ignoreException(MqttException.class)
                .until(() -> old("HUBGATE", options("HUBGATE")), MqttClient::isConnected);
    }

    /** A device that speaks MQTT 3.1.1. */
    private static MqttClient old(String client, MqttConnectOptions options) throws MqttException {
        var device = new MqttClient("tcp://127.0.0.1:" + HUB.port("mqtt"), client, new MemoryPersistence());
        device.setTimeToWait(60_000);
        try {
            device.connect(options);
            return device;
        } catch (MqttException refused) {
            device.close(true);
            throw refused;
        }
    }
}
