package io.fairway.connector.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.fairway.document.gate.Observation;
import io.fairway.document.gate.Observation.BarrierMoved;
import io.fairway.document.gate.Observation.ContainersSeen;
import io.fairway.document.gate.Observation.DriverSeen;
import io.fairway.document.gate.Observation.LoopChanged;
import io.fairway.document.gate.Observation.PlateSeen;
import io.fairway.document.gate.Observation.RadiationSeen;
import io.fairway.document.gate.Observation.RadiationSign;
import io.fairway.document.gate.Observation.SealSeen;
import io.fairway.document.gate.Observation.SeenContainer;
import io.fairway.document.gate.Observation.Steadiness;
import io.fairway.document.gate.Observation.TagSeen;
import io.fairway.document.gate.Observation.WeightSeen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** What devices said in frames of their own, as the JSON readings that {@link ReadingJson} reads: kept and decided on like every other one. */
public final class ReadingText {
    private static final JsonFactory JSON = new JsonFactory();

    private ReadingText() {
    }

    /** @param at when it was seen @param sequence the device's count of its readings */
    public static byte[] of(String device, String lane, Instant at, long sequence, Observation observation) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("device", device);
            json.writeStringField("lane", lane);
            json.writeStringField("at", at.toString());
            json.writeNumberField("sequence", sequence);
            write(json, observation);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }

    /** A sign of life. @param everySeconds how often the device gives one */
    public static byte[] heartbeat(String device, String lane, Instant at, int everySeconds) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("device", device);
            json.writeStringField("lane", lane);
            json.writeStringField("at", at.toString());
            json.writeStringField("kind", "heartbeat");
            json.writeNumberField("everySeconds", everySeconds);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Observation observation) throws IOException {
        switch (observation) {
            case PlateSeen seen -> {
                kind(json, "lpr", "plate", seen.plate());
                json.writeNumberField("confidence", seen.confidence());
            }
            case TagSeen seen -> kind(json, "rfid", "epc", seen.epc(), "plate", seen.boundPlate());
            case ContainersSeen seen -> containers(json, seen);
            case SealSeen seen -> kind(json, "eseal", "container", seen.container(), "sealId", seen.number(), "state", seen.state().name());
            case WeightSeen seen -> {
                kind(json, "weight");
                json.writeNumberField("grossKg", seen.grossKilograms());
                json.writeBooleanField("stable", seen.steadiness() == Steadiness.STEADY);
            }
            case RadiationSeen seen -> radiation(json, seen);
            case DriverSeen seen -> kind(json, "driver", "driver", seen.driver());
            case LoopChanged seen -> kind(json, "loop", "state", seen.passing().name());
            case BarrierMoved seen -> kind(json, "barrier", "state", seen.position().name());
        }
    }

    /** @param members names and values by turns; an empty value is left out */
    private static void kind(JsonGenerator json, String kind, String... members) throws IOException {
        json.writeStringField("kind", kind);
        for (int i = 0; i < members.length; i += 2) {
            if (!members[i + 1].isEmpty()) {
                json.writeStringField(members[i], members[i + 1]);
            }
        }
    }

    private static void radiation(JsonGenerator json, RadiationSeen seen) throws IOException {
        kind(json, "radiation");
        json.writeBooleanField("gammaAlarm", seen.signs().contains(RadiationSign.GAMMA_ALARM));
        json.writeBooleanField("neutronAlarm", seen.signs().contains(RadiationSign.NEUTRON_ALARM));
        json.writeBooleanField("tamper", seen.signs().contains(RadiationSign.TAMPER));
        json.writeBooleanField("fault", seen.signs().contains(RadiationSign.FAULT));
        json.writeNumberField("gammaBackground", seen.background());
    }

    private static void containers(JsonGenerator json, ContainersSeen seen) throws IOException {
        kind(json, "ocr");
        json.writeArrayFieldStart("containers");
        for (SeenContainer box : seen.containers()) {
            json.writeStartObject();
            json.writeStringField("position", switch (box.position()) {
                case FRONT -> "F";
                case REAR -> "R";
                case WHOLE -> "W";
            });
            json.writeStringField("number", box.number());
            if (!box.sizeType().isEmpty()) {
                json.writeStringField("sizeType", box.sizeType());
            }
            json.writeNumberField("confidence", box.confidence());
            json.writeArrayFieldStart("placards");
            for (String placard : box.placards().stream().sorted().toList()) {
                json.writeString(placard);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
