package io.fairway.usecase.gate;

import io.fairway.clearance.gate.GatePapers;
import io.fairway.clearance.gate.PapersText;
import io.fairway.document.gate.Observation.LoopChanged;
import io.fairway.document.gate.Observation.Passing;
import io.fairway.document.gate.Reading;
import io.fairway.signing.Json;
import io.fairway.signing.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** The journal names its subjects by UUID; a passage has a name. */
    static UUID subject(String transaction) {
        return UUID.nameUUIDFromBytes(("gate:" + transaction).getBytes(StandardCharsets.UTF_8));
    }

    static boolean isExit(Reading reading) {
        return reading.observation() instanceof LoopChanged loop && loop.passing() == Passing.LEFT;
    }
}
