package io.fairway.boot;

import io.fairway.flow.DeviceFlow;
import io.fairway.flow.DeviceInbox;
import io.fairway.flow.LaneTopics;
import io.fairway.identity.CallerClaims;
import io.fairway.identity.TokenCredentials;
import io.fairway.usecase.gate.GateLanes;
import io.fairway.usecase.gate.TakeReadings;
import java.time.InstantSource;
import java.util.concurrent.ThreadPoolExecutor;
import org.apache.camel.CamelContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Gate devices that speak MQTT. */
@Configuration(proxyBeanMethods = false)
public class DeviceWiring {
    private static final String PORT = "FAIRWAY_MQTT_PORT";

    @Bean
    LaneTopics laneTopics(CamelContext camel, ThreadPoolExecutor wakeupExecutor) {
        return new LaneTopics(camel.createProducerTemplate(), wakeupExecutor);
    }

    @Bean
    DeviceFlow deviceFlow(TakeReadings take, LaneTopics topics, Environment environment) {
        return new DeviceFlow(environment.getRequiredProperty("fairway.queue.readings"), new DeviceInbox(take, topics));
    }

    /** The embedded broker's port, when {@code FAIRWAY_MQTT_PORT} says which; a broker outside has ports of its own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(PORT)
    static class Entrance {

        @Bean
        DeviceEntrance deviceEntrance(JwtDecoder decoder, CallerClaims claims, GateLanes lanes, Environment environment, InstantSource clock) {
            var door = new DeviceDoor(new TokenCredentials(decoder, claims, clock, DeviceEntrance.MOST_DEVICES), lanes, clock);
            return new DeviceEntrance(door, new MqttGuard(door, environment.getRequiredProperty("fairway.mqtt.packets-per-second", Integer.class),
                    clock), environment.getRequiredProperty("fairway.mqtt.address"));
        }

        @Bean
        OpenPort mqttPort(BrokerWiring.Broker broker, DeviceEntrance entrance, Environment environment) throws Exception {
            return new OpenPort("mqtt", entrance.open(broker.ownFor(PORT), environment.getRequiredProperty(PORT, Integer.class)));
        }
    }
}
