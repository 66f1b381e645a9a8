package io.fairway.flow;

import io.fairway.connector.gate.ReadingJson;
import io.fairway.connector.gate.RefusedReadingException;
import io.fairway.usecase.gate.ReadingReader;
import java.time.Instant;
import java.util.Set;

/** Reads what devices send over MQTT and HTTP. */
public final class DeviceReadings implements ReadingReader {

    @Override
    public Result read(byte[] bytes, Set<String> devices, String lane, Instant receivedAt) {
        try {
            return new Result.Read(ReadingJson.read(bytes, devices, lane, receivedAt));
        } catch (RefusedReadingException refused) {
            return new Result.Refused(refused.code(), String.valueOf(refused.getMessage()));
        }
    }
}
