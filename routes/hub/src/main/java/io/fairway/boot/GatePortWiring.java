package io.fairway.boot;

import io.fairway.connector.gate.DevicePort;
import io.fairway.connector.gate.DevicePorts;
import io.fairway.usecase.gate.GateLanes;
import io.fairway.usecase.gate.TakeReadings;
import io.fairway.usecase.gate.TakeReadings.Answer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Gate devices that only speak, over TCP, each at a port of its own: {@code fairway.gate.tcp}. */
@Configuration(proxyBeanMethods = false)
public class GatePortWiring {
    private static final Logger LOG = System.getLogger(GatePortWiring.class.getName());

    @Bean
    DevicePorts devicePorts(TakeReadings take, GateLanes lanes, Environment environment, InstantSource clock) throws IOException {
        List<DevicePort> ports = DevicePort.list(environment.getProperty("fairway.gate.tcp", ""));
        for (DevicePort port : ports) {
            if (lanes.find(port.lane()).filter(lane -> lane.devices().containsKey(port.device())).isEmpty()) {
                throw new IllegalArgumentException("Expected a lane of fairway.gate.lanes with its device in fairway.gate.tcp, found: " + port.name());
            }
        }
        return DevicePorts.open(ports, InetAddress.getByName(environment.getRequiredProperty("fairway.gate.tcp-address")),
                new Ports(take), clock);
    }

    @Bean
    OpenPorts gatePorts(DevicePorts ports) {
        return new OpenPorts(ports.open());
    }

    private record Ports(TakeReadings take) implements DevicePorts.Hearing {

        @Override
        public void hears(DevicePort device, byte[] message) {
            if (take.takeOf(device.device(), device.lane(), message) instanceof Answer.Refused refused) {
                LOG.log(Level.WARNING, "A reading of {0} was not taken: {1}", device.name(), refused.code());
            }
        }

        @Override
        public void hearsNonsense(DevicePort device) {
            take.takeNonsenseOf(device.device(), device.lane());
        }
    }
}
