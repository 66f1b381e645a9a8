package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.NONE;
import static io.fairway.edifact.Element.e;

import io.fairway.document.ContentReport;
import io.fairway.document.ContentReport.ContentError;
import io.fairway.document.ContentReport.Verdict;
import io.fairway.document.Document;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.RefusedValueException;
import io.fairway.edifact.Element;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * APERAK, the content answer (D.96B): {@link ContentReport}. BGM 1225 is 27 when the content is not accepted; otherwise 11, and 4343
 * AP when it is accepted, CA when it is accepted with remarks.
 *
 * <p>ERC 9321 takes 8 characters. A longer error code is told by {@code ERC+SEE-TEXT} and the first line of the text that follows,
 * with hyphens for the underscores that the smaller repertoires lack. The business number an error concerns is RFF+AAQ when it is a
 * container number, RFF+ZZZ otherwise.
 */
final class AperakMapping implements MessageMapping {
    private static final String SEE_TEXT = "SEE-TEXT";

    @Override
    public String messageType() {
        return "APERAK";
    }

    @Override
    public MessageReading open(FieldReader fields, PartSink parts) {
        return message -> read(fields, message, parts);
    }

    private static void read(FieldReader fields, KeptGroup message, PartSink parts) {
        int gaps = fields.gaps();
        Source bgm = message.find("BGM");
        bgm.text(1, 1);
        Optional<String> reference = fields.required("reference", bgm, 2, 1, text -> text);
        Verdict verdict = verdict(fields, bgm);
        Optional<Instant> issuedAt = fields.issued("issuedAt", message.find("DTM", "137"));
        String answered = fields.required("answeredReference", message.find("RFF", "ACW", "AAQ", "ABO"), 1, 2, text -> text).orElse("");
        String sender = fields.codedText("sender", message.find("NAD", "MS"), 2, 1);
        String recipient = fields.codedText("recipient", message.find("NAD", "MR"), 2, 1);
        var errors = new ArrayList<ContentError>();
        message.groups("ERC").forEach(group -> errors.add(error("errors[" + errors.size() + "]", fields, group)));
        if (fields.gaps() == gaps) {
            parts.part(new ContentReport(reference.orElseThrow(), issuedAt.orElseThrow(), answered, sender, recipient, verdict, errors),
                    fields.lineage(message));
        }
    }

    private static Verdict verdict(FieldReader fields, Source bgm) {
        Optional<Verdict> response = fields.optional("verdict", bgm, 4, 1, AperakMapping::response);
        boolean refused = bgm.text(3, 1).equals("27");
        return refused ? Verdict.NOT_ACCEPTED : response.orElse(Verdict.ACCEPTED);
    }

    private static Verdict response(String code) {
        return switch (code) {
            case "RE" -> Verdict.NOT_ACCEPTED;
            case "CA", "AC" -> Verdict.ACCEPTED_WITH_REMARKS;
            case "AP", "AB", "AA", "NA" -> Verdict.ACCEPTED;
            default -> throw new RefusedValueException("CODE_UNKNOWN", code, "AP accepted, CA conditionally accepted or RE rejected");
        };
    }

    private static ContentError error(String path, FieldReader fields, KeptGroup group) {
        boolean isInWords = group.opening().holds(1, 1, SEE_TEXT);
        String code = (isInWords ? fields.fresh() : fields).codedText(path + ".code", group.opening(), 1, 1);
        Source words = group.find("FTX", "AAO");
        Source subject = group.find("RFF");
        subject.text(1, 1);
        String named = fields.text(path + ".subject", subject, 1, 2);
        if (!isInWords) {
            return new ContentError(code, named, fields.lines(path + ".text", words, 4));
        }
        String longCode = fields.text(path + ".code", words, 4, 1).replace('-', '_');
        String all = fields.lines(path + ".text", words, 4);
        return new ContentError(longCode, named, all.length() > longCode.length() ? all.substring(longCode.length() + 1) : "");
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        if (!(document instanceof ContentReport report)) {
            throw new UnwritableDocumentException("document", "APERAK says content reports only");
        }
        String function = report.verdict() == Verdict.NOT_ACCEPTED ? "27" : "11";
        draft.segment("BGM", e("12"), e(MessageDraft.mandatory("reference", report.reference(), 35)), e(function),
                e(responseCode(report.verdict())));
        draft.time("137", report.issuedAt());
        draft.reference("ACW", "answeredReference", MessageDraft.mandatory("answeredReference", report.answeredReference(), 35));
        party(draft, "MS", "sender", report.sender());
        party(draft, "MR", "recipient", report.recipient());
        report.errors().forEach(error -> write(draft, error));
    }

    private static void party(MessageDraft draft, String qualifier, String path, String code) {
        if (!code.isEmpty()) {
            draft.segment("NAD", e(qualifier), e(MessageDraft.fit(path, code, 35), "ZZZ", "ZZZ"));
        }
    }

    private static String responseCode(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "AP";
            case ACCEPTED_WITH_REMARKS -> "CA";
            case NOT_ACCEPTED -> "RE";
        };
    }

    private static void write(MessageDraft draft, ContentError error) {
        boolean fits = error.code().length() <= SEE_TEXT.length() && error.code().indexOf('_') < 0;
        draft.segment("ERC", e(MessageDraft.mandatory("errors.code", fits ? error.code() : SEE_TEXT, 8), "ZZZ", "ZZZ"));
        var lines = new ArrayList<String>();
        if (!fits) {
            lines.add(MessageDraft.fit("errors.code", error.code().replace('_', '-'), 70));
        }
        if (!error.text().isEmpty()) {
            lines.addAll(MessageDraft.lines("errors.text", error.text(), 5 - lines.size(), 70).components());
        }
        if (!lines.isEmpty()) {
            draft.segment("FTX", e("AAO"), NONE, NONE,
                    new Element(List.copyOf(lines)));
        }
        draft.reference(isContainer(error.subject()) ? "AAQ" : "ZZZ", "errors.subject", error.subject());
    }

    private static boolean isContainer(String subject) {
        try {
            return !new ContainerNumber(subject).value().isEmpty();
        } catch (RefusedValueException other) {
            return false;
        }
    }
}
