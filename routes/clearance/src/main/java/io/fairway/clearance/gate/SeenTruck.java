package io.fairway.clearance.gate;

import io.fairway.document.gate.Observation.RadiationSeen;
import io.fairway.document.gate.Observation.SealSeen;
import io.fairway.document.id.ContainerNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the votes between the readings of one passage come to. Absent is: not seen, or seen and not believed.
 *
 * @param containers empty when not seen; a told empty list says that the portal looked and saw none
 * @param notes what was corrected, out-voted or left out, for people
 */
public record SeenTruck(Optional<Told<String>> plate, Optional<Told<String>> tagPlate, Optional<Told<List<SeenBox>>> containers,
                        List<Told<SealSeen>> seals, Optional<Told<Integer>> grossKilograms, Optional<Told<RadiationSeen>> radiation,
                        Optional<Told<String>> driver, List<Note> notes) {
    public SeenTruck {
        containers = containers.map(told -> new Told<>(List.copyOf(told.value()), told.origin(), told.asOf()));
        seals = List.copyOf(seals);
        notes = List.copyOf(notes);
    }

    /** Devices that did not count, with the reason. */
    public Map<String, String> silenced() {
        Map<String, String> silenced = new TreeMap<>();
        notes.stream().filter(note -> note.code().equals(Votes.DOES_NOT_COUNT)).forEach(note -> silenced.put(note.device(), note.text()));
        return silenced;
    }

    /** @param number empty when what was read is no container number; see {@code asRead} */
    public record SeenBox(Optional<ContainerNumber> number, String asRead, String sizeType, Set<String> placards) {
        public SeenBox {
            placards = Set.copyOf(placards);
        }
    }

    /** @param code for example CORRECTED, CLOCK_SKEW, NOT_BELIEVED, OUTVOTED */
    public record Note(String code, String device, String text) {
    }
}
