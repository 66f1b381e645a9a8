package io.fairway.usecase.title;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.ledger.Checkpoint;
import io.fairway.ledger.Difference;
import io.fairway.ledger.EventId;
import io.fairway.ledger.Invocation;
import io.fairway.ledger.Ledger;
import io.fairway.ledger.LedgerProfile;
import io.fairway.ledger.LedgerReading;
import io.fairway.ledger.LedgerRefusedException;
import io.fairway.ledger.Outcome;
import io.fairway.ledger.Query;
import io.fairway.ledger.Receipt;
import io.fairway.ledger.Reconciliation.HubRecord;
import io.fairway.ledger.SignedTransaction;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.view.LedgerDifferenceView;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The quantities of bulk releases, hub beside ledger. */
class CompareQuantitiesTest {
    private static final String RELEASE = "release/hubline/one";
    private static final EventId LAST = new EventId("hubterm", "event-last");
    private static final String VERSION_5 = "{\"version\":\"5\"}";

    private static List<Difference> compared(long taken, String... answers) {
        return new CompareQuantities(new Known(new LedgerRecords.BulkRecord(RELEASE, LAST, 5, 1_000, "KGM", taken)), new Direct())
                .compare(new Answering(new ArrayDeque<>(List.of(answers))), List.of(RELEASE));
    }

    private static String quantity(long redeemed) {
        return "{\"amount\":\"1000\",\"redeemed\":\"" + redeemed + "\",\"unit\":\"KGM\"}";
    }

    @Test
    void findNothingWhereBothKnowTheSame() {
        assertThat(compared(300, VERSION_5, quantity(300), VERSION_5)).isEmpty();
    }

    @Test
    void findWhatTheLedgerHoldsOtherwise() {
        assertThat(compared(300, VERSION_5, quantity(900), VERSION_5))
                .containsExactly(new Difference.OtherQuantity(LAST, "300 of 1000 KGM", "900 of 1000 KGM"));
    }

    @Test
    void leaveAReleaseThatMovesOnMeanwhileToItsNextVersion() {
        assertThat(compared(300, VERSION_5, quantity(900), "{\"version\":\"6\"}")).isEmpty();
        assertThat(compared(300, "{\"version\":\"6\"}", quantity(900), "{\"version\":\"6\"}")).isEmpty();
    }

    @Test
    void areNotComparedByAnOrganisationThatMayNotReadThem() {
        assertThat(compared(300, VERSION_5)).isEmpty();
    }

    private record Known(BulkRecord record) implements LedgerRecords {
        @Override
        public Progress progress() {
            return new Progress(0, 0, Optional.empty());
        }

        @Override
        public List<HubRecord> recorded(long from, long until) {
            return List.of();
        }

        @Override
        public Optional<BulkRecord> bulk(String subject) {
            return Optional.of(record).filter(known -> known.subject().equals(subject));
        }

        @Override
        public void compared(List<Difference> found, long until, Instant now) {
            throw new UnsupportedOperationException("Not asked here");
        }

        @Override
        public List<LedgerDifferenceView> differences(int most) {
            return List.of();
        }
    }

    /** Refuses when it has no answer left. */
    private record Answering(Deque<String> answers) implements Ledger {
        @Override
        public String evaluate(Query query) {
            return Optional.ofNullable(answers.poll()).orElseThrow(() ->
                    new LedgerRefusedException("FW-NONE", "not for you", new IllegalStateException("no member")));
        }

        @Override
        public LedgerProfile.Network network() {
            return LedgerProfile.Network.DEVELOPMENT;
        }

        @Override
        public String submitter() {
            return "PortMSP";
        }

        @Override
        public SignedTransaction endorse(Invocation invocation) {
            throw new UnsupportedOperationException("Not asked here");
        }

        @Override
        public Outcome submit(SignedTransaction transaction) {
            throw new UnsupportedOperationException("Not asked here");
        }

        @Override
        public Optional<Receipt> receipt(String transactionId) {
            return Optional.empty();
        }

        @Override
        public LedgerReading read(Checkpoint from) {
            throw new UnsupportedOperationException("Not asked here");
        }

        @Override
        public void close() {
        }
    }

    private record Direct() implements Transactions {
        @Override
        public <T> T asHub(Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T asParty(PartyId party, Supplier<T> work) {
            return work.get();
        }
    }
}
