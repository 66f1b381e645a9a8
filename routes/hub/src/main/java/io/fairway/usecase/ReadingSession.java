package io.fairway.usecase;

import io.fairway.document.Document;
import io.fairway.document.Envelope;
import io.fairway.document.Lineage;
import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hears one transmission being read; each interchange in it stands or falls alone. */
final class ReadingSession implements ReadingHandler {
    private static final int MOST_FINDINGS = 1000;

    private final ReadingSessions hub;
    private final ReceivedTransmission transmission;
    private final PartyRecord sender;
    private final List<Finding> outside = new ArrayList<>();
    private final Set<ConsignmentId> touched = new LinkedHashSet<>();
    private Optional<InterchangeReading> open = Optional.empty();
    private Optional<InterchangeReading> ended = Optional.empty();
    private int interchanges;

    ReadingSession(ReadingSessions hub, ReceivedTransmission transmission, PartyRecord sender) {
        this.hub = hub;
        this.transmission = transmission;
        this.sender = sender;
    }

    @Override
    public void interchangeStarted(Envelope envelope) {
        concludeEnded(envelope.offset());
        interchanges++;
        open = Optional.of(new InterchangeReading(hub, transmission, sender, envelope));
    }

    @Override
    public void messageStarted(MessageHead message) {
        current().messageStarted(message);
    }

    @Override
    public void part(Document document, Lineage lineage) {
        current().part(document, lineage);
    }

    @Override
    public void finding(Finding finding) {
        List<Finding> findings = open.or(() -> ended).map(InterchangeReading::findings).orElse(outside);
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    @Override
    public void messageEnded(MessageHead message, Verdict verdict) {
        current().messageEnded(message, verdict);
    }

    @Override
    public void interchangeEnded(Envelope envelope, Verdict verdict, SyntaxReport report) {
        current().ended(report);
        ended = open;
        open = Optional.empty();
    }

    /** The end of the input ends the last interchange. */
    void finish() {
        concludeEnded(transmission.bytes().length);
    }

    /** An interchange's own bytes go from its envelope to the next one, so it is concluded only when that is known. */
    private void concludeEnded(long nextOffset) {
        ended.ifPresent(reading -> touched.addAll(reading.conclude((int) nextOffset)));
        ended = Optional.empty();
    }

    private InterchangeReading current() {
        return open.orElseThrow(() -> new IllegalStateException("The reader told of a message outside an interchange"));
    }

    int interchanges() {
        return interchanges;
    }

    List<Finding> findingsOutside() {
        return List.copyOf(outside);
    }

    Set<ConsignmentId> touched() {
        return Set.copyOf(touched);
    }
}
