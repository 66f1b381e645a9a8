package io.fairway.usecase.replay;

import io.fairway.usecase.ApplyFacts;
import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.DeliverOutbound;
import io.fairway.usecase.DueOutbound;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.ReadTransmission;
import io.fairway.usecase.SweepWaiting;
import io.fairway.usecase.Translation;
import io.fairway.usecase.TransmissionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Does in a clean hub, step by step and in the recorded order, what another one did: the same bytes, times and identifiers come in, the same
 * signatures count. Nothing is sent; what would be sent is written down unsealed.
 */
public final class Replay {
    private static final int BATCH = 500;

    private final Recording recording;
    private final GivenSteps given;
    private final Work work;

    /** The use cases of the clean hub. */
    public record Work(ReadTransmission read, ApplyFacts apply, SweepWaiting sweep, DecideAgain decide, DeliverOutbound deliver) {
    }

    public Replay(Recording recording, GivenSteps given, Work work) {
        this.recording = recording;
        this.given = given;
        this.work = work;
    }

    /** Replays all steps before that time; gives their number. */
    public long until(Instant end) {
        long done = 0;
        long behind = 0;
        List<RecordedStep> steps = recording.steps(behind, BATCH);
        while (!steps.isEmpty()) {
            for (RecordedStep step : steps) {
                if (step.at().isBefore(end)) {
                    redo(step);
                    done++;
                }
            }
            behind = steps.getLast().position();
            steps = recording.steps(behind, BATCH);
        }
        recording.left().forEach(work.apply()::applyPending);
        writeOutbound();
        recording.eraseAsRecorded();
        return done;
    }

    private void redo(RecordedStep step) {
        given.next(step);
        switch (step.about().kind()) {
            case READ -> {
                recording.bring(step.about().subject());
                work.read().readNext(new TransmissionId(step.about().subject()));
            }
            case APPLY -> here(step).ifPresent(work.apply()::applyNext);
            case RECHECK -> here(step).ifPresent(work.apply()::recheck);
            case RESOLVE -> work.sweep().resolve();
            case DECIDE -> here(step).ifPresent(consignment ->
                    recording.heardNext(step.about().subject()).ifPresent(heard -> work.decide().decide(consignment, heard)));
        }
    }

    private Optional<ConsignmentId> here(RecordedStep step) {
        return recording.here(step.about().subject());
    }

    private void writeOutbound() {
        List<PartyId> due = work.deliver().recipientsDue();
        while (!due.isEmpty()) {
            due.forEach(this::writeOutbound);
            due = work.deliver().recipientsDue();
        }
    }

    private void writeOutbound(PartyId recipient) {
        for (DueOutbound due : work.deliver().lease(recipient, BATCH)) {
            if (work.deliver().translate(due) instanceof Translation.Ready ready) {
                work.deliver().send(ready);
            }
        }
    }
}
