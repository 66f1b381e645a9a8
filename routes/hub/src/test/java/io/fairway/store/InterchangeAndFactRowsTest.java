package io.fairway.store;

import static io.fairway.store.StoreSamples.NOW;
import static io.fairway.store.StoreSamples.fact;
import static io.fairway.store.StoreSamples.interchange;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.document.Envelope.Environment;
import io.fairway.document.ReadingHandler;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Quality;
import io.fairway.document.finding.Severity;
import io.fairway.document.finding.Text;
import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.Digests;
import io.fairway.usecase.FactOutcome;
import io.fairway.usecase.Facts.PendingFactWithoutConsignment;
import io.fairway.usecase.InterchangeOutcome;
import io.fairway.usecase.InterchangeOutcome.Acknowledgment;
import io.fairway.usecase.InterchangeOutcome.MessageOutcome;
import io.fairway.usecase.InterchangeOutcome.Verdict;
import io.fairway.usecase.NewFact;
import io.fairway.usecase.NewInterchange;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.PendingFact;
import io.fairway.usecase.ReceivedTransmission;
import io.fairway.usecase.Registration;
import io.fairway.usecase.TransmissionId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreServer.class)
class InterchangeAndFactRowsTest {
    private static final PartyId SENDER = new PartyId("ROWS-SENDER");
    private static final Finding FINDING = new Finding("UNT_COUNT", Severity.ERROR, Optional.of(29),
            new Place("1", "UNT", 51, 1, 1, 1234, 52, 5), "14", "13", new Text("Wrong count", "计数错误"), "ISO 9735", Optional.empty(),
            Quality.CONSISTENCY);

    private final JdbcTransactions transactions;
    private final GroupCommit intake;
    private final JdbcTransmissions transmissions;
    private final JdbcInterchanges interchanges = new JdbcInterchanges(UUID::randomUUID);
    private final JdbcFacts facts = new JdbcFacts();

    InterchangeAndFactRowsTest(Database database) {
        transactions = new JdbcTransactions(database);
        intake = new GroupCommit(database, IntakeSettings.DEFAULT);
        transmissions = StoreSamples.transmissions(database, intake);
    }

    @AfterEach
    void close() {
        intake.close();
    }

    @Test
    void aTransmissionIsReadOnce() {
        PartyId sender = new PartyId("READ-ONCE");
        TransmissionId id = StoreSamples.keep(transmissions, sender);

        Optional<ReceivedTransmission> claimed = claimAndRead(id);

        assertThat(claimed).get().extracting(ReceivedTransmission::sender, ReceivedTransmission::receivedAt)
                .containsExactly(sender, NOW);
        assertThat(hub(() -> transmissions.claimOldestUnread(id))).isEmpty();
        assertThat(hub(() -> transmissions.unreadBefore(NOW.plusSeconds(1), 10_000))).doesNotContain(id);
    }

    @Test
    void whatOnePartySaysIsReadInTheOrderItWasSaid() {
        PartyId sender = new PartyId("READ-IN-ORDER");
        List<TransmissionId> kept = Stream.generate(() -> StoreSamples.keep(transmissions, sender)).limit(3)
                .sorted(Comparator.comparing(TransmissionId::toString)).toList();

        List<TransmissionId> read = Stream.generate(() -> claimAndRead(kept.getLast()).orElseThrow().id()).limit(3).toList();

        assertThat(read).isEqualTo(kept);
    }

    @Test
    void whileTheOldestIsBeingReadNothingYoungerOfItsSenderIs() {
        PartyId sender = new PartyId("READ-BY-ONE");
        StoreSamples.keep(transmissions, sender);
        TransmissionId younger = StoreSamples.keep(transmissions, sender);

        Optional<ReceivedTransmission> meanwhile = hub(() -> {
            transmissions.claimOldestUnread(younger);
            return CompletableFuture.supplyAsync(() -> hub(() -> transmissions.claimOldestUnread(younger))).join();
        });

        assertThat(meanwhile).isEmpty();
    }

