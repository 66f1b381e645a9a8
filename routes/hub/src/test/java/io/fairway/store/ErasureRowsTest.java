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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is past its period goes for good, what it proves stays, and nothing but an erasure that is written down can take it. */
@ExtendWith(StoreServer.class)
class ErasureRowsTest {
    private static final String SENDER = "OLD-AGENT";
    private static final Instant AFTER_MONTHS = THEN.plus(Duration.ofDays(91));
    private static final Instant AFTER_YEARS = THEN.plus(Duration.ofDays(3_660));

    private final JdbcTransactions transactions;
    private final JdbcKeepings keepings = new JdbcKeepings();

    ErasureRowsTest(Database database) {
        transactions = new JdbcTransactions(database);
    }

    @Test
    void aCrewListGoesAfterItsPeriodAndLeavesItsDigest() {
        UUID transmission = hub(() -> OldRows.transmission(SENDER, "UNB CREW ZHANG", "READ"));
        UUID list = hub(() -> OldRows.interchange(transmission, SENDER, 0, "ACCEPTED"));
        UUID fact = hub(() -> OldRows.fact(list, SENDER, "PersonList"));
        UUID told = hub(() -> OldRows.told(list, "DELIVERED"));
        String digest = one("select digest from transmission where id = :id", transmission);

        sweepAt(THEN.plus(Duration.ofDays(89)));
        assertThat(one("select convert_from(bytes, 'UTF8') from transmission where id = :id", transmission)).contains("ZHANG");
        sweepAt(AFTER_MONTHS);

        assertThat(one("select octet_length(bytes) || ' ' || digest || ' ' || (signature is null) from transmission where id = :id", transmission))
                .isEqualTo("0 " + digest + " true");
        assertThat(one("select document::text from fact where id = :id", fact)).isEqualTo("{}");
        assertThat(one("select count(*)::text from fact_lineage where fact = :id", fact)).isEqualTo("0");
        assertThat(one("select body::text from finding where interchange = :id", list)).contains("Erased.").doesNotContain("ZHANG");
        assertThat(one("select octet_length(bytes)::text from acknowledgment where interchange = :id", list)).isEqualTo("0");
        assertThat(one("select document::text || (image is null and receipt is null and image_digest = 'ab') from outbound where id = :id", told))
                .isEqualTo("{}true");
        assertThat(one("select cause || ' ' || sort || ' ' || erased_by from erasure where subject = :id", list))
                .isEqualTo("RETENTION PersonList retention of P90D");
        assertThat(one("""
                select count(*)::text from journal j join erasure e on e.id = j.subject where j.kind = 'erased' and e.subject = :id
                and j.detail ->> 'subject' = e.subject::text""", list)).isEqualTo("1");
        assertThat(hub(() -> keepings.find(Erasable.INTERCHANGE, list)).orElseThrow().tie()).isEqualTo(Tie.ERASED);
    }

    @Test
    void aLegalHoldKeepsItUntilItIsLifted() {
        UUID transmission = hub(() -> OldRows.transmission(SENDER, "UNB HELD ZHANG", "READ"));
        UUID list = hub(() -> OldRows.interchange(transmission, SENDER, 0, "ACCEPTED"));
        hub(() -> OldRows.fact(list, SENDER, "PersonList"));
        var hold = new LegalHold(OldRows.id(), Erasable.INTERCHANGE, list, "court case 7", THEN, "HUBOPS/anna");
        hub(() -> {
            keepings.place(hold);
            return hold;
        });

        sweepAt(AFTER_MONTHS);
        assertThat(one("select convert_from(bytes, 'UTF8') from transmission where id = :id", transmission)).isEqualTo("UNB HELD ZHANG");
        assertThatThrownBy(() -> erase(Erasable.INTERCHANGE, list)).rootCause().hasMessageContaining("a legal hold keeps this");

        hub(() -> {
            keepings.lift(hold, "HUBOPS/anna, HUBOPS/bo", AFTER_MONTHS);
            return hold;
        });
        sweepAt(AFTER_MONTHS);
        assertThat(one("select octet_length(bytes)::text from transmission where id = :id", transmission)).isEqualTo("0");
    }

    @Test
    void whatCouldNotBeReadWasRefusedOrCameAgainGoesToo() {
        UUID unreadable = hub(() -> OldRows.transmission(SENDER, "ZHANG?", "UNREADABLE"));
        UUID refused = hub(() -> OldRows.transmission(SENDER, "UNB WRONG ZHANG", "READ"));
        UUID rejected = hub(() -> OldRows.interchange(refused, SENDER, 0, "REJECTED"));
        UUID accepted = hub(() -> OldRows.transmission(SENDER, "UNB GOOD", "READ"));
        UUID good = hub(() -> OldRows.interchange(accepted, SENDER, 0, "ACCEPTED"));
        hub(() -> OldRows.fact(good, SENDER, "ShipReport"));

        sweepAt(AFTER_MONTHS);
        sweepAt(AFTER_MONTHS);

        assertThat(one("select octet_length(bytes)::text from transmission where id = :id", unreadable)).isEqualTo("0");
        assertThat(one("select octet_length(bytes)::text from transmission where id = :id", refused)).isEqualTo("0");
        assertThat(one("select sort from erasure where subject = :id", rejected)).isEqualTo(Retention.REFUSED);
        assertThat(one("select octet_length(bytes)::text from transmission where id = :id", accepted)).isEqualTo("8");
    }

