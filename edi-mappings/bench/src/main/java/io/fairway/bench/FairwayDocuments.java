package io.fairway.bench;

import io.fairway.document.Document;
import io.fairway.document.Envelope;
import io.fairway.document.Lineage;
import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import io.fairway.edifact.mapping.EdifactDocuments;
import java.io.IOException;
import java.io.InputStream;

/** As {@link FairwayValidated}, and into documents with lineage and the checks of content. */
final class FairwayDocuments implements Subject {
    private final EdifactDocuments documents = new EdifactDocuments();

    @Override
    public String name() {
        return "fairway-documents";
    }

    @Override
    public long read(InputStream input) throws IOException {
        var counting = new Counting();
        documents.read(input, FairwayValidated.PROFILE, counting);
        if (counting.errors > 0) {
            throw new IllegalStateException("Found faults in a sound input: " + counting.errors);
        }
        return counting.leaves;
    }

    private static final class Counting implements ReadingHandler {
        private long leaves;
        private int errors;

        @Override
        public void interchangeStarted(Envelope envelope) {
            leaves++;
        }

        @Override
        public void messageStarted(MessageHead message) {
            leaves++;
        }

        @Override
        public void part(Document document, Lineage lineage) {
            leaves += lineage.origins().size();
        }

        @Override
        public void finding(Finding finding) {
            errors += finding.isError() ? 1 : 0;
        }

        @Override
        public void messageEnded(MessageHead message, Verdict verdict) {
            leaves++;
        }

        @Override
        public void interchangeEnded(Envelope envelope, Verdict verdict, SyntaxReport report) {
            leaves += report.messages().size();
        }
    }
}
