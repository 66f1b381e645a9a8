package io.fairway.usecase.gate;

import io.fairway.clearance.gate.GatePapers;
import io.fairway.clearance.gate.GateRule;
import io.fairway.clearance.gate.LaneProfile;
import io.fairway.clearance.gate.PapersText;
import io.fairway.clearance.gate.SetAside;
import io.fairway.clearance.gate.Votes;
import io.fairway.document.finding.Text;
import io.fairway.document.gate.Observation.LoopChanged;
import io.fairway.document.gate.Observation.Passing;
import io.fairway.document.gate.Reading;
import io.fairway.signing.Json;
import io.fairway.signing.JsonText;
import io.fairway.usecase.gate.GateStore.Kept;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What is read back of records. */
final class KeptRecords {

    private KeptRecords() {
    }

    /** The papers a decision rested on. */
    static List<GatePapers> papers(byte[] record) {
        List<GatePapers> papers = new ArrayList<>();
        if (JsonText.read(record) instanceof Json.Members members && members.of().get("papers") instanceof Json.Elements elements) {
            elements.of().forEach(each -> papers.add(PapersText.read(values(each))));
        }
        return papers;
    }

    /** What the lane needs of a decision. */
    static LaneWord word(Kept kept) {
        Map<String, String> display = JsonText.read(kept.record()) instanceof Json.Members members && members.of().get("display") instanceof Json told
                ? values(told) : Map.of();
        return new LaneWord(kept.lane(), kept.transaction(), kept.permission(), kept.decidedAt(), new Text(must(display, "en"), must(display, "zh")));
    }

    private static Map<String, String> values(Json json) {
        Map<String, String> values = new LinkedHashMap<>();
        if (json instanceof Json.Members members) {
            members.of().forEach((name, value) -> {
                if (value instanceof Json.Text text) {
                    values.put(name, text.value());
                }
            });
        }
        return values;
    }

    /** Who answered for which rules in a decision. */
    static List<SetAside> setAside(byte[] record) {
        List<SetAside> all = new ArrayList<>();
        if (JsonText.read(record) instanceof Json.Members members && members.of().get("rules") instanceof Json.Elements elements) {
            for (Json each : elements.of()) {
                if (each instanceof Json.Members outcome && outcome.of().get("setAside") instanceof Json.Members by) {
                    all.add(setAside(values(outcome), values(by)));
                }
            }
        }
        return all.stream().distinct().toList();
    }

    /** Devices that did not count, with the reason. */
    static Map<String, String> silenced(byte[] record) {
        Map<String, String> silenced = new TreeMap<>();
        if (JsonText.read(record) instanceof Json.Members members && members.of().get("notes") instanceof Json.Elements notes) {
            notes.of().stream().map(KeptRecords::values).filter(note -> must(note, "code").equals(Votes.DOES_NOT_COUNT))
                    .forEach(note -> silenced.put(must(note, "device"), must(note, "text")));
        }
        return silenced;
    }

    /** The lane as it was registered when it was decided. */
    static LaneProfile lane(byte[] record) {
        Map<String, String> values = values(JsonText.read(record));
        return new LaneProfile(must(values, "lane"), must(values, "terminal"), LaneProfile.Direction.valueOf(must(values, "direction")),
                LaneProfile.LaneKind.valueOf(must(values, "laneKind")));
    }

    /** When it was decided. */
    static Instant decidedAt(byte[] record) {
        return Instant.parse(must(values(JsonText.read(record)), "decidedAt"));
    }

    /** What was decided, and what each rule came to, by its name and the container it looked at. */
    static SortedMap<String, String> outcomes(byte[] record) {
        SortedMap<String, String> outcomes = new TreeMap<>();
        if (JsonText.read(record) instanceof Json.Members members) {
            outcomes.put("permission", must(values(members), "permission"));
            if (members.of().get("rules") instanceof Json.Elements elements) {
                elements.of().stream().map(KeptRecords::values).forEach(rule -> outcomes.put(must(rule, "rule")
                        + Optional.ofNullable(rule.get("container")).map(container -> " " + container).orElse(""),
                        must(rule, "result") + " " + must(rule, "code")));
            }
        }
        return outcomes;
    }

    private static SetAside setAside(Map<String, String> outcome, Map<String, String> by) {
        return new SetAside(GateRule.valueOf(must(outcome, "rule")), SetAside.By.valueOf(must(by, "by")), must(by, "person"),
                Optional.ofNullable(by.get("second")), must(by, "reason"), Instant.parse(must(by, "at")));
    }

    private static String must(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name)).orElseThrow(() -> new IllegalArgumentException("A record without " + name));
    }

    /** The journal names its subjects by UUID; a passage has a name. */
    static UUID subject(String transaction) {
        return UUID.nameUUIDFromBytes(("gate:" + transaction).getBytes(StandardCharsets.UTF_8));
    }

    static boolean isExit(Reading reading) {
        return reading.observation() instanceof LoopChanged loop && loop.passing() == Passing.LEFT;
    }
}
