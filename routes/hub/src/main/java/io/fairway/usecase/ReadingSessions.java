package io.fairway.usecase;

/** Opens the hearing of one transmission with what it needs of the hub. */
public final class ReadingSessions {
    private final Interchanges interchanges;
    private final Subjects subjects;
    private final Answers answers;
    private final Outbox outbox;
    private final PassOn passOn;
    private final Journal journal;
    private final Identifiers identifiers;

    public ReadingSessions(Interchanges interchanges, Subjects subjects, Answers answers, Outbox outbox, PassOn passOn, Journal journal,
                           Identifiers identifiers) {
        this.interchanges = interchanges;
        this.subjects = subjects;
        this.answers = answers;
        this.outbox = outbox;
        this.passOn = passOn;
        this.journal = journal;
        this.identifiers = identifiers;
    }

    ReadingSession open(ReceivedTransmission transmission, PartyRecord sender) {
        return new ReadingSession(this, transmission, sender);
    }

    Interchanges interchanges() {
        return interchanges;
    }

    Subjects subjects() {
        return subjects;
    }

    Answers answers() {
        return answers;
    }

    Outbox outbox() {
        return outbox;
    }

    PassOn passOn() {
        return passOn;
    }

    Journal journal() {
        return journal;
    }

    Identifiers identifiers() {
        return identifiers;
    }
}
