package io.fairway.edifact;

import io.fairway.document.finding.Certainty;
import io.fairway.document.finding.Edit;
import io.fairway.document.finding.Fix;
import io.fairway.edifact.MessageTable.Node;
import io.fairway.edifact.SegmentTable.ComponentUse;
import io.fairway.edifact.SegmentTable.ElementUse;
import io.fairway.edifact.SegmentTable.Presence;
import java.util.List;
import java.util.Optional;

/** What a missing segment looks like: its mandatory values in angle brackets, to be filled in. */
final class Skeleton {

    private Skeleton() {
    }

    static Optional<Fix> of(Node node, Delimiters delimiters) {
        return node.segment().map(table -> {
            var text = new StringBuilder(table.tag());
            int last = lastMandatory(table.positions().stream().map(ElementUse::presence).toList());
            for (int position = 1; position <= Math.max(1, last) && position <= table.positions().size(); position++) {
                var use = table.positions().get(position - 1);
                text.append(delimiters.element()).append(use.isMandatory() || last == 0 ? element(use, delimiters) : "");
            }
            return new Fix(text.append(delimiters.terminator()).toString(), Certainty.LIKELY, Edit.FILL_IN);
        });
    }

    private static String element(ElementUse use, Delimiters delimiters) {
        var text = new StringBuilder();
        var components = use.components();
        int last = Math.max(1, lastMandatory(components.stream().map(ComponentUse::presence).toList()));
        for (int component = 1; component <= last; component++) {
            var element = components.get(component - 1).element();
            text.append(component == 1 ? "" : String.valueOf(delimiters.component()));
            var listed = element.codes().listed();
            text.append(!listed.isEmpty() && listed.indexOf(',') < 0 ? listed : "<" + SegmentCheck.words(element.name()) + ">");
        }
        return text.toString();
    }

    private static int lastMandatory(List<Presence> presences) {
        return presences.lastIndexOf(Presence.MANDATORY) + 1;
    }
}
