package io.fairway.command;

import io.fairway.document.Envelope;
import io.fairway.document.ReadingHandler;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Fix;
import io.fairway.document.finding.Place;
import java.util.Locale;

/** Words a check for machines, as the design fixes it in part 5. */
final class CheckJson {

    private CheckJson() {
    }

    static Json of(String file, InterchangeCheck check) {
        var json = new Json().text("file", file);
        check.envelope().ifPresent(envelope -> json.textUnlessEmpty("interchange", envelope.reference())
                .textUnlessEmpty("sender", envelope.sender()).textUnlessEmpty("recipient", envelope.recipient())
                .text("syntax", envelope.syntax() == Envelope.Syntax.EDIFACT ? "edifact" : lower(envelope.syntax())));
        return json.text("verdict", check.verdict().word())
                .list("messages", check.messages().stream().map(CheckJson::message).toList())
                .list("findings", check.findings().stream().map(CheckJson::finding).toList());
    }

    private static Json message(InterchangeCheck.MessageCheck message) {
        return new Json().text("reference", message.reference()).text("type", message.type())
                .text("verdict", message.verdict() == ReadingHandler.Verdict.CLEAN ? Verdict.CLEAN.word() : Verdict.FINDINGS.word());
    }

    static Json finding(Finding finding) {
        Place place = finding.place();
        var json = new Json().text("code", finding.code()).text("severity", lower(finding.severity()));
        finding.edifact().ifPresent(code -> json.number("edifact", code));
        json.textUnlessEmpty("message", place.message()).textUnlessEmpty("segment", place.segment())
                .counted("segmentPosition", place.segmentPosition()).counted("element", place.element())
                .counted("component", place.component());
        if (place.offset() >= 0) {
            json.number("offset", place.offset());
        }
        return json.counted("line", place.line()).counted("column", place.column()).textUnlessEmpty("found", finding.found())
                .text("expected", finding.expected())
                .object("text", new Json().text("en", finding.text().en()).text("zh", finding.text().zh()))
                .text("rule", finding.rule()).object("fix", finding.fix().map(CheckJson::fix))
                .text("quality", lower(finding.quality()));
    }

    private static Json fix(Fix fix) {
        return new Json().text("value", fix.value()).text("certainty", lower(fix.certainty())).text("edit", lower(fix.edit()));
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
