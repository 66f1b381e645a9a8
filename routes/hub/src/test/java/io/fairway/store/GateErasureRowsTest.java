package io.fairway.store;

import static io.fairway.store.OldRows.THEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.retention.Erasable;
import io.fairway.usecase.retention.Erasure;
import io.fairway.usecase.retention.Erasure.Cause;
import io.fairway.usecase.retention.Keeping.Tie;
import io.fairway.usecase.retention.LegalHold;
import io.fairway.usecase.retention.Retention;
import io.fairway.usecase.retention.SweepRetention;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Plates and drivers at the gate go when their period is over; which container went out by which permission, and the digest of the record, stay. */
@ExtendWith(StoreServer.class)
class GateErasureRowsTest {
    private static final Instant AFTER_MONTHS = THEN.plus(Duration.ofDays(91));
    private static final Instant AFTER_YEARS = THEN.plus(Duration.ofDays(1_200));

    private final JdbcTransactions transactions;
    private final JdbcKeepings keepings = new JdbcKeepings();

    GateErasureRowsTest(Database database) {
        transactions = new JdbcTransactions(database);
    }

    @Test
    void aPassageLosesPlateRecordAndReadingsAndKeepsItsDigest() {
        UUID passage = hub(() -> OldRows.passage("OLD01-1", "OLDU1000001", THEN));
        String digest = one("select encode(digest, 'hex') from gate_decision where passage_subject(passage) = :id", passage);

        sweepAt(THEN.plus(Duration.ofDays(1_000)));
        assertThat(one("select plate from gate_decision where passage_subject(passage) = :id", passage)).isEqualTo("ZHANG1");
        sweepAt(AFTER_YEARS);

        assertThat(one("""
                select plate || octet_length(record) || octet_length(seal) || ' ' || permission || ' ' || containers[1] || ' ' || encode(digest, 'hex')
                from gate_decision where passage_subject(passage) = :id""", passage)).isEqualTo("00 OPEN OLDU1000001 " + digest);
        assertThat(one("select sum(octet_length(bytes))::text from gate_reading where passage = 'OLD01-1' and :id::uuid is not null", passage)).isEqualTo("0");
        assertThat(one("select kind || ' ' || party || ' ' || sort from erasure where subject = :id", passage)).isEqualTo("PASSAGE OLD-TERMINAL Passage");
        assertThat(one("select count(*)::text from journal j join erasure e on e.id = j.subject where j.kind = 'erased' and e.subject = :id", passage))
                .isEqualTo("1");
        assertThat(hub(() -> keepings.find(Erasable.PASSAGE, passage)).orElseThrow().tie()).isEqualTo(Tie.ERASED);
        assertThat(transactions.asParty(new PartyId("OLD-TERMINAL"), () -> Running.sql("select cause from erasure where subject = :id").param("id", passage)
                .query(String.class).list())).containsExactly("RETENTION");
        assertThat(transactions.asParty(new PartyId("OLD-HAULIER"), () -> Running.sql("select cause from erasure where subject = :id").param("id", passage)
                .query(String.class).list())).isEmpty();
    }

    @Test
    void aPassageOfWhichNobodyWasToldYetIsAtWork() {
        UUID passage = hub(() -> OldRows.passage("OLD01-2", "OLDU1000002", THEN.plusSeconds(1)));
        hub(() -> Running.sql("update gate_passage set reported_at = null where passage = 'OLD01-2'").update());

        assertThat(hub(() -> keepings.find(Erasable.PASSAGE, passage)).orElseThrow().tie()).isEqualTo(Tie.AT_WORK);
        assertThatThrownBy(() -> erase(Erasable.PASSAGE, passage)).rootCause().hasMessageContaining("at work");
        hub(() -> Running.sql("update gate_passage set reported_at = now() where passage = 'OLD01-2'").update());
    }

