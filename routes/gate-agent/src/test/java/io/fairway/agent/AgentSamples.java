package io.fairway.agent;

import io.fairway.clearance.gate.GatePapers;
import io.fairway.clearance.gate.GatePapers.Appointment;
import io.fairway.clearance.gate.GatePapers.Basis;
import io.fairway.clearance.gate.GatePapers.HolderStanding;
import io.fairway.clearance.gate.GatePapers.Mass;
import io.fairway.clearance.gate.GatePapers.Purpose;
import io.fairway.clearance.gate.GatePapers.Release;
import io.fairway.clearance.gate.LaneProfile;
import io.fairway.clearance.gate.LaneProfile.Direction;
import io.fairway.clearance.gate.LaneProfile.LaneKind;
import io.fairway.document.id.ContainerNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A lane, what its devices say of a truck, and the papers of its container. */
final class AgentSamples {
    static final LaneProfile OUT = new LaneProfile("OUT03", "HUBT", Direction.OUT, LaneKind.MIXED);
    static final Set<String> DEVICES = Set.of("LOOP", "LPR", "OCR", "ESEAL", "RPM", "KIOSK", "WB");

    private AgentSamples() {
    }

    static GatePapers papers(String box, String plate, Instant now, Duration outage) {
        return new GatePapers(new ContainerNumber(box), "pass", now, now.plus(outage),
                Optional.of(new Appointment("PA-" + plate, Purpose.PICK_UP, "HAUL", plate, "D1", now.minusSeconds(60), now.plusSeconds(86_400))),
                Optional.of(new Release("DO1", "HAUL", HolderStanding.ACTS, Optional.of(now.plusSeconds(86_400)))), Optional.of(List.of()),
                Optional.of(List.of("S1")), Set.of(), Optional.of(new Mass(14_650, Basis.DECLARED_PLUS_TARE)), Optional.of(14_660),
                Optional.of("22G1"), Optional.of(Set.of()), Optional.empty(), List.of());
    }

    /** Of every device, the weighbridge last. */
    static List<String> readings(String box, String plate, String seal, Instant at) {
        return List.of(json("LOOP", "loop", "\"state\":\"ENTERED\"", at),
                json("LPR", "lpr", "\"plate\":\"" + plate + "\",\"confidence\":0.98", at),
                json("OCR", "ocr", "\"containers\":[{\"position\":\"F\",\"number\":\"" + box + "\",\"sizeType\":\"22G1\",\"confidence\":0.99}]", at),
                json("ESEAL", "eseal", "\"sealId\":\"" + seal + "\",\"state\":\"SEALED\"", at),
                json("RPM", "radiation", "\"gammaAlarm\":false,\"neutronAlarm\":false,\"tamper\":false,\"gammaBackground\":812", at),
                json("KIOSK", "driver", "\"driver\":\"D1\"", at), json("WB", "weight", "\"grossKg\":29310,\"stable\":true", at));
    }

    static String json(String device, String kind, String members, Instant at) {
        return "{\"lane\":\"OUT03\",\"device\":\"%s\",\"kind\":\"%s\",\"at\":\"%s\",%s}".formatted(device, kind, at, members);
    }
}
