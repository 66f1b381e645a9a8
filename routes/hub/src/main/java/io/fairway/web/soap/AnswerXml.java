package io.fairway.web.soap;

import io.fairway.usecase.view.AcknowledgmentView;
import io.fairway.usecase.view.FindingView;
import io.fairway.usecase.view.InterchangeDetail;
import io.fairway.usecase.view.TransmissionView;
import java.util.Locale;
import org.apache.cxf.helpers.DOMUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes what the service answers, as its schema says. */
final class AnswerXml {
    private AnswerXml() {
    }

    /** Writes elements of the contract under one of them. */
    record Writer(Element parent) {

        static Writer root(String name) {
            Document document = DOMUtils.createDocument();
            Element root = document.createElementNS(Names.WINDOW, name);
            document.appendChild(root);
            return new Writer(root);
        }

        static Writer under(Element parent, String name) {
            Element element = parent.getOwnerDocument().createElementNS(Names.WINDOW, name);
            parent.appendChild(element);
            return new Writer(element);
        }

        Writer child(String name) {
            return under(parent, name);
        }

        Writer text(String name, String value) {
            child(name).parent().setTextContent(xml(value));
            return this;
        }

        /** XML 1.0 cannot say every character; what it cannot say stands as a question mark in a box. */
        private static String xml(String value) {
            return value.codePoints().map(c -> c == 0x9 || c == 0xA || c == 0xD || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD
                    || c >= 0x10000 ? c : 0xFFFD).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        }
    }

    static void transmission(Writer parent, TransmissionView view) {
        Writer transmission = parent.child("transmission").text("id", view.id().toString()).text("digest", view.digest())
                .text("receivedAt", view.receivedAt().toString()).text("state", view.state().name().toLowerCase(Locale.ROOT));
        view.interchanges().forEach(interchange -> interchange(transmission, interchange));
        view.findings().forEach(finding -> finding(transmission, finding));
    }

    private static void interchange(Writer parent, InterchangeDetail detail) {
        Writer interchange = parent.child("interchange").text("id", detail.interchange().id().toString())
                .text("reference", detail.interchange().reference());
        detail.interchange().verdict().ifPresent(verdict -> interchange.text("verdict", verdict.name().toLowerCase(Locale.ROOT)));
        interchange.text("facts", Integer.toString(detail.tally().total()));
        detail.findings().forEach(finding -> finding(interchange, finding));
        detail.acknowledgments().forEach(acknowledgment -> acknowledgment(interchange, acknowledgment));
    }

    private static void acknowledgment(Writer parent, AcknowledgmentView view) {
        parent.child("acknowledgment").text("kind", view.kind()).text("dialect", view.dialect()).text("text", view.text());
    }

    private static void finding(Writer parent, FindingView view) {
        Writer finding = parent.child("finding").text("code", view.code()).text("severity", view.severity().name().toLowerCase(Locale.ROOT));
        view.message().ifPresent(message -> finding.text("message", message));
        view.segment().ifPresent(segment -> finding.text("segment", segment));
        view.segmentPosition().ifPresent(position -> finding.text("segmentPosition", Integer.toString(position)));
        view.offset().ifPresent(offset -> finding.text("offset", Long.toString(offset)));
        view.found().ifPresent(found -> finding.text("found", found));
        finding.text("expected", view.expected()).text("english", view.text().en()).text("chinese", view.text().zh());
        view.fix().ifPresent(fix -> finding.text("fix", fix.value()));
    }
}
