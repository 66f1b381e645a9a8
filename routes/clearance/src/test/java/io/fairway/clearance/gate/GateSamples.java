package io.fairway.clearance.gate;

import io.fairway.clearance.gate.GatePapers.Appointment;
import io.fairway.clearance.gate.GatePapers.Basis;
import io.fairway.clearance.gate.GatePapers.HolderStanding;
import io.fairway.clearance.gate.GatePapers.Mass;
import io.fairway.clearance.gate.GatePapers.Purpose;
import io.fairway.clearance.gate.GatePapers.Release;
import io.fairway.clearance.gate.LaneProfile.Direction;
import io.fairway.clearance.gate.LaneProfile.LaneKind;
import io.fairway.document.gate.Observation;
import io.fairway.document.gate.Observation.ContainersSeen;
import io.fairway.document.gate.Observation.DriverSeen;
import io.fairway.document.gate.Observation.LoopChanged;
import io.fairway.document.gate.Observation.Passing;
import io.fairway.document.gate.Observation.PlateSeen;
import io.fairway.document.gate.Observation.Position;
import io.fairway.document.gate.Observation.RadiationSeen;
import io.fairway.document.gate.Observation.SealSeen;
import io.fairway.document.gate.Observation.SealState;
import io.fairway.document.gate.Observation.SeenContainer;
import io.fairway.document.gate.Observation.Steadiness;
import io.fairway.document.gate.Observation.TagSeen;
import io.fairway.document.gate.Observation.WeightSeen;
import io.fairway.document.gate.Reading;
import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The passage of the sample voyage: truck HUA12345 takes HUBU2000016 out of lane OUT03. */
final class GateSamples {
    static final Instant ENTERED = Instant.parse("2026-03-06T02:13:31Z");
    static final Instant DECIDED = ENTERED.plusSeconds(15);
    static final LaneProfile OUT = new LaneProfile("OUT03", "HUBT", Direction.OUT, LaneKind.MIXED);
    static final ContainerNumber BOX = new ContainerNumber("HUBU2000016");
    static final ContainerNumber OTHER = new ContainerNumber("HUBU2000021");

    private GateSamples() {
    }

    static GatePapers papers(ContainerNumber box) {
        return new GatePapers(box, "hub", ENTERED, DECIDED.plusSeconds(60),
                Optional.of(new Appointment("PA260306-17", Purpose.PICK_UP, "HUBTRUCK", "HUA12345", "D3101", ENTERED.minusSeconds(1800),
                        ENTERED.plusSeconds(1800))),
                Optional.of(new Release("DO7700551", "HUBTRUCK", HolderStanding.ACTS, Optional.of(ENTERED.plusSeconds(86_400)))),
                Optional.of(List.of()), Optional.of(List.of("HB778812")), Set.of(), Optional.of(new Mass(14_650, Basis.DECLARED_PLUS_TARE)),
                Optional.of(14_660), Optional.of("22G1"), Optional.of(Set.of()), Optional.empty(), List.of());
    }

    static Reading reading(String device, int second, Observation observation) {
        Instant at = ENTERED.plusSeconds(second);
        return new Reading(device, second + 100, "OUT03", at, at.plusMillis(20), observation);
    }

    /** All devices, as examples/gate has them. */
    static List<Reading> cleanPassage() {
        return new ArrayList<>(List.of(
                reading("LOOP", 0, new LoopChanged(Passing.ENTERED)),
                reading("LPR", 1, new PlateSeen("HUA12345", 0.982)),
                reading("RFID", 2, new TagSeen("E2000017221101441890", "HUA12345")),
                reading("OCR", 5, boxes(box("HUBU2000016"))),
                reading("ESEAL", 6, new SealSeen("", "HB778812", SealState.SEALED)),
                reading("RPM", 7, new RadiationSeen(Set.of(), 812)),
                reading("KIOSK", 8, new DriverSeen("D3101")),
                reading("WB", 14, new WeightSeen(29_280, Steadiness.STEADY))));
    }

    static ContainersSeen boxes(SeenContainer... boxes) {
        return new ContainersSeen(List.of(boxes));
    }

    static SeenContainer box(String number) {
        return new SeenContainer(Position.FRONT, number, "22G1", 0.991, Set.of());
    }

    static List<Reading> with(List<Reading> readings, Reading... others) {
        List<Reading> changed = new ArrayList<>(readings);
        for (Reading other : others) {
            changed.removeIf(each -> each.observation().kind() == other.observation().kind()
                    && each.observation().kind() != Observation.Kind.LOOP);
        }
        changed.addAll(List.of(other(others)));
        return changed;
    }

    private static Reading[] other(Reading... others) {
        return others;
    }

    static GateDecision decide(List<Reading> readings, GatePapers... papers) {
        return decide(OUT, readings, List.of(papers), List.of());
    }

    static GateDecision decide(LaneProfile lane, List<Reading> readings, List<GatePapers> papers, List<SetAside> overrides) {
        SeenTruck seen = Votes.of(readings, Map.of(), papers, GatePolicy.STANDARD);
        return GateRules.decide(new GateInputs("GO260306-OUT03-1", lane, GatePolicy.STANDARD, seen, papers, overrides, DECIDED));
    }
}
