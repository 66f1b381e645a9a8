package io.fairway.store;

import static io.fairway.store.StoreSamples.transmission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.usecase.Kept;
import io.fairway.usecase.NewTransmission;
import io.fairway.usecase.OverloadedException;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreServer.class)
@Timeout(120)
class GroupCommitTest {
    private static final PartyId SENDER = new PartyId("GROUP-SENDER");
    private static final IntakeSettings.Share ALL = new IntakeSettings.Share(1_000, 1 << 20, 1_000);
    private static final PartyId OTHER = new PartyId("GROUP-OTHER");

    private final Database database;
    private final GroupCommit intake;

    GroupCommitTest(Database database) {
        this.database = database;
        this.intake = new GroupCommit(database, IntakeSettings.DEFAULT);
    }

    @AfterEach
    void close() {
        intake.close();
    }

    @Test
    void keepsTheBytesAndWritesTheJournalInOneTransaction() {
        NewTransmission sent = transmission(SENDER, key(), "the bytes");

        Kept kept = intake.keep(sent).join();

        assertThat(kept).isEqualTo(new Kept.Fresh(sent.id(), sent.receivedAt()));
        byte[] bytes = new JdbcTransactions(database).asParty(SENDER, () -> Running.sql("""
                select bytes from transmission t join journal j on j.subject = t.id and j.kind = 'transmission-kept'
                where t.id = :id""").param("id", sent.id().value()).query(byte[].class).single());
        assertThat(bytes).isEqualTo(sent.bytes());
    }

    @Test
    void aRepeatGetsTheFirstAnswer() {
        NewTransmission first = transmission(SENDER, key(), "same");
        intake.keep(first).join();

        Kept again = intake.keep(transmission(SENDER, first.key(), "same")).join();

        assertThat(again).isEqualTo(new Kept.Repeated(first.id(), first.receivedAt()));
    }

    @Test
    void theSameKeyWithOtherBytesIsRefused() {
        NewTransmission first = transmission(SENDER, key(), "one");
        intake.keep(first).join();

        assertThat(intake.keep(transmission(SENDER, first.key(), "other")).join()).isEqualTo(new Kept.Conflicting(first.id()));
    }

    @Test
    void theSameKeyOfAnotherSenderIsAnotherKey() {
        NewTransmission first = transmission(SENDER, key(), "same");
        intake.keep(first).join();

        assertThat(intake.keep(transmission(OTHER, first.key(), "same")).join()).isInstanceOf(Kept.Fresh.class);
    }

    @Test
    void ofFiftyAtOnceWithOneKeyExactlyOneIsFresh() {
        String key = key();
        List<Kept> answers;
        try (GroupCommit otherHub = new GroupCommit(database, IntakeSettings.DEFAULT);
             ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Kept>> sent = IntStream.range(0, 50).mapToObj(number -> CompletableFuture.supplyAsync(() ->
                    (number % 2 == 0 ? intake : otherHub).keep(transmission(SENDER, key, "same")), callers)
                    .thenCompose(answer -> answer)).toList();
            answers = sent.stream().map(CompletableFuture::join).toList();
        }

        List<Kept> fresh = answers.stream().filter(Kept.Fresh.class::isInstance).toList();
        assertThat(fresh).hasSize(1);
        Kept.Fresh first = (Kept.Fresh) fresh.getFirst();
        assertThat(answers).filteredOn(Kept.Repeated.class::isInstance).hasSize(49)
                .containsOnly(new Kept.Repeated(first.id(), first.receivedAt()));
    }

    @Test
    void manyOfManySendersAreAllKept() {
        List<NewTransmission> sent = IntStream.range(0, 1_000)
                .mapToObj(number -> transmission(new PartyId("GROUP-" + number % 4), key(), "number " + number)).toList();

        List<Kept> answers = sent.stream().map(intake::keep).toList().stream().map(CompletableFuture::join).toList();

        assertThat(answers).isEqualTo(sent.stream().map(one -> (Kept) new Kept.Fresh(one.id(), one.receivedAt())).toList());
    }

    @Test
    void oneBadRowDoesNotFailItsNeighbours() {
        NewTransmission good = transmission(SENDER, key(), "good");
        NewTransmission bad = transmission(SENDER, "too long".repeat(100), "bad");
        NewTransmission alsoGood = transmission(OTHER, key(), "good too");

        List<CompletableFuture<Kept>> answers = List.of(intake.keep(good), intake.keep(bad), intake.keep(alsoGood));

        assertThat(answers.get(0).join()).isInstanceOf(Kept.Fresh.class);
        assertThatThrownBy(answers.get(1)::join).hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(answers.get(2).join()).isInstanceOf(Kept.Fresh.class);
    }

