package io.fairway.clearance.gate;

import io.fairway.clearance.gate.RuleOutcome.UsedFact;
import io.fairway.document.finding.Text;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiConsumer;

/**
 * A decision as one JSON text that explains itself: what was decided, every rule with the facts it used, what was corrected or left out,
 * and the papers as they were. It is what is signed and kept; nothing else is needed to explain the passage later.
 */
public final class RecordText {
    private final StringBuilder out = new StringBuilder();

    private RecordText() {
    }

    /** The record of a decision. The same decision gives the same text. */
    public static String of(GateDecision decision) {
        var record = new RecordText();
        record.write(decision);
        return record.out.toString();
    }

    private void write(GateDecision decision) {
        GateInputs inputs = decision.inputs();
        open('{');
        member("transaction", inputs.transaction());
        member("lane", inputs.lane().lane());
        member("terminal", inputs.lane().terminal());
        member("direction", inputs.lane().direction());
        member("laneKind", inputs.lane().kind());
        member("decidedAt", inputs.decidedAt());
        member("permission", decision.permission());
        member("closesLane", decision.closesLane() ? "yes" : "no");
        member("rulesVersion", decision.rulesVersion());
        inputs.seen().plate().ifPresent(plate -> member("plate", plate.value()));
        name("containers");
        list(inputs.seen().containers().map(Told::value).orElse(List.of()), (text, box) -> text.string(
                box.number().map(Object::toString).orElse(box.asRead())));
        text("display", decision.display());
        name("rules");
        list(decision.outcomes(), RecordText::outcome);
        name("notes");
        list(inputs.seen().notes(), (text, note) -> {
            text.open('{');
            text.member("code", note.code());
            text.member("device", note.device());
            text.member("text", note.text());
            text.close('}');
        });
        name("papers");
        list(inputs.papers(), (text, papers) -> text.members(PapersText.write(papers)));
        close('}');
    }

    private void outcome(RuleOutcome outcome) {
        open('{');
        member("rule", outcome.rule());
        outcome.container().ifPresent(container -> member("container", container));
        member("result", outcome.result());
        member("code", outcome.reason().code());
        text("reason", outcome.reason().text());
        outcome.overridden().ifPresent(by -> {
            name("setAside");
            open('{');
            member("by", by.by());
            member("person", by.person());
            by.second().ifPresent(second -> member("second", second));
            member("reason", by.reason());
            member("at", by.at());
            close('}');
        });
        name("facts");
        list(outcome.facts(), RecordText::fact);
        close('}');
    }

    private void fact(UsedFact fact) {
        open('{');
        member("name", fact.name());
        member("value", fact.value());
        member("origin", fact.origin());
        member("asOf", fact.asOf());
        name("ageMilliseconds");
        out.append(fact.ageMilliseconds());
        close('}');
    }

    private void text(String name, Text text) {
        name(name);
        open('{');
        member("en", text.en());
        member("zh", text.zh());
        close('}');
    }

    private void members(SequencedMap<String, String> members) {
        open('{');
        members.forEach(this::member);
        close('}');
    }

    private <T> void list(List<T> values, BiConsumer<RecordText, T> each) {
        open('[');
        for (T value : values) {
            comma();
            each.accept(this, value);
        }
        close(']');
    }

    private void member(String name, Object value) {
        name(name);
        string(value.toString());
    }

    private void name(String name) {
        comma();
        string(name);
        out.append(':');
    }

    private void comma() {
        char last = out.charAt(out.length() - 1);
        if (last != '{' && last != '[') {
            out.append(',');
        }
    }

    private void open(char bracket) {
        out.append(bracket);
    }

    private void close(char bracket) {
        out.append(bracket);
    }

    private void string(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
