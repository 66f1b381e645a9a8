package io.fairway.usecase.conformance;

import io.fairway.document.Document;
import io.fairway.document.DocumentWriter;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Counterparts;
import io.fairway.usecase.Counterparts.SendOutcome;
import io.fairway.usecase.Dialects;
import io.fairway.usecase.Digests;
import io.fairway.usecase.Endpoint;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.OutboundId;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.PartyRecord;
import io.fairway.usecase.Seals;
import io.fairway.usecase.SignedImage;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.conformance.ConformanceRuns.Answer;
import io.fairway.usecase.conformance.ConformanceRuns.Expected;
import io.fairway.usecase.conformance.ConformanceRuns.Message;
import io.fairway.usecase.conformance.ConformanceRuns.NewCase;
import io.fairway.usecase.conformance.ConformanceRuns.NewRun;
import io.fairway.usecase.registry.ActImpossibleException;
import io.fairway.usecase.view.ConformanceRunView;
import io.fairway.usecase.view.Slice;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * A party in test is given a sound message and mutated ones in each of its dialects, once each, over its own channel, sealed as in live; one
 * without an endpoint fetches them. It passes a case by receipting and accepting what is sound and refusing what is not, by CONTRL or APERAK, or
 * by saying so itself. What it is given is marked as test and is no document of any case.
 */
public final class RunConformance {
    private static final int MOST_CASES = 200;

    private final Transactions transactions;
    private final ConformanceRuns runs;
    private final Parties parties;
    private final Samples samples;
    private final Wire wire;
    private final Journal journal;
    private final Identifiers identifiers;
    private final InstantSource clock;

