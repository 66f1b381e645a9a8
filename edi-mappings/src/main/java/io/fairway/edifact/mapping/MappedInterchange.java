package io.fairway.edifact.mapping;

import io.fairway.document.Envelope;
import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.ReadingProfile;
import io.fairway.document.SyntaxReport;
import io.fairway.document.code.CodeLists;
import io.fairway.document.finding.Finding;
import io.fairway.edifact.InterchangeHandler;
import io.fairway.edifact.InterchangeHead;
import io.fairway.edifact.SegmentHandler;
import java.util.Map;
import java.util.Optional;

/** Lets the mappings read the messages of the interchanges, and joins their verdicts with those of the syntax. */
final class MappedInterchange implements InterchangeHandler {
    /** Beyond this the content findings of an interchange are weighed, but no longer handed on. */
    private static final int MOST_FINDINGS = 1000;

    private final Map<String, MessageMapping> mappings;
    private final CodeLists lists;
    private final MemberPaths paths;
    private final ReadingProfile profile;
    private final ReadingHandler handler;
    private Optional<InterchangeHead> head = Optional.empty();
    private Optional<OpenMessage> open = Optional.empty();
    private int contentFindings;
    private MessageFindings found = new MessageFindings();
    private boolean messageAtFault;
    private boolean interchangeAtFault;

    MappedInterchange(Map<String, MessageMapping> mappings, CodeLists lists, MemberPaths paths, ReadingProfile profile, ReadingHandler handler) {
        this.mappings = mappings;
        this.lists = lists;
        this.paths = paths;
        this.profile = profile;
        this.handler = handler;
    }

    @Override
    public void interchangeStarted(InterchangeHead interchange) {
        head = Optional.of(interchange);
        interchangeAtFault = false;
        contentFindings = 0;
        handler.interchangeStarted(interchange.envelope());
    }

    @Override
    public Optional<SegmentHandler> messageStarted(MessageHead message) {
        messageAtFault = false;
        found = new MessageFindings();
        handler.messageStarted(message);
        open = head.flatMap(interchange -> open(interchange, message));
        return open.map(reading -> new ValueChecks(reading, profile, lists, this::remark));
    }

    private Optional<OpenMessage> open(InterchangeHead interchange, MessageHead message) {
        String messageType = message.type().split(":", 2)[0];
        var fields = new FieldReader(profile, paths, EnvelopeValues.of(interchange, message), interchange.delimiters().decimal(), this::contentFinding);
        if (messageType.equals("CONTRL")) {
            return Optional.of(new OpenContrl(fields, handler::part));
        }
        return Optional.ofNullable(mappings.get(messageType))
                .map(mapping -> new GroupKeeper(mapping.open(fields, handler::part), fields));
    }

    private void remark(Finding finding) {
        if (!found.remark(finding)) {
            contentFinding(finding);
        }
    }

    private void contentFinding(Finding finding) {
        messageAtFault |= finding.isError();
        if (!found.isSaid(finding)) {
            tell(found.joined(finding));
        }
    }

    private void tell(Finding finding) {
        contentFindings++;
        if (contentFindings <= MOST_FINDINGS) {
            handler.finding(finding);
        } else if (contentFindings == MOST_FINDINGS + 1) {
            handler.finding(ContentRule.FINDINGS_LIMITED.finding(profile, finding.place(), "", Integer.toString(MOST_FINDINGS)));
        }
    }

    @Override
    public void finding(Finding finding) {
        if (open.isEmpty() || !found.keeps(finding)) {
            handler.finding(finding);
        }
    }

    @Override
    public void messageEnded(MessageHead message, int segments, Verdict verdict) {
        if (verdict != Verdict.SYNTAX_ERRORS || !found.isBroken()) {
            open.ifPresent(OpenMessage::end);
        }
        for (Finding remark : found.kept()) {
            messageAtFault |= remark.isError();
            tell(remark);
        }
        open = Optional.empty();
        interchangeAtFault |= messageAtFault;
        handler.messageEnded(message, verdict == Verdict.CLEAN && messageAtFault ? Verdict.CONTENT_ERRORS : verdict);
    }

    @Override
    public void interchangeEnded(InterchangeHead interchange, Verdict verdict, SyntaxReport report) {
        Envelope envelope = interchange.envelope();
        handler.interchangeEnded(envelope, verdict == Verdict.CLEAN && interchangeAtFault ? Verdict.CONTENT_ERRORS : verdict, report);
    }
}
