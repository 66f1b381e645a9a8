package io.fairway.clearance.gate;

import io.fairway.clearance.gate.SeenTruck.Note;
import io.fairway.clearance.gate.SeenTruck.SeenBox;
import io.fairway.document.gate.Observation.ContainersSeen;
import io.fairway.document.gate.Observation.Position;
import io.fairway.document.gate.Observation.SeenContainer;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.RefusedValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Votes about the containers on the truck, place by place: a valid check digit first, then confidence. */
final class BoxVotes {
    private final GatePolicy policy;
    private final Collection<GatePapers> papers;
    private final List<Note> notes;

    BoxVotes(GatePolicy policy, Collection<GatePapers> papers, List<Note> notes) {
        this.policy = policy;
        this.papers = papers;
        this.notes = notes;
    }

    Optional<Told<List<SeenBox>>> of(List<Told<ContainersSeen>> told) {
        if (told.isEmpty()) {
            return Optional.empty();
        }
        Map<Position, List<SeenContainer>> places = new EnumMap<>(Position.class);
        for (Told<ContainersSeen> each : told) {
            for (SeenContainer seen : each.value().containers()) {
                places.computeIfAbsent(seen.position(), _ -> new ArrayList<>()).add(seen);
            }
        }
        String origin = told.getLast().origin();
        Instant asOf = told.getLast().asOf();
        List<SeenBox> boxes = new ArrayList<>();
        places.values().forEach(seen -> boxes.add(elect(seen, origin)));
        List<SeenBox> distinct = new ArrayList<>();
        boxes.stream().filter(box -> distinct.stream().noneMatch(known -> known.number().isPresent() && known.number().equals(box.number())))
                .forEach(distinct::add);
        return Optional.of(new Told<>(distinct, origin, asOf));
    }

    private SeenBox elect(List<SeenContainer> seen, String device) {
        Comparator<SeenContainer> better = Comparator.<SeenContainer>comparingInt(each -> number(each).isPresent() ? 1 : 0)
                .thenComparingDouble(SeenContainer::confidence).thenComparing(SeenContainer::number);
        SeenContainer best = seen.stream().max(better).orElseThrow();
        seen.stream().filter(each -> !each.number().equals(best.number())).map(SeenContainer::number).distinct()
                .forEach(other -> notes.add(new Note("OUTVOTED", device, "Container " + other)));
        Set<String> placards = new HashSet<>();
        seen.forEach(each -> placards.addAll(each.placards()));
        return new SeenBox(elected(best, device), best.number(), best.sizeType(), placards);
    }

    private Optional<ContainerNumber> elected(SeenContainer best, String device) {
        if (best.confidence() < policy.leastConfidence()) {
            notes.add(new Note("NOT_BELIEVED", device, "Container " + best.number() + " read with confidence " + best.confidence()));
            return Optional.empty();
        }
        Optional<ContainerNumber> valid = number(best);
        return valid.isPresent() ? valid : corrected(best.number(), device);
    }

    /** A number that fails its check digit and is one character away from exactly one that is expected here. Shown, never silent. */
    private Optional<ContainerNumber> corrected(String read, String device) {
        List<ContainerNumber> near = papers.stream().map(GatePapers::container).distinct()
                .filter(expected -> differences(expected.value(), read) == 1).toList();
        if (near.size() != 1) {
            return Optional.empty();
        }
        notes.add(new Note("CORRECTED", device, "Container read as " + read + ", taken for " + near.getFirst()));
        return Optional.of(near.getFirst());
    }

    private static int differences(String one, String other) {
        if (one.length() != other.length()) {
            return Integer.MAX_VALUE;
        }
        int differences = 0;
        for (int i = 0; i < one.length(); i++) {
            differences += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return differences;
    }

    private static Optional<ContainerNumber> number(SeenContainer seen) {
        try {
            return Optional.of(new ContainerNumber(seen.number()));
        } catch (RefusedValueException refused) {
            return Optional.empty();
        }
    }
}
