package io.fairway.usecase;

import io.fairway.document.Document;
import io.fairway.document.DocumentReader;
import io.fairway.document.Envelope;
import io.fairway.document.Lineage;
import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads a document that somebody shows, whoever wrote it; nothing is stored and nobody is told. */
public final class PresentedDocuments {
    private static final int MOST = 100;

    private final Readers readers;
    private final Parties parties;

    public PresentedDocuments(List<DocumentReader> readers, Parties parties) {
        this.readers = new Readers(readers);
        this.parties = parties;
    }

    /**
     * What the bytes say.
     *
     * @param wanted parts to keep, 100 at most
     * @return empty when nothing of them can be read, or nothing is wanted; a part is kept whether its message is sound or not
     */
    public List<Document> read(Caller caller, byte[] bytes, Predicate<Document> wanted) {
        PartyRecord party = parties.find(caller.party()).orElseThrow(
                () -> new IllegalStateException("Party " + caller.party() + " is not registered"));
        var kept = new Kept(wanted);
        readers.read(bytes, party.reading(), kept);
        return List.copyOf(kept.documents);
    }

    private static final class Kept implements ReadingHandler {
        private final Predicate<Document> wanted;
        private final List<Document> documents = new ArrayList<>();

        Kept(Predicate<Document> wanted) {
            this.wanted = wanted;
        }

        @Override
        public void interchangeStarted(Envelope envelope) {
            // who wrote it to whom is not what is compared
        }

        @Override
        public void messageStarted(MessageHead message) {
            // its parts come
        }

        @Override
        public void part(Document document, Lineage lineage) {
            if (documents.size() < MOST && wanted.test(document)) {
                documents.add(document);
            }
        }

        @Override
        public void finding(Finding finding) {
            // who checks documents does so at POST /api/validations
        }

        @Override
        public void messageEnded(MessageHead message, Verdict verdict) {
            // see finding
        }

        @Override
        public void interchangeEnded(Envelope envelope, Verdict verdict, SyntaxReport report) {
            // see finding
        }
    }
}