    @Test
    void refusesWhenTooManyWaitAndKeepsAllItTook() {
        IntakeSettings small = new IntakeSettings(5, 1 << 20, 2, 1 << 20, Duration.ZERO, 1, 7, ALL);
        try (GroupCommit narrow = new GroupCommit(database, small)) {
            List<CompletableFuture<Kept>> answers = IntStream.range(0, 500)
                    .mapToObj(number -> narrow.keep(transmission(SENDER, key(), "number " + number))).toList();

            List<Object> outcomes = answers.stream().map(GroupCommitTest::outcome).toList();
            assertThat(outcomes).anyMatch(OverloadedException.class::isInstance).anyMatch(Kept.Fresh.class::isInstance)
                    .allMatch(outcome -> outcome instanceof Kept.Fresh
                            || outcome instanceof OverloadedException overloaded && overloaded.retryAfterSeconds() == 7);
        }
    }

    @Test
    void countsLargeBodiesByTheirBytes() {
        IntakeSettings small = new IntakeSettings(1_000, 1_000, 100, 1 << 20, Duration.ZERO, 1, 1, ALL);
        IntakeQueue queue = new IntakeQueue(small);

        assertThat(queue.offer(waiting("x".repeat(5_000)))).isTrue();
        assertThat(queue.offer(waiting("y"))).isFalse();
    }

    @Test
    void aPartyThatHasItsShareWaitingIsRefusedAndTheOthersAreNot() {
        var queue = new IntakeQueue(new IntakeSettings(1_000, 1 << 20, 100, 1 << 20, Duration.ZERO, 1, 1, new IntakeSettings.Share(3, 100, 10)));
        List<WaitingTransmission> flood = IntStream.range(0, 4).mapToObj(number -> waiting("flood " + number)).toList();

        assertThat(flood.stream().map(queue::offer)).containsExactly(true, true, true, false);
        assertThat(queue.offer(waiting(OTHER, "a word"))).isTrue();
        assertThat(queue.offer(waiting(OTHER, "x".repeat(100)))).as("more bytes than one may have").isFalse();

        queue.release(flood.subList(0, 3));
        assertThat(queue.offer(waiting("x".repeat(5_000)))).as("alone, whatever its length").isTrue();
        assertThat(queue.offer(flood.getLast())).isFalse();
    }

    @Test
    void aPartyWithTooMuchUnreadIsRefusedUntilSomeIsReadAndTheOthersAreNot() {
        var narrow = new IntakeSettings(100, 1 << 20, 10, 1 << 20, Duration.ZERO, 1, 9, new IntakeSettings.Share(100, 1 << 20, 3));
        Instant[] now = {Instant.parse("2026-03-02T01:15:00Z")};
        var transactions = new JdbcTransactions(database);
        var transmissions = new JdbcTransmissions(intake, new UnreadShare(transactions, narrow, () -> now[0]));
        PartyId sender = new PartyId("FLOOD-" + key().substring(0, 8).toUpperCase(Locale.ROOT));
        PartyId calm = new PartyId("CALM-" + key().substring(0, 8).toUpperCase(Locale.ROOT));
        List<NewTransmission> taken = IntStream.range(0, 3).mapToObj(number -> transmission(sender, key(), "flood " + number)).toList();
        taken.forEach(one -> assertThat(transmissions.keep(one).join()).isInstanceOf(Kept.Fresh.class));

        for (int second = 0; second < 3; second++) {
            assertThatThrownBy(() -> transmissions.keep(transmission(sender, key(), "too much"))).isInstanceOfSatisfying(OverloadedException.class,
                    refused -> assertThat(refused.retryAfterSeconds()).isEqualTo(9));
            now[0] = now[0].plusSeconds(1);
        }
        assertThat(transmissions.keep(transmission(calm, key(), "a word")).join()).isInstanceOf(Kept.Fresh.class);
        transactions.asHub(() -> {
            transmissions.markRead(taken.getFirst().id());
            return taken;
        });
        now[0] = now[0].plusSeconds(1);
        assertThat(transmissions.keep(transmission(sender, key(), "again")).join()).isInstanceOf(Kept.Fresh.class);
    }

    @Test
    void acknowledgesNothingWhenTheDatabaseIsGone(DatabaseAccess access) {
        Database closed = Database.open(access, 2);
        closed.close();
        try (GroupCommit cut = new GroupCommit(closed, IntakeSettings.DEFAULT)) {
            assertThat(outcome(cut.keep(transmission(SENDER, key(), "lost")))).isInstanceOf(StoreUnavailableException.class);
        }
    }

    private static WaitingTransmission waiting(String text) {
        return waiting(SENDER, text);
    }

    private static WaitingTransmission waiting(PartyId sender, String text) {
        return new WaitingTransmission(transmission(sender, key(), text), new CompletableFuture<>());
    }

    private static Object outcome(CompletableFuture<Kept> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            return e.getCause();
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
