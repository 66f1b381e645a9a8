package io.fairway.clearance.gate;

import io.fairway.clearance.gate.SeenTruck.Note;
import io.fairway.clearance.gate.SeenTruck.SeenBox;
import io.fairway.document.gate.Observation;
import io.fairway.document.gate.Observation.ContainersSeen;
import io.fairway.document.gate.Observation.DriverSeen;
import io.fairway.document.gate.Observation.PlateSeen;
import io.fairway.document.gate.Observation.RadiationSeen;
import io.fairway.document.gate.Observation.RadiationSign;
import io.fairway.document.gate.Observation.SealSeen;
import io.fairway.document.gate.Observation.Steadiness;
import io.fairway.document.gate.Observation.TagSeen;
import io.fairway.document.gate.Observation.WeightSeen;
import io.fairway.document.gate.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes one truck of the readings of one passage. The order in which they came does not matter; what is left out is noted. */
public final class Votes {
    /** Code of the note about a device whose readings did not count; its text is the reason. */
    public static final String DOES_NOT_COUNT = "DEVICE_DOES_NOT_COUNT";
    private static final Comparator<Reading> BY_TIME = Comparator.comparing(Reading::at).thenComparing(Reading::device)
            .thenComparing(Reading::sequence);

    private final GatePolicy policy;
    private final List<Note> notes = new ArrayList<>();
    private final List<Reading> counted;

    private Votes(Collection<Reading> readings, Map<String, String> silenced, GatePolicy policy) {
        this.policy = policy;
        this.counted = readings.stream().sorted(BY_TIME).filter(reading -> counts(reading, silenced)).toList();
    }

    /**
     * @param silenced devices whose readings do not count, with the reason
     * @param papers of the containers that may be meant, for a number that was read with one wrong character
     */
    public static SeenTruck of(Collection<Reading> readings, Map<String, String> silenced, Collection<GatePapers> papers, GatePolicy policy) {
        var votes = new Votes(readings, silenced, policy);
        Optional<Told<String>> plate = votes.plate();
        Optional<Told<List<SeenBox>>> boxes = new BoxVotes(policy, papers, votes.notes).of(votes.told(ContainersSeen.class));
        return new SeenTruck(plate, votes.tag(), boxes, votes.seals(), votes.weight(), votes.radiation(), votes.driver(), votes.notes);
    }

    private boolean counts(Reading reading, Map<String, String> silenced) {
        String why = silenced.get(reading.device());
        if (why != null) {
            notes.add(new Note(DOES_NOT_COUNT, reading.device(), why));
        } else if (reading.drift().compareTo(policy.oldestReading()) > 0) {
            notes.add(new Note("CLOCK_SKEW", reading.device(), "The device's clock is " + reading.drift().toSeconds() + " s away from ours"));
        } else {
            return true;
        }
        return isAlarm(reading.observation());
    }

    /** An alarm counts from whatever device: what is not trusted may stop a truck, never let it go. */
    private static boolean isAlarm(Observation observation) {
        return observation instanceof RadiationSeen radiation && (radiation.signs().contains(RadiationSign.GAMMA_ALARM)
                || radiation.signs().contains(RadiationSign.NEUTRON_ALARM));
    }

    private <T extends Observation> List<Told<T>> told(Class<T> kind) {
        return counted.stream().filter(reading -> kind.isInstance(reading.observation()))
                .map(reading -> new Told<>(kind.cast(reading.observation()), reading.device(), reading.at())).toList();
    }

    /** The plate with the most confidence over all its readings; the others are noted. */
    private Optional<Told<String>> plate() {
        Map<String, Double> weight = new TreeMap<>();
        Map<String, Told<String>> last = new TreeMap<>();
        for (Told<PlateSeen> told : told(PlateSeen.class)) {
            String plate = TruckRules.plain(told.value().plate());
            if (told.value().confidence() < policy.leastConfidence() || plate.isEmpty()) {
                notes.add(new Note("NOT_BELIEVED", told.origin(), "Plate " + plate + " read with confidence " + told.value().confidence()));
            } else {
                weight.merge(plate, told.value().confidence(), Double::sum);
                last.put(plate, new Told<>(plate, told.origin(), told.asOf()));
            }
        }
        Optional<String> best = weight.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        last.values().stream().filter(told -> best.filter(told.value()::equals).isEmpty())
                .forEach(told -> notes.add(new Note("OUTVOTED", told.origin(), "Plate " + told.value())));
        return best.map(last::get);
    }

    private Optional<Told<String>> tag() {
        return only("tags", told(TagSeen.class).stream().filter(told -> !told.value().boundPlate().isEmpty())
                .map(told -> new Told<>(TruckRules.plain(told.value().boundPlate()), told.origin(), told.asOf())).toList());
    }

    private Optional<Told<String>> driver() {
        return only("drivers", told(DriverSeen.class).stream().filter(told -> !told.value().driver().isBlank())
                .map(told -> new Told<>(told.value().driver(), told.origin(), told.asOf())).toList());
    }

    /** Readings that contradict each other say nothing. */
    private Optional<Told<String>> only(String what, List<Told<String>> told) {
        if (told.stream().map(Told::value).distinct().count() > 1) {
            notes.add(new Note("CONTRADICTION", told.getFirst().origin(), "Different " + what + " in one passage"));
            return Optional.empty();
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(told.getLast());
    }

    private List<Told<SealSeen>> seals() {
        List<Told<SealSeen>> distinct = new ArrayList<>();
        for (Told<SealSeen> told : told(SealSeen.class)) {
            if (distinct.stream().noneMatch(known -> known.value().equals(told.value()))) {
                distinct.add(told);
            }
        }
        return distinct;
    }

    private Optional<Told<Integer>> weight() {
        List<Told<WeightSeen>> steady = told(WeightSeen.class).stream()
                .filter(told -> told.value().steadiness() == Steadiness.STEADY && told.value().grossKilograms() > 0).toList();
        return steady.isEmpty() ? Optional.empty()
                : Optional.of(new Told<>(steady.getLast().value().grossKilograms(), steady.getLast().origin(), steady.getLast().asOf()));
    }

    /** All signs of all portals together: quiet of one does not take back the alarm of another. */
    private Optional<Told<RadiationSeen>> radiation() {
        List<Told<RadiationSeen>> told = told(RadiationSeen.class);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        Set<RadiationSign> signs = EnumSet.noneOf(RadiationSign.class);
        told.forEach(each -> signs.addAll(each.value().signs()));
        Told<RadiationSeen> shown = told.stream().filter(each -> !each.value().signs().isEmpty()).findFirst().orElse(told.getLast());
        return Optional.of(new Told<>(new RadiationSeen(signs, shown.value().background()), shown.origin(), shown.asOf()));
    }
}
