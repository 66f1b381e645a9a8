package io.fairway.connector.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.fairway.document.gate.DeviceMessage;
import io.fairway.document.gate.Heartbeat;
import io.fairway.document.gate.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Readings as JSON objects, over MQTT or HTTP: {@code device}, {@code lane}, {@code kind}, {@code at} and what the kind has; see
 * {@link ReadingShapes}. Who the device is comes from its credentials; a payload that names another one is refused.
 */
public final class ReadingJson {
    private static final int MOST_CHARACTERS = 1_000;
    private static final int DEEPEST = 6;
    private static final JsonFactory JSON = new JsonFactoryBuilder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(MOST_CHARACTERS)
                    .maxNumberLength(20).build()).build();

    private ReadingJson() {
    }

    /**
     * Reads something a device saw.
     *
     * @throws RefusedReadingException also for a sign of life, which is no reading
     */
    public static Reading read(byte[] bytes, Set<String> devices, String lane, Instant receivedAt) throws RefusedReadingException {
        return switch (message(bytes, devices, lane, receivedAt)) {
            case Reading reading -> reading;
            case Heartbeat beat -> throw new RefusedReadingException("NOT_A_READING", "Expected a reading, found a heartbeat", beat.device());
        };
    }

    /**
     * Reads what a device says: a reading, or {@code kind} {@code heartbeat} with {@code everySeconds}.
     *
     * @param bytes one JSON object
     * @param devices those that the sender proved it may speak for; the payload names one of them, and may leave that out when there is one
     * @param lane the lane they belong to
     */
    public static DeviceMessage message(byte[] bytes, Set<String> devices, String lane, Instant receivedAt) throws RefusedReadingException {
        Map<String, Object> members = members(bytes);
        String device = String.valueOf(members.getOrDefault("device", devices.size() == 1 ? devices.iterator().next() : ""));
        if (!devices.contains(device)) {
            throw new RefusedReadingException("ANOTHER_DEVICE", "The payload names another device than the one that sent it");
        }
        if (!String.valueOf(members.getOrDefault("lane", lane)).equals(lane)) {
            throw new RefusedReadingException("ANOTHER_LANE", "The payload names another lane than the one the device belongs to", device);
        }
        try {
            Instant at = OffsetDateTime.parse(String.valueOf(members.get("at"))).toInstant();
            if ("heartbeat".equals(members.get("kind"))) {
                return new Heartbeat(device, lane, at, receivedAt, every(members.get("everySeconds")));
            }
            long sequence = members.get("sequence") instanceof Number number ? number.longValue() : imprint(bytes);
            return new Reading(device, sequence, lane, at, receivedAt, new ReadingShapes(members).observation());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new RefusedReadingException("NOT_A_READING", "Expected a reading: " + e.getMessage(), device);
        }
    }

    private static Duration every(@Nullable Object seconds) {
        if (seconds instanceof Long whole) {
            return Duration.ofSeconds(whole);
        }
        throw new IllegalArgumentException("everySeconds as a whole number");
    }

    /** A device that counts nothing repeats itself byte for byte. */
    private static long imprint(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static Map<String, Object> members(byte[] bytes) throws RefusedReadingException {
        try (JsonParser parser = JSON.createParser(new String(bytes, StandardCharsets.UTF_8))) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                Map<String, Object> members = object(parser);
                if (parser.nextToken() == null) {
                    return members;
                }
            }
        } catch (IOException e) {
            throw new RefusedReadingException("NOT_A_READING", "Expected one JSON object");
        }
        throw new RefusedReadingException("NOT_A_READING", "Expected one JSON object");
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Object value = value(parser, parser.nextToken());
            if (!(value instanceof Absent)) {
                members.put(name, value);
            }
        }
        return members;
    }

    private enum Absent {
        ABSENT
    }

    private static Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> elements(parser);
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> Absent.ABSENT;
            case VALUE_STRING, VALUE_EMBEDDED_OBJECT, END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE -> parser.getText();
        };
    }

    private static List<Object> elements(JsonParser parser) throws IOException {
        List<Object> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(parser, token));
        }
        return elements;
    }
}
