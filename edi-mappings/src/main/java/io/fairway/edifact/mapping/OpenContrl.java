package io.fairway.edifact.mapping;

import io.fairway.document.Lineage;
import io.fairway.edifact.ContrlReading;
import io.fairway.edifact.Segment;

/** A CONTRL message that is being read: the one message that is about syntax itself. */
final class OpenContrl implements OpenMessage {
    private final ContrlReading reading = new ContrlReading();
    private final FieldReader fields;
    private final PartSink parts;

    OpenContrl(FieldReader fields, PartSink parts) {
        this.fields = fields;
        this.parts = parts;
    }

    @Override
    public void groupStarted(String trigger, int depth) {
        reading.groupStarted(trigger, depth);
    }

    @Override
    public void segment(Segment segment) {
        reading.segment(segment);
    }

    @Override
    public void groupEnded(String trigger, int depth) {
        reading.groupEnded(trigger, depth);
    }

    @Override
    public void end() {
        reading.report().ifPresentOrElse(report -> parts.part(report, Lineage.NONE),
                () -> fields.missing("action", new KeptGroup("UNH").find("UCI"), 4, 1));
    }
}
