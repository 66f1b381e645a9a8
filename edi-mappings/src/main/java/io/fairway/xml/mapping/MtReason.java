package io.fairway.xml.mapping;

import io.fairway.document.CustomsResponse.Reason;
import io.fairway.document.UnwritableDocumentException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reason in the {@code Text} of an MT receipt: customs puts a number of five digits before the words
 * ({@code 11301 original manifest main data accepted}); any other code, and what is pointed at, stand in braces before them
 * (<code>{WEIGHT|items[2]} differs from the declaration</code>).
 */
final class MtReason {
    private static final Pattern NUMBERED = Pattern.compile("([0-9]{5})(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern BRACED = Pattern.compile("\\{([^|}]*)\\|([^|}]*)}(?:\\s(.*))?", Pattern.DOTALL);

    private MtReason() {
    }

    static Reason read(String text) {
        Matcher numbered = NUMBERED.matcher(text);
        if (numbered.matches()) {
            return new Reason(numbered.group(1), "", orEmpty(numbered.group(2)));
        }
        Matcher braced = BRACED.matcher(text);
        return braced.matches() ? new Reason(braced.group(1), braced.group(2), orEmpty(braced.group(3)))
                : new Reason("", "", text);
    }

    private static String orEmpty(@Nullable String group) {
        return group == null ? "" : group;
    }

    static String write(String path, Reason reason) {
        if ((reason.code() + reason.pointer()).matches(".*[|}].*")) {
            throw new UnwritableDocumentException(path, "a code or pointer with | or } cannot be told from the text");
        }
        boolean isPlain = reason.code().isEmpty() && reason.pointer().isEmpty() && read(reason.text()).text().equals(reason.text());
        if (isPlain) {
            return reason.text();
        }
        boolean isNumbered = reason.pointer().isEmpty() && reason.code().matches("[0-9]{5}");
        String written = (isNumbered ? reason.code() : "{" + reason.code() + "|" + reason.pointer() + "}") + " " + reason.text();
        return written.strip();
    }
}
