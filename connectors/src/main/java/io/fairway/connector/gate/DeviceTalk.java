package io.fairway.connector.gate;

import io.fairway.document.gate.Observation;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A device that only speaks: indicators and portals. */
public final class DeviceTalk implements TcpListener.Conversations {
    private static final byte[] NOTHING = new byte[0];

    private final Supplier<DeviceDecoder> decoders;
    private final Consumer<Observation> sink;
    private final Runnable alive;
    private final Runnable broken;

    /**
     * @param decoders a fresh decoder per connection
     * @param sink hears what the device saw
     * @param alive told of every sound frame: the device's heartbeat
     * @param broken told of bytes that are no frame
     */
    public DeviceTalk(Supplier<DeviceDecoder> decoders, Consumer<Observation> sink, Runnable alive, Runnable broken) {
        this.decoders = decoders;
        this.sink = sink;
        this.alive = alive;
        this.broken = broken;
    }

    @Override
    public TcpListener.Conversation begin(TcpCounts counts, InstantSource clock) {
        DeviceDecoder decoder = decoders.get();
        return bytes -> {
            for (Decoded decoded : decoder.feed(bytes, clock.instant())) {
                switch (decoded) {
                    case Decoded.Observed observed -> {
                        counts.frame();
                        alive.run();
                        sink.accept(observed.observation());
                    }
                    case Decoded.Alive _ -> {
                        counts.frame();
                        alive.run();
                    }
                    case Decoded.Broken _ -> {
                        counts.brokenFrame();
                        broken.run();
                    }
                }
            }
            return NOTHING;
        };
    }
}
