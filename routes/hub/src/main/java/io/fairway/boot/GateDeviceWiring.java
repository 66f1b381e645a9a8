package io.fairway.boot;

import io.fairway.clearance.gate.DevicePolicy;
import io.fairway.clearance.gate.DevicePolicy.Heartbeats;
import io.fairway.store.JdbcGateBookings;
import io.fairway.store.JdbcGateDevices;
import io.fairway.usecase.Journal;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.gate.GateBookings;
import io.fairway.usecase.gate.GateDevices;
import io.fairway.usecase.gate.GateLanes;
import io.fairway.usecase.gate.GateStore;
import io.fairway.usecase.gate.WatchDevices;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the gate knows of its devices and of what is to come in: {@code fairway.gate.heartbeats} says of which ones a sign of life is expected. */
@Configuration(proxyBeanMethods = false)
public class GateDeviceWiring {

    @Bean
    GateBookings gateBookings() {
        return new JdbcGateBookings();
    }

    @Bean
    GateDevices gateDevices() {
        return new JdbcGateDevices();
    }

    @Bean
    DevicePolicy devicePolicy(Environment environment) {
        return DevicePolicy.STANDARD.expecting(environment.getRequiredProperty("fairway.gate.heartbeats", Heartbeats.class));
    }

    @Bean
    WatchDevices watchDevices(GateLanes lanes, GateDevices devices, GateStore store, Transactions transactions, Journal journal,
                              DevicePolicy policy, InstantSource clock) {
        return new WatchDevices(lanes, devices, store, transactions, journal, policy, clock);
    }
}
