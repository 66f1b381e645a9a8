package io.fairway.xml.mapping;

import io.fairway.document.CustomsResponse.Reason;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.xml.FieldReader;
import io.fairway.xml.XmlOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A reason in a WCO response. {@code Error} has a code of at most eight characters, and pointers; ours points at goods items
 * only (section 68A, sequence number). Anything else is a statement {@link WcoStatement#REASON}, {@code code|pointer|text}.
 */
final class WcoReason {
    /** Pointer sections that lead to an item: declaration, goods shipment, goods item (WCO class ids). */
    private static final List<String> LEADING = List.of("42A", "67A");
    private static final String ITEM = "68A";
    private static final Pattern ITEM_NUMBER = Pattern.compile("[1-9][0-9]{0,4}");
    private static final int CODE_LIMIT = 8;
    private static final int TEXT_LIMIT = 512;

    private WcoReason() {
    }

    static Reason readError(FieldReader error) {
        String pointer = error.each("Pointer").stream().map(WcoReason::step).filter(step -> !step.isEmpty())
                .collect(Collectors.joining("/"));
        return new Reason(error.text("code", "ValidationCode"), pointer, error.text("text", "Description"));
    }

    /** {@code 3} for item 3, otherwise section, sequence number in brackets, tag: {@code 68A[3].145}. */
    private static String step(FieldReader pointer) {
        String section = pointer.marker("DocumentSectionCode");
        String sequence = pointer.marker("SequenceNumeric");
        String tag = pointer.marker("TagID");
        if (LEADING.contains(section) && tag.isEmpty()) {
            return "";
        }
        if (section.equals(ITEM) && tag.isEmpty() && !sequence.isEmpty()) {
            return sequence;
        }
        return section + (sequence.isEmpty() ? "" : "[" + sequence + "]") + (tag.isEmpty() ? "" : "." + tag);
    }

    /** A statement: ours, with three members, or customs' own, whose code is the reason's. */
    static Reason readStatement(FieldReader statement) {
        String code = statement.marker("StatementCode");
        if (code.equals(WcoStatement.REASON.code())) {
            return statement.value("text", "StatementDescription", Function.identity()).map(WcoReason::parted)
                    .orElse(new Reason("", "", ""));
        }
        return new Reason(statement.text("code", "StatementCode"), "", statement.text("text", "StatementDescription"));
    }

    private static Reason parted(String text) {
        List<String> members = new ArrayList<>(List.of(text.split("\\|", 3)));
        while (members.size() < 3) {
            members.addFirst("");
        }
        return new Reason(members.get(0).strip(), members.get(1).strip(), members.get(2).strip());
    }

    static boolean isError(Reason reason) {
        return reason.code().length() <= CODE_LIMIT && !(reason.code() + reason.text()).isBlank()
                && (reason.pointer().isEmpty() || ITEM_NUMBER.matcher(reason.pointer()).matches());
    }

    static void writeError(XmlOutput xml, String path, Reason reason) {
        xml.open("Error")
                .leaf(path + ".text", "Description", reason.text(), TEXT_LIMIT)
                .leaf(path + ".code", "ValidationCode", reason.code(), CODE_LIMIT);
        if (!reason.pointer().isEmpty()) {
            xml.open("Pointer").leaf(path + ".pointer", "SequenceNumeric", reason.pointer())
                    .leaf(path + ".pointer", "DocumentSectionCode", ITEM).close();
        }
        xml.close();
    }

    static void writeStatement(XmlOutput xml, String path, Reason reason) {
        if ((reason.code() + reason.pointer()).contains("|")) {
            throw new UnwritableDocumentException(path, "a code or pointer with | cannot be told from the text");
        }
        WcoStatement.REASON.write(xml, path, reason.code() + "|" + reason.pointer() + "|" + reason.text());
    }
}
