package io.fairway.bench;

import io.fairway.document.Envelope;
import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.ReadingProfile;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import io.fairway.edifact.EdifactReader;
import io.fairway.edifact.InterchangeHandler;
import io.fairway.edifact.InterchangeHead;
import io.fairway.edifact.Segment;
import io.fairway.edifact.SegmentHandler;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** Our engine with everything it checks: structure, presence, lengths, classes, code lists, counts and references, as findings. */
final class FairwayValidated implements Subject {
    static final ReadingProfile PROFILE = new ReadingProfile(ZoneOffset.UTC, Optional.empty(), Map.of());

    private final EdifactReader reader = new EdifactReader();

    @Override
    public String name() {
        return "fairway-validated";
    }

    @Override
    public long read(InputStream input) throws IOException {
        var counting = new Counting();
        reader.read(input, PROFILE, counting);
        if (counting.errors > 0 || counting.verdict != Verdict.CLEAN) {
            throw new IllegalStateException("Found faults in a sound input: " + counting.errors);
        }
        return counting.segments;
    }

    private static final class Counting implements InterchangeHandler, SegmentHandler {
        private long segments;
        private int errors;
        private Verdict verdict = Verdict.SYNTAX_ERRORS;

        @Override
        public void interchangeStarted(InterchangeHead interchange) {
            segments += interchange.envelope().syntax() == Envelope.Syntax.EDIFACT ? 1 : 0;
        }

        @Override
        public Optional<SegmentHandler> messageStarted(MessageHead message) {
            return Optional.of(this);
        }

        @Override
        public void groupStarted(String trigger, int depth) {
            segments += depth;
        }

        @Override
        public void segment(Segment segment) {
            segments += segment.position();
        }

        @Override
        public void groupEnded(String trigger, int depth) {
            segments -= depth;
        }

        @Override
        public void finding(Finding finding) {
            errors += finding.isError() ? 1 : 0;
        }

        @Override
        public void messageEnded(MessageHead message, int count, Verdict ended) {
            verdict = ended;
        }

        @Override
        public void interchangeEnded(InterchangeHead interchange, Verdict ended, SyntaxReport report) {
            verdict = ended;
        }
    }
}
