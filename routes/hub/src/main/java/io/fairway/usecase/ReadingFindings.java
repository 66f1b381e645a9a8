package io.fairway.usecase;

import io.fairway.document.Envelope;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Printable;
import io.fairway.document.finding.Quality;
import io.fairway.document.finding.Severity;
import io.fairway.document.finding.Text;
import java.util.Optional;

/** Findings about an interchange as a whole that only the hub can make: who sent it, whether it came before. */
final class ReadingFindings {

    private ReadingFindings() {
    }

    static Finding unknownSyntax() {
        return new Finding("NOT_AN_INTERCHANGE", Severity.ERROR, Optional.empty(), Place.NOWHERE, "",
                "an EDIFACT interchange (UNA or UNB) or an XML document", new Text(
                "This is neither EDIFACT nor XML: no UNA, UNB or XML element was found at the beginning.",
                "这既不是EDIFACT也不是XML：开头没有找到UNA、UNB或XML元素。"), "ISO 9735; XML 1.0", Optional.empty(), Quality.CONFORMITY);
    }

    static Finding foreignSender(Envelope envelope, PartyRecord sender) {
        return envelope("SENDER_NOT_CALLER", 23, envelope, envelope.sender(), "a code of " + sender.id(), new Text(
                "The envelope names a sender that is not the party who delivered it.", "信封中的发送方不是实际递交方。"));
    }

    static Finding wrongEnvironment(Envelope envelope) {
        return envelope("LIVE_FROM_TEST_PARTY", 25, envelope, "", "test indicator 1 (UNB 0035)", new Text(
                "This sender is in test: its interchanges must carry the test indicator.", "该发送方处于测试状态，其报文必须带测试标识。"));
    }

    static Finding sameReferenceOtherBytes(Envelope envelope) {
        return envelope("REFERENCE_REUSED", 26, envelope, envelope.reference(), "a reference not used before", new Text(
                "This reference was used before for other content. Nothing was processed.", "该参考号已用于其他内容，未作任何处理。"));
    }

    static Finding missingReference(Envelope envelope) {
        return envelope("REFERENCE_MISSING", 13, envelope, "", "an interchange reference of the sender", new Text(
                "The interchange has no reference, so a repeat could not be recognised.", "报文没有参考号，无法识别重复。"));
    }

    private static Finding envelope(String code, int edifact, Envelope envelope, String found, String expected, Text text) {
        Place place = new Place("", "UNB", 0, 0, 0, envelope.offset(), 0, 0);
        return new Finding(code, Severity.ERROR, Optional.of(edifact), place, Printable.of(found), expected, text, "ISO 9735 UNB",
                Optional.empty(), quality(code));
    }

    private static Quality quality(String code) {
        return code.equals("REFERENCE_MISSING") ? Quality.COMPLETENESS : Quality.CONSISTENCY;
    }
}