    @Test
    void aNeighbourInTheSameTransmissionKeepsItsBytesAtTheirPlace() {
        UUID transmission = hub(() -> OldRows.transmission(SENDER, "UNB CREW ZHANG'UNB SHIP'", "READ"));
        UUID list = hub(() -> OldRows.interchange(transmission, SENDER, 0, "ACCEPTED"));
        UUID report = hub(() -> OldRows.interchange(transmission, SENDER, 15, "ACCEPTED"));
        hub(() -> OldRows.fact(list, SENDER, "PersonList"));
        hub(() -> OldRows.fact(report, SENDER, "ShipReport"));

        sweepAt(AFTER_MONTHS);

        assertThat(one("select convert_from(bytes, 'UTF8') from transmission where id = :id", transmission)).isEqualTo(" ".repeat(15) + "UNB SHIP'");
    }

    @Test
    void aCaseGoesAsAWholeWithItsSaltsAndTheLastOneTakesTheManifest() {
        UUID transmission = hub(() -> OldRows.transmission(SENDER, "UNB MANIFEST ZHANG", "READ"));
        UUID manifest = hub(() -> OldRows.interchange(transmission, SENDER, 0, "ACCEPTED"));
        UUID first = hub(OldRows::consignment);
        UUID second = hub(OldRows::consignment);
        hub(() -> OldRows.fact(manifest, SENDER, "Manifest", first));
        hub(() -> OldRows.fact(manifest, SENDER, "Manifest", second));
        assertThatThrownBy(() -> erase(Erasable.INTERCHANGE, manifest)).rootCause().hasMessageContaining("belongs to a case");
        assertThat(one("select count(*)::text from ledger_attestation where consignment = :id", first)).isEqualTo("1");

        erase(Erasable.CONSIGNMENT, first);
        assertThat(one("select octet_length(bytes)::text from transmission where id = :id", transmission)).isEqualTo("18");
        for (String table : new String[] {"consignment_event", "declaration", "ledger_attestation"}) {
            assertThat(one("select count(*)::text from " + table + " where consignment = :id", first)).as(table).isEqualTo("0");
        }
        assertThat(one("select bill || (state is null) from consignment where id = :id", first)).isEqualTo(first + "true");
        assertThat(one("select document::text from fact where consignment = :id", second)).contains("ZHANG");

        sweepAt(AFTER_YEARS);
        assertThat(one("select octet_length(bytes)::text from transmission where id = :id", transmission)).isEqualTo("0");
        assertThat(one("select sort from erasure where subject = :id", second)).isEqualTo(Retention.CASE);
    }

    @Test
    void whatIsStillToBeDeliveredIsNotErased() {
        UUID transmission = hub(() -> OldRows.transmission(SENDER, "UNB WAITS", "READ"));
        UUID list = hub(() -> OldRows.interchange(transmission, SENDER, 0, "ACCEPTED"));
        hub(() -> OldRows.fact(list, SENDER, "PersonList"));
        UUID waiting = hub(() -> OldRows.told(list, "LEASED"));

        sweepAt(AFTER_MONTHS);

        assertThat(one("select octet_length(bytes)::text from transmission where id = :id", transmission)).isEqualTo("9");
        assertThatThrownBy(() -> erase(Erasable.INTERCHANGE, list)).rootCause().hasMessageContaining("at work");
        hub(() -> Running.sql("update outbound set state = 'DELIVERED' where id = :id").param("id", waiting).update());
    }

    @ParameterizedTest
    @ValueSource(strings = {"interchange", "transmission", "consignment", "attachment", "appointment", "passage", "readings"})
    void nobodyErasesWhatIsNotWrittenDownInTheSameTransaction(String kind) {
        UUID subject = UUID.randomUUID();

        assertThatThrownBy(() -> hub(() -> called(kind, subject))).rootCause().hasMessageContaining("nobody wrote down");
        assertThatThrownBy(() -> transactions.asParty(PartyId.HUB, () -> called(kind, subject))).rootCause().hasMessageContaining("permission denied");
        assertThatThrownBy(() -> hub(() -> Running.sql("select erase_bytes(:id, now())").param("id", subject).query().singleValue()))
                .rootCause().hasMessageContaining("permission denied");
    }

    private static Object called(String kind, UUID subject) {
        return Running.sql("select erase_" + kind + "(:id)").param("id", subject).query().singleValue();
    }

    @Test
    void whatWasWrittenDownIsNeverChanged() {
        for (String change : new String[] {"update erasure set reason = ''", "delete from erasure", "delete from legal_hold"}) {
            assertThatThrownBy(() -> hub(() -> Running.sql(change).update())).rootCause().hasMessageContaining("permission denied");
        }
    }

    private void erase(Erasable kind, UUID subject) {
        hub(() -> {
            keepings.erase(new Erasure(OldRows.id(), kind, subject, new PartyId(SENDER), "test", Cause.REQUEST, "HUBOPS/anna, HUBOPS/bo", "asked", THEN));
            return subject;
        });
    }

    private void sweepAt(Instant now) {
        new SweepRetention(transactions, keepings, new Retention(Map.of()), new JdbcJournal(), OldRows::id, InstantSource.fixed(now), 50).sweep();
    }

    private <T> T hub(Supplier<T> work) {
        return transactions.asHub(work);
    }

    private String one(String sql, UUID id) {
        return hub(() -> Running.sql(sql).param("id", id).query(String.class).single());
    }
}
