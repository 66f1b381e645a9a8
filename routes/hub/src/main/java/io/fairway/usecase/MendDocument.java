package io.fairway.usecase;

import io.fairway.document.Document;
import io.fairway.document.DocumentReader;
import io.fairway.document.Envelope;
import io.fairway.document.Lineage;
import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Carries out proposed fixes that a person has accepted. Nothing is stored and nobody is told; what comes of it is a document to submit. */
public final class MendDocument {
    private static final int BASE = 36;

    private final Readers readers;
    private final Parties parties;
    private final Corrections corrections;
    private final InstantSource clock;

    public MendDocument(List<DocumentReader> readers, Parties parties, Corrections corrections, InstantSource clock) {
        this.readers = new Readers(readers);
        this.parties = parties;
        this.corrections = corrections;
        this.clock = clock;
    }

    /** Changes bytes by proposed fixes. */
    public interface Corrections {

        /**
         * @param chosen findings whose fixes are wanted
         * @param reference of the interchange that results, where its syntax has one that may be used once only
         * @return the changed bytes; empty when none of the fixes can be carried out
         */
        Optional<byte[]> correct(byte[] bytes, Envelope envelope, List<Finding> chosen, String reference);
    }

    /** What names a finding among those of one document. @param offset byte in the input; -1 when unknown */
    public static String key(String code, long offset) {
        return code + "@" + offset;
    }

    /**
     * The document with the chosen fixes, under a fresh interchange reference.
     *
     * @param chosen keys of findings
     * @return empty when none of them can be carried out
     */
    public Optional<byte[]> mend(Caller caller, byte[] bytes, Set<String> chosen) {
        PartyRecord party = parties.find(caller.party()).orElseThrow(() -> new IllegalStateException("Party " + caller.party() + " is not registered"));
        var reading = new Reading();
        readers.read(bytes, party.reading(), reading);
        List<Finding> wanted = reading.findings.stream()
                .filter(finding -> finding.fix().isPresent() && chosen.contains(key(finding.code(), finding.place().offset()))).toList();
        String reference = "M" + Long.toString(clock.millis(), BASE).toUpperCase(Locale.ROOT);
        return reading.envelope.flatMap(envelope -> corrections.correct(bytes, envelope, wanted, reference));
    }

    private static final class Reading implements ReadingHandler {
        private final List<Finding> findings = new ArrayList<>();
        private Optional<Envelope> envelope = Optional.empty();

        @Override
        public void interchangeStarted(Envelope started) {
            envelope = envelope.or(() -> Optional.of(started));
        }

        @Override
        public void messageStarted(MessageHead message) {
            // only the findings are wanted
        }

        @Override
        public void part(Document document, Lineage lineage) {
            // only the findings are wanted
        }

        @Override
        public void finding(Finding finding) {
            findings.add(finding);
        }

        @Override
        public void messageEnded(MessageHead message, Verdict verdict) {
            // only the findings are wanted
        }

        @Override
        public void interchangeEnded(Envelope ended, Verdict verdict, SyntaxReport report) {
            // only the findings are wanted
        }
    }
}
