package io.fairway.boot;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.BaseInterceptor;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManager;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManagerFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyServerConnection;
import org.apache.activemq.artemis.core.server.ActiveMQComponent;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.routing.RoutingHandler;
import org.apache.activemq.artemis.spi.core.protocol.ConnectionEntry;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManagerFactory;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.apache.activemq.artemis.spi.core.remoting.Connection;

/**
 * The broker's MQTT, with packets no larger than a device needs. Of itself it collects packets of 256 MB in memory before it looks at
 * them, also those of strangers.
 */
final class SmallPackets implements ProtocolManagerFactory<MQTTInterceptor> {
    static final int MOST_BYTES = 64 * 1024;

    private final MQTTProtocolManagerFactory factory = new MQTTProtocolManagerFactory();

    @Override
    public ProtocolManager<MQTTInterceptor, ?> createProtocolManager(ActiveMQServer server, Map<String, Object> parameters,
                                                                     List<BaseInterceptor> incoming, List<BaseInterceptor> outgoing) throws Exception {
        if (factory.createProtocolManager(server, parameters, incoming, outgoing) instanceof MQTTProtocolManager manager) {
            return new Manager(manager, this);
        }
        throw new IllegalStateException("Expected the broker's own MQTT");
    }

    @Override
    public List<MQTTInterceptor> filterInterceptors(List<BaseInterceptor> interceptors) {
        return factory.filterInterceptors(interceptors);
    }

    @Override
    public String[] getProtocols() {
        return factory.getProtocols();
    }

    @Override
    public String getModuleName() {
        return factory.getModuleName();
    }

    @Override
    public void loadProtocolServices(ActiveMQServer server, List<ActiveMQComponent> services) {
        factory.loadProtocolServices(server, services);
    }

    @Override
    public void updateProtocolServices(ActiveMQServer server, List<ActiveMQComponent> services) throws Exception {
        factory.updateProtocolServices(server, services);
    }

    /** All as the broker does it, but for the decoder. */
    private record Manager(MQTTProtocolManager manager, SmallPackets factory) implements ProtocolManager<MQTTInterceptor, RoutingHandler<?>> {

        @Override
        public void addChannelHandlers(ChannelPipeline pipeline) {
            manager.addChannelHandlers(pipeline);
            pipeline.replace(MqttDecoder.class, "small-packets", new MqttDecoder(MOST_BYTES));
        }

        @Override
        public ProtocolManagerFactory<MQTTInterceptor> getFactory() {
            return factory;
        }

        @Override
        public void updateInterceptors(List<BaseInterceptor> incoming, List<BaseInterceptor> outgoing) {
            manager.updateInterceptors(incoming, outgoing);
        }

        @Override
        public ConnectionEntry createConnectionEntry(Acceptor acceptor, Connection connection) {
            return manager.createConnectionEntry(acceptor, connection);
        }

        @Override
        public void handleBuffer(RemotingConnection connection, ActiveMQBuffer buffer) {
            manager.handleBuffer(connection, buffer);
        }

        @Override
        public boolean isProtocol(byte[] bytes) {
            return manager.isProtocol(bytes);
        }

        @Override
        public boolean acceptsNoHandshake() {
            return manager.acceptsNoHandshake();
        }

        @Override
        public void handshake(NettyServerConnection connection, ActiveMQBuffer buffer) {
            manager.handshake(connection, buffer);
        }

        @Override
        public List<String> websocketSubprotocolIdentifiers() {
            return manager.websocketSubprotocolIdentifiers();
        }

        @Override
        public void setAnycastPrefix(String prefix) {
            manager.setAnycastPrefix(prefix);
        }

        @Override
        public void setMulticastPrefix(String prefix) {
            manager.setMulticastPrefix(prefix);
        }

        @Override
        public Map<SimpleString, RoutingType> getPrefixes() {
            return manager.getPrefixes();
        }

        @Override
        public void setSecurityDomain(String domain) {
            manager.setSecurityDomain(domain);
        }

        @Override
        public String getSecurityDomain() {
            return manager.getSecurityDomain();
        }

        @Override
        public RoutingHandler<?> getRoutingHandler() {
            return manager.getRoutingHandler();
        }
    }
}
