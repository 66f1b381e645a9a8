package io.fairway.json.mapping;

import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Printable;
import io.fairway.document.finding.Quality;
import io.fairway.document.finding.Severity;
import io.fairway.document.finding.Text;
import java.util.Optional;

/** What the content of a JSON document is held to, beyond the form of single values; the name is the code of the finding. */
enum JsonContentRule {
    UNKNOWN_JSON_DOCUMENT(Severity.ERROR, "Fairway: supported JSON forms", "This kind of JSON document is not supported.", "不支持此类 JSON 文件。"),
    VALUE_MISSING(Severity.ERROR, "mandatory member of the form", "A mandatory value is missing.", "缺少必填值。"),
    VALUE_KIND(Severity.ERROR, "form of the member", "The value is not of the kind the form has here.", "该值的类型与格式规定不符。"),
    VALUE_REFUSED(Severity.ERROR, "the values of a group must fit each other", "The values do not fit each other.", "各值之间不相符。"),
    MEMBER_UNKNOWN(Severity.WARNING, "members of the form", "The form has no such member; it was not carried over.", "格式中没有此成员,未予采用。");

    private final Severity severity;
    private final String rule;
    private final Text text;

    JsonContentRule(Severity severity, String rule, String english, String chinese) {
        this.severity = severity;
        this.rule = rule;
        this.text = new Text(english, chinese);
    }

    Finding at(Place place, String found, String expected) {
        return new Finding(name(), severity, Optional.empty(), place, Printable.of(found), expected, text, rule, Optional.empty(),
                quality());
    }

    private Quality quality() {
        return switch (this) {
            case VALUE_MISSING -> Quality.COMPLETENESS;
            case VALUE_REFUSED -> Quality.CONSISTENCY;
            case UNKNOWN_JSON_DOCUMENT, VALUE_KIND, MEMBER_UNKNOWN -> Quality.CONFORMITY;
        };
    }
}
