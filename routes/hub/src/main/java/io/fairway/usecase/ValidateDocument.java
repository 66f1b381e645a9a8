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

/** The same reading and the same findings as for a transmission, with nothing stored and nobody told. */
public final class ValidateDocument {
    private static final int MOST_FINDINGS = 1000;

    private final Readers readers;
    private final Parties parties;

    public ValidateDocument(List<DocumentReader> readers, Parties parties) {
        this.readers = new Readers(readers);
        this.parties = parties;
    }

    /** @return one entry per interchange; a single one without envelope when the input is no interchange at all */
    public List<Validation> validate(Caller caller, byte[] bytes) {
        PartyRecord party = parties.find(caller.party()).orElseThrow(
                () -> new IllegalStateException("Party " + caller.party() + " is not registered"));
        var listener = new Listener();
        readers.read(bytes, party.reading(), listener);
        return listener.result();
    }

    /**
     * @param reference interchange reference; empty when there was no envelope
     * @param messages message reference, type and verdict in input order
     */
    public record Validation(String reference, String sender, String recipient, List<Message> messages, List<Finding> findings) {
        public Validation {
            messages = List.copyOf(messages);
            findings = List.copyOf(findings);
        }

        /** One message and what it came to. */
        public record Message(String reference, String type, ReadingHandler.Verdict verdict) {
        }
    }

    private static final class Listener implements ReadingHandler {
        private final List<Validation> validations = new ArrayList<>();
        private final List<Finding> outside = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private final List<Validation.Message> messages = new ArrayList<>();
        private int open;

        @Override
        public void interchangeStarted(Envelope envelope) {
            open++;
            findings.clear();
            messages.clear();
        }

        @Override
        public void messageStarted(MessageHead message) {
            // the verdict comes with the message's end
        }

        @Override
        public void part(Document document, Lineage lineage) {
            // nothing is stored
        }

        @Override
        public void finding(Finding finding) {
            List<Finding> list = open > 0 ? findings : outside;
            if (list.size() < MOST_FINDINGS) {
                list.add(finding);
            }
        }

        @Override
        public void messageEnded(MessageHead message, Verdict verdict) {
            messages.add(new Validation.Message(message.reference(), message.type(), verdict));
        }

        @Override
        public void interchangeEnded(Envelope envelope, Verdict verdict, SyntaxReport report) {
            open--;
            validations.add(new Validation(envelope.reference(), envelope.sender(), envelope.recipient(), messages, findings));
        }

        List<Validation> result() {
            if (validations.isEmpty() || !outside.isEmpty()) {
                validations.add(new Validation("", "", "", List.of(), outside));
            }
            return List.copyOf(validations);
        }
    }
}