    private Optional<ReceivedTransmission> claimAndRead(TransmissionId hint) {
        return hub(() -> {
            Optional<ReceivedTransmission> claimed = transmissions.claimOldestUnread(hint);
            claimed.ifPresent(transmission -> transmissions.markRead(transmission.id()));
            return claimed;
        });
    }

    @Test
    void aTransmissionThatFailsTooOftenIsParked() {
        TransmissionId id = StoreSamples.keep(transmissions, new PartyId("READ-IN-VAIN"));

        fail(id);
        assertThat(hub(() -> transmissions.unreadBefore(NOW.plusSeconds(1), 10_000))).contains(id);

        fail(id);
        assertThat(hub(() -> transmissions.unreadBefore(NOW.plusSeconds(1), 10_000))).doesNotContain(id);
    }

    private void fail(TransmissionId id) {
        hub(() -> {
            transmissions.recordFailure(id, "out of luck", 2);
            return id;
        });
    }

    @Test
    void theSameReferenceOfTheSameSenderIsKnownOverWhateverTransmission() {
        String reference = reference();
        NewInterchange first = interchange(StoreSamples.keep(transmissions, SENDER), SENDER, reference);
        register(first);

        NewInterchange second = interchange(StoreSamples.keep(transmissions, SENDER), SENDER, reference);
        Registration again = hub(() -> interchanges.register(second));

        assertThat(again).isEqualTo(new Registration.Known(first.id(), Digests.of(new byte[] {1})));
    }

    @Test
    void testAndLiveReferencesNeverMeet() {
        String reference = reference();
        TransmissionId transmission = StoreSamples.keep(transmissions, SENDER);
        register(interchange(transmission, SENDER, reference));

        assertThat(hub(() -> interchanges.register(interchange(transmission, SENDER, reference, Environment.TEST))))
                .isEqualTo(new Registration.Fresh());
    }

    @Test
    void aRepeatIsRecordedBesideTheFirst() {
        String reference = reference();
        TransmissionId transmission = StoreSamples.keep(transmissions, SENDER);
        NewInterchange first = interchange(transmission, SENDER, reference);
        NewInterchange second = interchange(transmission, SENDER, reference);
        register(first);

        hub(() -> {
            interchanges.registerRepeat(second, first.id());
            interchanges.conclude(second.id(), outcome(Verdict.REPEATED));
            return second;
        });

        UUID repeats = hub(() -> Running.sql("select repeats from interchange where id = :id").param("id", second.id().value())
                .query(UUID.class).single());
        assertThat(repeats).isEqualTo(first.id().value());
    }

    @Test
    void findingsKeepTheirOrderAndWords() {
        NewInterchange stored = registered();

        List<String> bodies = transactions.asParty(SENDER, () -> Running.sql("""
                select body from finding where interchange = :id order by position""").param("id", stored.id().value())
                .query(String.class).list());

        assertThat(bodies).hasSize(2).allSatisfy(body -> assertThat(StoredJson.read(body, Finding.class)).isEqualTo(FINDING));
    }