    @Test
    void aLegalHoldOfACaseKeepsWhatAGateDecidedOverItsContainer() {
        UUID held = hub(OldRows::consignment);
        hub(() -> Running.sql("""
                insert into container (id, consignment, number, environment, status, state, changed_at)
                values (:id, :id, 'OLDU1000003', 'LIVE', '', '{}', now())""").param("id", held).update());
        UUID passage = hub(() -> OldRows.passage("OLD01-3", "OLDU1000003", THEN.plusSeconds(2)));
        hub(() -> {
            keepings.place(new LegalHold(OldRows.id(), Erasable.CONSIGNMENT, held, "court case 8", THEN, "HUBOPS/anna"));
            return held;
        });

        sweepAt(AFTER_YEARS);

        assertThat(one("select plate from gate_decision where passage_subject(passage) = :id", passage)).isEqualTo("ZHANG1");
        assertThatThrownBy(() -> erase(Erasable.PASSAGE, passage)).rootCause().hasMessageContaining("a legal hold keeps the case");
    }

    @Test
    void whatALaneHeardWithoutAPassageGoesDayByDay() {
        Instant day = Instant.parse("1990-02-01T23:59:59Z");
        long first = hub(() -> OldRows.reading("", day));
        long next = hub(() -> OldRows.reading("", day.plusSeconds(2)));

        sweepAt(Instant.parse("1990-05-03T00:00:01Z"));
        assertThat(bytesOf(first) + " " + bytesOf(next)).isEqualTo("0 6");
        sweepAt(Instant.parse("1990-05-04T00:00:01Z"));
        assertThat(bytesOf(first) + " " + bytesOf(next)).isEqualTo("0 0");
    }

    @Test
    void anAppointmentTakesItsPassesAlongAndNoOthers() {
        UUID mine = hub(() -> OldRows.appointment("OLDU1000004", 1));
        UUID other = hub(() -> OldRows.appointment("OLDU1000004", 2));

        erase(Erasable.APPOINTMENT, mine);
        assertThat(one("select signed || kind || imprint from gate_pass where pass = :id", mine)).isEqualTo("ISSUEDab");
        assertThat(one("select signed from gate_pass where pass = :id", other)).startsWith("e30.");

        sweepAt(AFTER_MONTHS);
        assertThat(one("select signed from gate_pass where pass = :id", other)).isEmpty();
    }

    @Test
    void nothingOfTheGateIsChangedOtherwise() {
        UUID passage = hub(() -> OldRows.passage("OLD01-5", "OLDU1000005", THEN.plusSeconds(3)));
        for (String change : new String[] {"update gate_decision set plate = ''", "update gate_pass set signed = ''", "delete from gate_decision",
            "update gate_reading set bytes = ''", "update issued_sheet set pdf = ''", "update verification set answer = '{}'"}) {
            assertThatThrownBy(() -> hub(() -> Running.sql(change).update())).as(change).rootCause().hasMessageContaining("permission denied");
        }
        assertThat(one("select plate from gate_decision where passage_subject(passage) = :id", passage)).isEqualTo("ZHANG1");
    }

    private void erase(Erasable kind, UUID subject) {
        hub(() -> {
            keepings.erase(new Erasure(OldRows.id(), kind, subject, new PartyId("OLD-TERMINAL"), "test", Cause.REQUEST, "HUBOPS/anna, HUBOPS/bo", "asked",
                    THEN));
            return subject;
        });
    }

    private void sweepAt(Instant now) {
        new SweepRetention(transactions, keepings, new Retention(Map.of()), new JdbcJournal(), OldRows::id, InstantSource.fixed(now), 50).sweep();
    }

    private String bytesOf(long sequence) {
        return hub(() -> Running.sql("select octet_length(bytes)::text from gate_reading where lane = 'OLD01' and sequence = :sequence")
                .param("sequence", sequence).query(String.class).single());
    }

    private <T> T hub(Supplier<T> work) {
        return transactions.asHub(work);
    }

    private String one(String sql, UUID id) {
        return hub(() -> Running.sql(sql).param("id", id).query(String.class).single());
    }
}
