package io.fairway.boot;

import io.fairway.clearance.ClearanceRules;
import io.fairway.dialect.Dialects;
import io.fairway.document.code.CodeLists;
import io.fairway.identity.ConfiguredParties;
import io.fairway.smooks.SmooksDialect;
import io.fairway.store.Database;
import io.fairway.store.GroupCommit;
import io.fairway.store.IntakeSettings;
import io.fairway.store.JdbcCodeListVersions;
import io.fairway.store.JdbcConsignments;
import io.fairway.store.JdbcCounterpartProfiles;
import io.fairway.store.JdbcFacts;
import io.fairway.store.JdbcInterchanges;
import io.fairway.store.JdbcJournal;
import io.fairway.store.JdbcMandates;
import io.fairway.store.JdbcOutbox;
import io.fairway.store.JdbcPartyRegistry;
import io.fairway.store.JdbcRecording;
import io.fairway.store.JdbcTransactions;
import io.fairway.store.JdbcTransmissions;
import io.fairway.store.UnreadShare;
import io.fairway.usecase.Answers;
import io.fairway.usecase.ApplyFacts;
import io.fairway.usecase.CodeListsInForce;
import io.fairway.usecase.Counterparts;
import io.fairway.usecase.DeliverOutbound;
import io.fairway.usecase.DeliverySettings;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.OutboundImages;
import io.fairway.usecase.PassOn;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.ReadTransmission;
import io.fairway.usecase.ReadingSessions;
import io.fairway.usecase.Seals;
import io.fairway.usecase.Speakers;
import io.fairway.usecase.Step;
import io.fairway.usecase.Subjects;
import io.fairway.usecase.SweepSettings;
import io.fairway.usecase.SweepWaiting;
import io.fairway.usecase.TellCounterparts;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.registry.CounterpartProfiles;
import io.fairway.usecase.registry.RegisteredParties;
import io.fairway.usecase.replay.DecideAgain;
import io.fairway.usecase.replay.GivenSteps;
import io.fairway.usecase.replay.Replay;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/** The use cases of a hub that only replays: nobody wakes it, it seals nothing and sends nothing. */
final class ReplayingHub implements AutoCloseable {
    private static final byte[] NOTHING = new byte[0];
    private static final Duration LONG = Duration.ofDays(1);

    private final Profile profile;
    private final GivenSteps given = new GivenSteps();
    private final InstantSource clock = Step.clock(Clock.systemUTC());
    private final Identifiers identifiers = Step.identifiers(new TimeOrderedIdentifiers(clock, new SecureRandom()));
    private final GroupCommit intake;
    private final Transactions transactions;

    /**
     * What the hub was told by its settings.
     *
     * @param folder code lists of the settings
     * @param own counterparts' own dialects
     * @param sweep limits under which facts waited for their consignment
     */
    record Profile(ConfiguredParties parties, ZoneId zone, ClearanceRules rules, CodeLists folder, List<SmooksDialect> own, SweepSettings sweep) {
    }

    /** @param database migrated and empty */
    ReplayingHub(Database database, Profile profile) {
        this.profile = profile;
        this.intake = new GroupCommit(database, IntakeSettings.DEFAULT);
        this.transactions = new JdbcTransactions(database, given);
    }

    Transactions transactions() {
        return transactions;
    }

    /** Ready to replay what was brought over. */
    Replay replay(JdbcRecording recording) {
        var parties = new RegisteredParties(transactions, new JdbcPartyRegistry(), profile.parties().all(),
                new CounterpartProfiles(new JdbcCounterpartProfiles(), text -> {
                    throw new IllegalStateException("A replay has no profiles but the configured ones");
                }), profile.zone(), clock);
        parties.refresh();
        var lists = new CodeListsInForce(transactions, new JdbcCodeListVersions(), profile.folder());
        lists.refresh();
        Dialects registered = Dialects.builtIn(lists).andSmooks(profile.own());
        var dialects = new io.fairway.usecase.Dialects(registered.writers());
        var outbox = new JdbcOutbox();
        var facts = new JdbcFacts();
        var journal = new JdbcJournal();
        var consignments = new JdbcConsignments(profile.rules(), parties, identifiers, clock);
        var subjects = new Subjects(consignments, parties);
        var tell = new TellCounterparts(outbox, consignments, parties, identifiers, clock);
        var transmissions = new JdbcTransmissions(intake, new UnreadShare(transactions, IntakeSettings.DEFAULT, clock));
        var sessions = new ReadingSessions(new JdbcInterchanges(identifiers), subjects,
                new Answers(dialects, outbox, parties, identifiers, clock), outbox, new PassOn(outbox, parties, identifiers, clock), journal, identifiers);
        var read = new ReadTransmission(transactions, transmissions, registered.readers(), parties, sessions, recording::checked, new NoWakeups());
        var apply = new ApplyFacts(transactions, consignments, facts, new Speakers(parties, new JdbcMandates()), tell, journal, new NoWakeups(), clock);
        var sweep = new SweepWaiting(transactions, transmissions, facts, subjects, identifiers, new NoWakeups(), profile.sweep(), clock);
        var decide = new DecideAgain(transactions, consignments, facts, parties, tell);
        var deliver = new DeliverOutbound(transactions, outbox, new OutboundImages(parties, dialects, new NoSeals()), receipts(), journal,
                new DeliverySettings(LONG, 1_000, LONG, LONG, LONG), clock);
        return new Replay(recording, given, new Replay.Work(read, apply, sweep, decide, deliver));
    }

    @Override
    public void close() {
        intake.close();
    }

    /** Takes everything and tells nobody. */
    private static Counterparts receipts() {
        return (recipient, id, image, trace) -> new Counterparts.SendOutcome.Receipted(NOTHING);
    }

    /** The replay says itself what is next. */
    private static final class NoWakeups implements io.fairway.usecase.Wakeups {
        @Override
        public void transmissionKept(io.fairway.usecase.TransmissionId id) {
            // the recorded steps say when it is read
        }

        @Override
        public void factsPending(io.fairway.usecase.ConsignmentId id) {
            // the recorded steps say when they are applied
        }

        @Override
        public void outboundReady() {
            // written after the last step
        }
    }

    /** What would be sealed, as it is. */
    private static final class NoSeals implements Seals {
        @Override
        public Sealed seal(PartyId recipient, byte[] content, String mediaType) {
            return new Sealed(content, mediaType, NOTHING);
        }

        @Override
        public Sealed enclose(PartyId recipient, byte[] content, String mediaType) {
            return new Sealed(content, "multipart/signed", NOTHING);
        }
    }
}
