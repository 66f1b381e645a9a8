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
                "an EDIFACT interchange (UNA or UNB), an XML document or a JSON object", new Text(
                "This is neither EDIFACT nor XML nor JSON: it begins with no UNA, no UNB, no XML element and no JSON object.",
                "这既不是EDIFACT，也不是XML或JSON：开头没有UNA、UNB、XML元素或JSON对象。"), "ISO 9735; XML 1.0; RFC 8259", Optional.empty(), Quality.CONFORMITY);
    }

    static Finding foreignSender(Envelope envelope, PartyRecord sender) {
        return envelope("SENDER_NOT_CALLER", 23, envelope, Said.SENDER, envelope.sender(), "a code of " + sender.id(), new Text(
                "The envelope names a sender that is not the party who delivered it.", "信封中的发送方不是实际递交方。"));
    }

    static Finding wrongEnvironment(Envelope envelope) {
        return envelope("LIVE_FROM_TEST_PARTY", 25, envelope, Said.TEST_INDICATOR, "", "test indicator 1 (UNB 0035)", new Text(
                "This sender is in test: its interchanges must carry the test indicator.", "该发送方处于测试状态，其报文必须带测试标识。"));
    }

    static Finding sameReferenceOtherBytes(Envelope envelope) {
        return envelope("REFERENCE_REUSED", 26, envelope, Said.REFERENCE, envelope.reference(), "a reference not used before", new Text(
                "This reference was used before for other content. Nothing was processed.", "该参考号已用于其他内容，未作任何处理。"));
    }

    static Finding missingReference(Envelope envelope) {
        return envelope("REFERENCE_MISSING", 13, envelope, Said.REFERENCE, "", "an interchange reference of the sender", new Text(
                "The interchange has no reference, so a repeat could not be recognised.", "报文没有参考号，无法识别重复。"));
    }

    private static Finding envelope(String code, int edifact, Envelope envelope, Said said, String found, String expected, Text text) {
        return switch (envelope.syntax()) {
            case EDIFACT -> new Finding(code, Severity.ERROR, Optional.of(edifact),
                    new Place("", "UNB", 0, said.element, said.component, envelope.offset(), 0, 0), Printable.of(found), expected, text,
                    "ISO 9735 UNB", Optional.empty(), said.quality(found));
            case XML, JSON -> new Finding(code, Severity.ERROR, Optional.of(edifact), new Place("", "", 0, 0, 0, envelope.offset(), 0, 0),
                    Printable.of(found), expected, text, "Fairway: the envelope of the document", Optional.empty(), said.quality(found));
        };
    }

    /** Where UNB says it (ISO 9735-1, annex C): elements and components after the tag, counted from 1. */
    private enum Said {
        SENDER(2, 1), REFERENCE(5, 0), TEST_INDICATOR(11, 0);

        private final int element;
        private final int component;

        Said(int element, int component) {
            this.element = element;
            this.component = component;
        }

        private Quality quality(String found) {
            return this == REFERENCE && found.isEmpty() ? Quality.COMPLETENESS : Quality.CONSISTENCY;
        }
    }
}
