package io.fairway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fairway takes what StAEDI takes, and refuses what it refuses, but for the differences that are named here. */
class StaediDifferenceTest {
    private static final int MESSAGES = 40;
    private static final int MUTATIONS = 6;

    private final Judges judges = new Judges();

    @ParameterizedTest
    @CsvSource({"95B, CUSCAR", "95B, BAPLIE", "95B, CODECO", "95B, COARRI", "96A, CUSDEC", "96B, CUSRES", "00B, COREOR", "99B, IFTMCS", "02B, PAXLST",
        "16A, VERMAS", "21B, CUSCAR"})
    void agreesOnMessagesThatTheDirectoryAllows(String release, String type) {
        var messages = new RandomMessages(release, type.hashCode());
        for (int i = 0; i < MESSAGES; i++) {
            var segments = messages.interchange(type);

            assertThat(judges.fairway(Judges.bytes(segments))).as(String.join("\n", segments)).isEmpty();
            agree(segments);
        }
    }

    @ParameterizedTest
    @CsvSource({"95B, CUSCAR", "95B, CODECO", "96A, CUSDEC", "00B, COREOR", "99B, IFTMCS"})
    void agreesOnMutatedMessages(String release, String type) {
        var messages = new RandomMessages(release, type.hashCode() + 1L);
        var random = new Random(7);
        for (int i = 0; i < MESSAGES; i++) {
            var segments = messages.interchange(type);
            for (int mutation = 0; mutation < MUTATIONS; mutation++) {
                agree(mutate(segments, random));
            }
        }
    }

    private void agree(List<String> segments) {
        var bytes = Judges.bytes(segments);
        var theirs = judges.staedi(bytes).stream().filter(error -> !isExplained(error, segments)).toList();
        var ours = judges.fairway(bytes);
        if (theirs.isEmpty() && isSecondUns(segments)) {
            return;
        }
        assertThat(ours.isEmpty()).as("%s%nFairway: %s%nStAEDI: %s", String.join("\n", segments), ours, theirs).isEqualTo(theirs.isEmpty());
    }

    /**
     * The one difference: StAEDI takes a second UNS for a repetition of the first when no segment stands between them, and then misses
     * the second and whatever follows it; the directory has two UNS, each mandatory.
     */
    private static boolean isExplained(String error, List<String> segments) {
        return isSecondUns(segments) && (error.contains("in segment UNS") || error.startsWith("MANDATORY_SEGMENT_MISSING"));
    }

    private static boolean isSecondUns(List<String> segments) {
        for (int i = 1; i < segments.size(); i++) {
            if (segments.get(i).startsWith("UNS") && segments.get(i - 1).startsWith("UNS")) {
                return true;
            }
        }
        return false;
    }

    private static List<String> mutate(List<String> segments, Random random) {
        var mutated = new ArrayList<>(segments);
        int at = 2 + random.nextInt(segments.size() - 4);
        switch (random.nextInt(5)) {
            case 0 -> mutated.remove(at);
            case 1 -> mutated.add(at, mutated.get(at));
            case 2 -> mutated.add(2 + random.nextInt(segments.size() - 4), mutated.remove(at));
            case 3 -> mutated.set(at, mutated.get(at) + "+X+Y+Z:A+B+C+D+E+F");
            default -> mutated.set(at, mutated.get(at).replaceFirst("\\+[^+:]*", "+" + "A".repeat(40)));
        }
        return mutated;
    }
}