    @Test
    void factsOfAConsignmentComeInRowOrderAndAFactIsConcludedOnce() {
        NewInterchange stored = registered();
        ConsignmentId consignment = hub(StoreSamples::openCase);
        NewFact first = fact(stored.id(), 1, Optional.of(consignment));
        NewFact second = fact(stored.id(), 2, Optional.of(consignment));
        add(first, second);

        assertThat(next(consignment)).get().extracting(PendingFact::id, PendingFact::document, PendingFact::sender)
                .containsExactly(first.id(), StoreSamples.MANIFEST, SENDER);
        conclude(first);
        assertThat(next(consignment)).get().extracting(PendingFact::id).isEqualTo(second.id());
        assertThatThrownBy(() -> conclude(first)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aParkedFactBlocksItsOwnConsignmentOnly() {
        NewInterchange stored = registered();
        ConsignmentId stuck = hub(StoreSamples::openCase);
        ConsignmentId free = hub(StoreSamples::openCase);
        NewFact parked = fact(stored.id(), 1, Optional.of(stuck));
        add(parked, fact(stored.id(), 2, Optional.of(stuck)), fact(stored.id(), 3, Optional.of(free)));

        hub(() -> {
            facts.recordFailure(parked.id(), "cannot be applied", 1);
            return parked;
        });

        assertThat(next(stuck)).isEmpty();
        assertThat(next(free)).isPresent();
        assertThat(hub(() -> facts.consignmentsWaitingSince(NOW.plusSeconds(1), 10_000))).contains(free).doesNotContain(stuck);
    }

    @Test
    void factsOfARejectedMessageAreDropped() {
        NewInterchange stored = registered();
        ConsignmentId consignment = hub(StoreSamples::openCase);
        add(fact(stored.id(), 1, Optional.of(consignment)));

        hub(() -> {
            interchanges.dropFacts(stored.id(), "1");
            return stored;
        });

        assertThat(next(consignment)).isEmpty();
    }

    @Test
    void aFactFindsItsConsignmentLater() {
        NewInterchange stored = registered();
        NewFact lost = fact(stored.id(), 1, Optional.empty());
        add(lost);
        ConsignmentId consignment = hub(StoreSamples::openCase);

        List<PendingFactWithoutConsignment> unresolved = hub(() -> facts.unresolved(10_000));
        hub(() -> {
            facts.resolve(lost.id(), List.of(consignment), UUID::randomUUID);
            return lost;
        });

        assertThat(unresolved).extracting(PendingFactWithoutConsignment::id).contains(lost.id());
        assertThat(next(consignment)).get().extracting(PendingFact::id).isEqualTo(lost.id());
    }

    @Test
    void factsThatStayUnresolvedDoNotKeepNewerOnesFromBeingLookedAt() {
        NewInterchange stored = registered();
        NewFact old = fact(stored.id(), 1, Optional.empty());
        NewFact newer = fact(stored.id(), 2, Optional.empty());
        add(old, newer);

        List<PendingFactWithoutConsignment> first = hub(() -> facts.unresolved(1));
        List<PendingFactWithoutConsignment> second = hub(() -> facts.unresolved(1));

        assertThat(first).extracting(PendingFactWithoutConsignment::id)
                .isNotEqualTo(second.stream().map(PendingFactWithoutConsignment::id).toList());
    }

    private NewInterchange registered() {
        NewInterchange stored = interchange(StoreSamples.keep(transmissions, SENDER), SENDER, reference());
        register(stored);
        return stored;
    }

    private void register(NewInterchange interchange) {
        hub(() -> {
            assertThat(interchanges.register(interchange)).isEqualTo(new Registration.Fresh());
            interchanges.conclude(interchange.id(), outcome(Verdict.ACCEPTED));
            return interchange;
        });
    }

    private static InterchangeOutcome outcome(Verdict verdict) {
        return new InterchangeOutcome(Digests.of(new byte[] {1}), 1, verdict,
                List.of(new MessageOutcome("1", "CUSCAR:D:95B:UN", ReadingHandler.Verdict.CLEAN, 1)), List.of(FINDING, FINDING),
                List.of(new Acknowledgment("CONTRL", "CONTRL", new byte[] {2})));
    }

    private void add(NewFact... added) {
        hub(() -> {
            List.of(added).forEach(interchanges::add);
            return added;
        });
    }

    private Optional<PendingFact> next(ConsignmentId consignment) {
        return hub(() -> facts.nextOf(consignment));
    }

    private void conclude(NewFact fact) {
        hub(() -> {
            facts.conclude(fact.id(), new FactOutcome(FactOutcome.Kind.APPLIED, "", ""));
            return fact;
        });
    }

    private <T> T hub(Supplier<T> work) {
        return transactions.asHub(work);
    }

    private static String reference() {
        return "R" + UUID.randomUUID();
    }
}
