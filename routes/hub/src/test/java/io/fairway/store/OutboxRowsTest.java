package io.fairway.store;

import static io.fairway.store.StoreSamples.NOW;
import static io.fairway.store.StoreSamples.interchange;
import static io.fairway.store.StoreSamples.outbound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.DeliverOutbound;
import io.fairway.usecase.Digests;
import io.fairway.usecase.DueOutbound;
import io.fairway.usecase.InterchangeId;
import io.fairway.usecase.NewInterchange;
import io.fairway.usecase.NewOutbound;
import io.fairway.usecase.OutboundId;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.SignedImage;
import io.fairway.usecase.view.OverdueView;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreServer.class)
class OutboxRowsTest {
    private static final PartyId SENDER = new PartyId("OUTBOX-SENDER");
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final SignedImage IMAGE = image(1);

    private final PartyId recipient = new PartyId("OUT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT));
    private final JdbcTransactions transactions;
    private final JdbcOutbox outbox = new JdbcOutbox();
    private final InterchangeId answered;
    private final ConsignmentId consignment;

    OutboxRowsTest(Database database) {
        transactions = new JdbcTransactions(database);
        try (GroupCommit intake = new GroupCommit(database, IntakeSettings.DEFAULT)) {
            NewInterchange said = interchange(StoreSamples.keep(StoreSamples.transmissions(database, intake), SENDER), SENDER, "R" + UUID.randomUUID());
            hub(() -> new JdbcInterchanges(UUID::randomUUID).register(said));
            answered = said.id();
        }
        consignment = hub(StoreSamples::openCase);
    }

    @Test
    void tellsOnceWhatIsAddedTwice() {
        add(outbound(recipient, answered, Optional.of(consignment), "released"));
        add(outbound(recipient, answered, Optional.of(consignment), "released"));
        add(outbound(recipient, answered, Optional.empty(), "contrl"));
        add(outbound(recipient, answered, Optional.empty(), "contrl"));

        assertThat(lease()).extracting(due -> due.outbound().key()).containsExactly("released", "contrl");
    }

    @Test
    void resumesWhatWasParkedAndThenWhatWaitsBehindIt() {
        NewOutbound first = outbound(recipient, answered, Optional.of(consignment), "first");
        NewOutbound second = outbound(recipient, answered, Optional.of(consignment), "second");
        add(first);
        add(second);
        lease();
        hub(() -> {
            outbox.park(first.id(), "no receipt", NOW);
            return first;
        });
        assertThat(lease()).as("held back").isEmpty();

        assertThat(hub(() -> new JdbcParkedRows().resume(first.id().value(), NOW))).hasValue(OverdueView.Kind.OUTBOUND);
        assertThat(hub(() -> new JdbcParkedRows().resume(first.id().value(), NOW))).as("not parked any more").isEmpty();

        assertThat(lease()).singleElement().satisfies(due -> {
            assertThat(due.outbound().id()).isEqualTo(first.id());
            assertThat(due.attempts()).isZero();
        });
        hub(() -> {
            outbox.markDelivered(first.id(), new byte[] {1}, NOW);
            return first;
        });
        assertThat(lease()).singleElement().satisfies(due -> assertThat(due.outbound().id()).isEqualTo(second.id()));
        assertThat(hub(() -> new JdbcParkedRows().resume(first.id().value(), NOW))).as("delivered").isEmpty();
    }

    @Test
    void dropsTheImageThatIsForAnotherChannelWhenItIsResumedAndNoOther() {
        NewOutbound moved = outbound(recipient, answered, Optional.of(consignment), "moved");
        NewOutbound refused = outbound(recipient, answered, Optional.empty(), "refused");
        for (NewOutbound each : List.of(moved, refused)) {
            add(each);
        }
        lease();
        for (NewOutbound each : List.of(moved, refused)) {
            hub(() -> {
                outbox.keepImage(each.id(), new SignedImage(new byte[] {1}, "application/edifact", Digests.of(new byte[] {1}), new byte[0]));
                outbox.park(each.id(), each == moved ? DeliverOutbound.OTHER_CHANNEL + "it moved" : "Refused for good", NOW);
                return each;
            });
            hub(() -> new JdbcParkedRows().resume(each.id().value(), NOW));
        }

        assertThat(lease()).satisfiesExactly(due -> assertThat(due.image()).isEmpty(), due -> assertThat(due.image()).isPresent());
    }

    @Test
    void leasesARowOnceUntilItsLeaseRunsOut() {
        NewOutbound first = outbound(recipient, answered, Optional.of(consignment), "first");
        add(first);

        assertThat(lease()).singleElement().satisfies(due -> {
            assertThat(due.outbound()).isEqualTo(first);
            assertThat(due.image()).isEmpty();
            assertThat(due.attempts()).isZero();
            assertThat(due.firstAttempt()).isEqualTo(NOW);
        });
        assertThat(lease()).isEmpty();
        assertThat(hub(() -> outbox.lease(recipient, NOW.plus(LEASE), LEASE, 10))).singleElement()
                .satisfies(due -> assertThat(due.attempts()).isEqualTo(1));
    }

    @Test
    void leasesOnlyTheOldestOfAConsignment() {
        NewOutbound first = outbound(recipient, answered, Optional.of(consignment), "first");
        NewOutbound second = outbound(recipient, answered, Optional.of(consignment), "second");
        add(first);
        add(second);

        assertThat(ids(lease())).containsExactly(first.id());
        assertThat(lease()).isEmpty();
        change(() -> outbox.markDelivered(first.id(), new byte[] {1}, NOW));
        assertThat(ids(lease())).containsExactly(second.id());
    }

    @Test
    void aParkedRowHoldsBackTheLaterOnesOfItsConsignmentOnly() {
        NewOutbound parked = outbound(recipient, answered, Optional.of(consignment), "parked");
        NewOutbound later = outbound(recipient, answered, Optional.of(consignment), "later");
        NewOutbound other = outbound(recipient, answered, Optional.of(hub(StoreSamples::openCase)), "other");
        add(parked);
        add(later);
        add(other);
        change(() -> outbox.park(parked.id(), "cannot be written", NOW));

        assertThat(ids(lease())).containsExactly(other.id());
        assertThat(hub(() -> outbox.recipientsDue(NOW))).doesNotContain(recipient);
    }

    @Test
    void aFailedRowIsDueAgainAtItsTime() {
        NewOutbound failed = outbound(recipient, answered, Optional.of(consignment), "failed");
        add(failed);
        lease();
        change(() -> outbox.markFailed(failed.id(), "silent", NOW.plusSeconds(60)));

        assertThat(lease()).isEmpty();
        assertThat(hub(() -> outbox.recipientsDue(NOW.plusSeconds(60)))).contains(recipient);
        assertThat(ids(hub(() -> outbox.lease(recipient, NOW.plusSeconds(60), LEASE, 10)))).containsExactly(failed.id());
    }

    @Test
    void theImageIsKeptOnceAndComesBackAsItWas() {
        NewOutbound signed = outbound(recipient, answered, Optional.of(consignment), "signed");
        add(signed);
        lease();
        change(() -> outbox.keepImage(signed.id(), IMAGE));

        assertThatThrownBy(() -> change(() -> outbox.keepImage(signed.id(), image(2)))).isInstanceOf(IllegalStateException.class);
        SignedImage kept = hub(() -> outbox.lease(recipient, NOW.plus(LEASE), LEASE, 10)).getFirst().image().orElseThrow();
        assertThat(kept.bytes()).isEqualTo(IMAGE.bytes());
        assertThat(kept.signature()).isEqualTo(IMAGE.signature());
        assertThat(kept.digest()).isEqualTo(IMAGE.digest());
    }

    @Test
    void whatIsDeliveredStaysDelivered() {
        NewOutbound delivered = outbound(recipient, answered, Optional.of(consignment), "delivered");
        add(delivered);
        lease();
        change(() -> outbox.markDelivered(delivered.id(), new byte[] {1}, NOW));
        change(() -> outbox.markFailed(delivered.id(), "late", NOW));
        change(() -> outbox.park(delivered.id(), "late", NOW));

        assertThat(state(delivered.id())).isEqualTo("DELIVERED");
    }

    @Test
    void notesTheCounterpartsOwnAnswer() {
        NewOutbound sent = outbound(recipient, answered, Optional.empty(), "sent");
        add(sent);
        change(() -> outbox.noteAnswer(recipient, sent.reference(), "CONTRL ACKNOWLEDGED", NOW));
        change(() -> outbox.noteAnswer(recipient, "UNKNOWN", "CONTRL REJECTED", NOW));

        assertThat(hub(() -> Running.sql("select answer from outbound where id = :id").param("id", sent.id().value())
                .query(String.class).single())).isEqualTo("CONTRL ACKNOWLEDGED");
    }

    @Test
    void manyWorkersNeverLeaseTheSameRow() {
        for (int i = 0; i < 40; i++) {
            add(outbound(recipient, answered, Optional.empty(), "key " + i));
        }
        List<OutboundId> leased;
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            leased = IntStream.range(0, 20).mapToObj(worker -> CompletableFuture.supplyAsync(() ->
                    ids(hub(() -> outbox.lease(recipient, NOW, LEASE, 5))), workers)).toList().stream()
                    .map(CompletableFuture::join).flatMap(List::stream).toList();
        }

        assertThat(leased).doesNotHaveDuplicates().isNotEmpty();
    }

    private void add(NewOutbound added) {
        change(() -> outbox.add(added));
    }

    private List<DueOutbound> lease() {
        return hub(() -> outbox.lease(recipient, NOW, LEASE, 10));
    }

    private static List<OutboundId> ids(List<DueOutbound> due) {
        return due.stream().map(one -> one.outbound().id()).toList();
    }

    private String state(OutboundId id) {
        return hub(() -> Running.sql("select state from outbound where id = :id").param("id", id.value()).query(String.class).single());
    }

    private void change(Runnable work) {
        hub(() -> {
            work.run();
            return "done";
        });
    }

    private <T> T hub(Supplier<T> work) {
        return transactions.asHub(work);
    }

    private static SignedImage image(int content) {
        byte[] bytes = {(byte) content};
        return new SignedImage(bytes, "application/edifact", Digests.of(bytes), new byte[] {9});
    }
}
