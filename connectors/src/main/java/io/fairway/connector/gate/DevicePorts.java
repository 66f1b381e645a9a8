package io.fairway.connector.gate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Listens for the devices of a site that only speak, each on its port, and passes on what they say as JSON readings. */
public final class DevicePorts implements AutoCloseable {
    /** These devices speak all the time; so often that is told on. */
    private static final int BEAT_SECONDS = 10;

    private final Map<DevicePort, TcpListener> listeners = new LinkedHashMap<>();
    private final AtomicLong last = new AtomicLong();
    private final Hearing hearing;
    private final InstantSource clock;

    /** Hears a device. */
    public interface Hearing {
        /** @param message as {@link ReadingJson} reads it: a reading, or a heartbeat, which every sound frame is, told every few seconds */
        void hears(DevicePort device, byte[] message);

        /** Bytes came that are no frame of the device's language. */
        void hearsNonsense(DevicePort device);
    }

    private DevicePorts(Hearing hearing, InstantSource clock) {
        this.hearing = hearing;
        this.clock = clock;
    }

    /**
     * @param address where to listen
     * @throws IOException when a port is taken; none is open then
     */
    public static DevicePorts open(List<DevicePort> devices, InetAddress address, Hearing hearing, InstantSource clock) throws IOException {
        var ports = new DevicePorts(hearing, clock);
        try {
            for (DevicePort device : devices) {
                ports.listeners.put(device, TcpListener.open(new InetSocketAddress(address, device.port()), TcpLimits.STANDARD,
                        ports.talk(device), clock));
            }
            return ports;
        } catch (IOException taken) {
            ports.close();
            throw taken;
        }
    }

    private DeviceTalk talk(DevicePort device) {
        var told = new AtomicLong(Long.MIN_VALUE);
        return new DeviceTalk(device.language()::decoder, observation -> {
            Instant now = clock.instant();
            hearing.hears(device, ReadingText.of(device.device(), device.lane(), now, next(now), observation));
        }, () -> lives(device, told), () -> hearing.hearsNonsense(device));
    }

    private void lives(DevicePort device, AtomicLong told) {
        Instant now = clock.instant();
        long before = told.get();
        if ((before == Long.MIN_VALUE || now.getEpochSecond() >= before + BEAT_SECONDS) && told.compareAndSet(before, now.getEpochSecond())) {
            hearing.hears(device, ReadingText.heartbeat(device.device(), device.lane(), now, BEAT_SECONDS));
        }
    }

    /** These devices do not count their readings, so it is done here: by time, so that it goes on after a restart. */
    private long next(Instant now) {
        return last.accumulateAndGet(ChronoUnit.MICROS.between(Instant.EPOCH, now), (before, time) -> Math.max(before + 1, time));
    }

    /** The ports that are open, by {@link DevicePort#name()}. */
    public Map<String, Integer> open() {
        Map<String, Integer> open = new LinkedHashMap<>();
        listeners.forEach((device, listener) -> open.put(device.name(), listener.port()));
        return open;
    }

    /** What came in at each port, by {@link DevicePort#name()}. */
    public Map<String, TcpCounts> counts() {
        Map<String, TcpCounts> counts = new LinkedHashMap<>();
        listeners.forEach((device, listener) -> counts.put(device.name(), listener.counts()));
        return counts;
    }

    @Override
    public void close() throws IOException {
        for (TcpListener listener : listeners.values()) {
            listener.close();
        }
    }
}
