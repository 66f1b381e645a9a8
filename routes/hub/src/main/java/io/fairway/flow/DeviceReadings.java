package io.fairway.flow;

import io.fairway.connector.gate.ReadingJson;
import io.fairway.connector.gate.RefusedReadingException;
import io.fairway.document.gate.Heartbeat;
import io.fairway.document.gate.Reading;
import io.fairway.usecase.gate.ReadingReader;
import java.time.Instant;
import java.util.Set;

/** Reads what devices send over MQTT and HTTP. */
public final class DeviceReadings implements ReadingReader {

    @Override
    public Result read(byte[] bytes, Set<String> devices, String lane, Instant receivedAt) {
        try {
            return switch (ReadingJson.message(bytes, devices, lane, receivedAt)) {
                case Reading reading -> new Result.Read(reading);
                case Heartbeat beat -> new Result.Alive(beat);
            };
        } catch (RefusedReadingException refused) {
            return new Result.Refused(refused.code(), String.valueOf(refused.getMessage()), refused.device());
        }
    }
}
