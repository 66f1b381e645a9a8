package io.fairway.boot;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * How a gate device has to behave: its client id is its party, so that nobody can take its session; it says at least once a minute that
 * it lives; it leaves no last will and nothing retained; it sends no more packets a second than allowed; and it goes when its token ends.
 * Whoever does otherwise is cut off.
 */
final class MqttGuard implements MQTTInterceptor {
    private static final int LONGEST_KEEP_ALIVE_SECONDS = 60;

    private final DeviceDoor door;
    private final int mostPerSecond;
    private final InstantSource clock;
    private final Map<Object, Rate> rates = new ConcurrentHashMap<>();

    private record Rate(long second, int packets) {
    }

    MqttGuard(DeviceDoor door, int mostPerSecond, InstantSource clock) {
        this.door = door;
        this.mostPerSecond = mostPerSecond;
        this.clock = clock;
    }

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        boolean proper = switch (packet.fixedHeader().messageType()) {
            case CONNECT -> packet instanceof MqttConnectMessage connect && isProper(connect, connection);
            case PUBLISH -> !packet.fixedHeader().isRetain() && door.holds(connection) && isCalm(connection);
            case CONNACK, PUBACK, PUBREC, PUBREL, PUBCOMP, SUBSCRIBE, SUBACK, UNSUBSCRIBE, UNSUBACK, PINGREQ, PINGRESP, AUTH ->
                    door.holds(connection) && isCalm(connection);
            case DISCONNECT -> true;
        };
        if (!proper) {
            connection.destroy();
        }
        return proper;
    }

    private boolean isProper(MqttConnectMessage connect, RemotingConnection connection) {
        byte[] password = connect.payload().passwordInBytes();
        if (password != null) {
            door.note(connection, password);
        }
        int keepAlive = connect.variableHeader().keepAliveTimeSeconds();
        return !connect.variableHeader().isWillFlag() && keepAlive > 0 && keepAlive <= LONGEST_KEEP_ALIVE_SECONDS
                && connect.payload().clientIdentifier().equals(connect.payload().userName());
    }

    private boolean isCalm(RemotingConnection connection) {
        long second = clock.instant().getEpochSecond();
        Rate rate = rates.compute(connection.getID(), (id, known) -> {
            if (known == null) {
                connection.addCloseListener(() -> rates.remove(id));
            }
            return known != null && known.second() == second ? new Rate(second, known.packets() + 1) : new Rate(second, 1);
        });
        return rate.packets() <= mostPerSecond;
    }
}
