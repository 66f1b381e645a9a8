package io.fairway.json;

import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Printable;
import io.fairway.document.finding.Quality;
import io.fairway.document.finding.Severity;
import io.fairway.document.finding.Text;
import java.util.Optional;

/** The ways in which an input fails as JSON; each is one finding code. */
enum JsonFault {
    JSON_NOT_WELL_FORMED("JSON in UTF-8", "RFC 8259", "The document is not JSON from here on.", "文件自此处起不是有效的 JSON。"),
    JSON_MEMBER_DOUBLED("each member of an object once", "RFC 8259, 4; RFC 7493, 2.3",
            "An object has a member twice; it would depend on the receiver which of them counts.", "对象中有重复成员,接收方对其取值可能不一致。"),
    JSON_LIMIT("a smaller input", "Fairway limits: bytes, depth, values, length of a string",
            "The document is larger, deeper or longer than is accepted.", "文件大小、嵌套层数或字符串长度超过限制。"),
    JSON_TRAILING("nothing after the value", "RFC 8259, 2", "Something follows after the end of the document.", "文件结束后还有多余内容。");

    private final String expected;
    private final String rule;
    private final Text text;

    JsonFault(String expected, String rule, String english, String chinese) {
        this.expected = expected;
        this.rule = rule;
        this.text = new Text(english, chinese);
    }

    JsonFaultException at(Place place, String found) {
        return new JsonFaultException(new Finding(name(), Severity.ERROR, Optional.empty(), place, Printable.of(found), expected, text,
                rule, Optional.empty(), Quality.CONFORMITY));
    }
}
