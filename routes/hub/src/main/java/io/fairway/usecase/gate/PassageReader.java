package io.fairway.usecase.gate;

import io.fairway.clearance.gate.GateRule;
import io.fairway.clearance.gate.RuleOutcome.Result;
import io.fairway.document.finding.Text;
import io.fairway.signing.Json;
import io.fairway.signing.JsonText;
import io.fairway.usecase.gate.GateStore.Kept;
import io.fairway.usecase.view.PassageView;
import io.fairway.usecase.view.PassageView.Place;
import io.fairway.usecase.view.PassageView.RuleView;
import io.fairway.usecase.view.PassageView.UsedFactView;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a decision's record back for people. */
final class PassageReader {
    private PassageReader() {
    }

    static PassageView read(Kept kept, Place place) {
        Map<String, Json> record = members(JsonText.read(kept.record()));
        return new PassageView(kept.transaction(), kept.revision(), kept.lane(), kept.permission(), kept.plate(), kept.containers(), kept.decidedAt(),
                text(record, "display"), place, elements(record, "rules").map(PassageReader::rule).toList());
    }

    private static RuleView rule(Map<String, Json> outcome) {
        Map<String, Json> setAside = members(outcome.getOrDefault("setAside", new Json.Members(Map.of())));
        return new RuleView(GateRule.valueOf(word(outcome, "rule")), found(outcome, "container"), Result.valueOf(word(outcome, "result")),
                text(outcome, "reason"), Stream.of("person", "second").flatMap(name -> found(setAside, name).stream()).toList(),
                elements(outcome, "facts").map(PassageReader::fact).toList());
    }

    private static UsedFactView fact(Map<String, Json> fact) {
        return new UsedFactView(word(fact, "name"), word(fact, "value"), word(fact, "origin"), Instant.parse(word(fact, "asOf")));
    }

    private static Text text(Map<String, Json> of, String name) {
        Map<String, Json> text = members(of.getOrDefault(name, new Json.Members(Map.of())));
        return new Text(word(text, "en"), word(text, "zh"));
    }

    private static Stream<Map<String, Json>> elements(Map<String, Json> of, String name) {
        return of.get(name) instanceof Json.Elements elements ? elements.of().stream().map(PassageReader::members) : Stream.of();
    }

    private static Map<String, Json> members(Json json) {
        return json instanceof Json.Members members ? members.of() : Map.of();
    }

    private static Optional<String> found(Map<String, Json> of, String name) {
        return of.get(name) instanceof Json.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    private static String word(Map<String, Json> of, String name) {
        return found(of, name).orElseThrow(() -> new IllegalArgumentException("A record without " + name));
    }
}
