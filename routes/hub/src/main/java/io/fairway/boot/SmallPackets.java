package io.fairway.boot;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManager;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManagerFactory;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The broker's MQTT, with packets no larger than a device needs. Of itself it collects packets of 256 MB in memory before it looks at
 * them, also those of strangers, and its class cannot be extended; so all calls go through to it, and its decoder is changed.
 */
final class SmallPackets {
    static final int MOST_BYTES = 64 * 1024;

    private SmallPackets() {
    }

    static ProtocolManagerFactory<?> mqtt() {
        var factory = new MQTTProtocolManagerFactory();
        return through(ProtocolManagerFactory.class, (method, arguments) -> {
            Object made = method.invoke(factory, arguments);
            return made instanceof MQTTProtocolManager mqtt ? limited(mqtt) : made;
        });
    }

    private static ProtocolManager<?, ?> limited(MQTTProtocolManager mqtt) {
        return through(ProtocolManager.class, (method, arguments) -> {
            Object result = method.invoke(mqtt, arguments);
            if (method.getName().equals("addChannelHandlers") && arguments != null && arguments[0] instanceof ChannelPipeline pipeline) {
                pipeline.replace(MqttDecoder.class, "small-packets", new MqttDecoder(MOST_BYTES));
            }
            return result;
        });
    }

    /** One call of an interface. */
    private interface Call {
        @Nullable Object answer(Method method, Object @Nullable [] arguments) throws ReflectiveOperationException;
    }

    private static <T> T through(Class<T> kind, Call call) {
        return kind.cast(Proxy.newProxyInstance(SmallPackets.class.getClassLoader(), new Class<?>[] {kind}, (_, method, arguments) -> {
            try {
                return call.answer(method, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }));
    }
}