    public RunConformance(Transactions transactions, ConformanceRuns runs, Parties parties, Samples samples, Wire wire, Journal journal,
                          Identifiers identifiers, InstantSource clock) {
        this.transactions = transactions;
        this.runs = runs;
        this.parties = parties;
        this.samples = samples;
        this.wire = wire;
        this.journal = journal;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** How messages are written, sealed and sent. @param executor sends in threads of its own */
    public record Wire(Dialects dialects, Seals seals, Counterparts counterparts, Executor executor) {
    }

    /**
     * Begins a run for the caller's party.
     *
     * @return its id; it goes on in the background
     * @throws ActImpossibleException for a party in live, and for one that is told nothing of which there is a sample
     */
    public UUID start(Caller caller) {
        PartyRecord party = parties.find(caller.party()).orElseThrow(() -> new IllegalStateException("Party " + caller.party() + " is not registered"));
        if (party.environment() == Environment.LIVE) {
            throw new ActImpossibleException("PARTY_LIVE", "Only a party in test is given samples and mutated messages.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<String> leftOut = new ArrayList<>();
        var run = new NewRun(identifiers.next(), party.id(), now, cases(party, now, leftOut), leftOut);
        if (run.cases().isEmpty()) {
            throw new ActImpossibleException("NOTHING_TO_TRY", "The party's profile names no dialect of which there is a sample.");
        }
        transactions.asHub(() -> {
            runs.add(run);
            journal.append(now, party.id(), "conformance-run-started", run.id(), "{\"cases\":%d,\"by\":\"%s\"}"
                    .formatted(run.cases().size(), caller.signature()));
            return run;
        });
        party.endpoint().ifPresent(_ -> wire.executor().execute(() -> run.cases().forEach(each -> send(party, each))));
        return run.id();
    }

    /** A run of the caller's party with its cases. */
    public Optional<ConformanceRunView> find(Caller caller, UUID id) {
        return transactions.asParty(caller.party(), () -> runs.find(id));
    }

    /** The runs of the caller's party, newest first. */
    public Slice<ConformanceRunView> page(Caller caller, Slice.Want want) {
        return transactions.asParty(caller.party(), () -> runs.page(want));
    }

    /** A message of the caller's run. */
    public Optional<Message> message(Caller caller, UUID run, int number) {
        return transactions.asParty(caller.party(), () -> runs.message(run, number));
    }

    /** Notes what the newcomer itself says of a message. @return whether it was given such a one */
    public boolean answer(Caller caller, UUID run, int number, Answer answer) {
        return transactions.asHub(() -> runs.noteAnswer(caller.party(), run, number, answer, clock.instant()));
    }

    private List<NewCase> cases(PartyRecord party, Instant now, List<String> leftOut) {
        List<NewCase> cases = new ArrayList<>();
        new TreeMap<>(party.dialects()).forEach((kind, dialect) -> {
            Optional<Document> sample = samples.of(kind);
            if (sample.isEmpty() || cases.size() >= MOST_CASES) {
                leftOut.add(kind + " as " + dialect + ": no sample");
                return;
            }
            try {
                addCases(cases, party, Map.entry(kind, dialect), sample.get(), now);
            } catch (UnwritableDocumentException e) {
                leftOut.add(kind + " as " + dialect + ": " + e.getMessage());
            }
        });
        return cases;
    }

    private void addCases(List<NewCase> cases, PartyRecord party, Map.Entry<String, String> told, Document sample, Instant now) {
        DocumentWriter writer = wire.dialects().writer(told.getValue());
        NewCase sound = written(cases.size() + 1, party, told, writer, sample, now);
        cases.add(sound);
        Mutations.of(sound.bytes(), writer.mediaType()).forEach(mutated -> {
            // written anew, for each message has a reference of its own; then mutated alike
            NewCase fresh = written(cases.size() + 1, party, told, writer, sample, now);
            Mutations.of(fresh.bytes(), writer.mediaType()).stream().filter(each -> each.name().equals(mutated.name())).findFirst()
                    .ifPresent(each -> cases.add(new NewCase(fresh.id(), fresh.number(), fresh.document(), fresh.dialect(), each.name(),
                            Expected.REJECTED, fresh.reference(), each.bytes(), fresh.mediaType())));
        });
    }

    private NewCase written(int number, PartyRecord party, Map.Entry<String, String> told, DocumentWriter writer, Document sample, Instant now) {
        UUID id = identifiers.next();
        String reference = referenceOf(id);
        byte[] bytes = writer.write(sample, new OutboundEnvelope(PartyId.HUB.value(), party.id().value(), reference, now, Environment.TEST,
                party.reading().zone()));
        return new NewCase(new OutboundId(id), number, told.getKey(), told.getValue(), "", Expected.ACCEPTED, reference, bytes, writer.mediaType());
    }

    /** From the random end of the id; at most 14 characters, as UNB 0020 wants. */
    private static String referenceOf(UUID id) {
        return "CF" + Long.toString(id.getLeastSignificantBits() & 0xFFFFFFFFFFFFFFL, 36).toUpperCase(java.util.Locale.ROOT);
    }

    private void send(PartyRecord party, NewCase given) {
        SignedImage image = sealed(party, given);
        String cause = switch (wire.counterparts().send(party, given.id(), image, traceOf(given.id()))) {
            case SendOutcome.Receipted _ -> "";
            case SendOutcome.NotReceipted(String why) -> why;
            case SendOutcome.Refused(String why) -> why;
        };
        transactions.asHub(() -> {
            runs.noteSending(given.id(), cause, clock.instant());
            return given;
        });
    }

    /** W3C trace context, made of the message's own id. */
    private static String traceOf(OutboundId id) {
        String hex = id.value().toString().replace("-", "");
        return "00-" + hex + "-" + hex.substring(16) + "-01";
    }

    private SignedImage sealed(PartyRecord party, NewCase given) {
        boolean enclosed = party.endpoint().filter(Endpoint.As2.class::isInstance).isPresent();
        Seals.Sealed sealed = enclosed ? wire.seals().enclose(party.id(), given.bytes(), given.mediaType())
                : wire.seals().seal(party.id(), given.bytes(), given.mediaType());
        return new SignedImage(sealed.bytes(), sealed.mediaType(), Digests.of(sealed.bytes()), sealed.signature());
    }
}
