package io.fairway.store;

import static io.fairway.store.OldRows.THEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.clearance.Role;
import io.fairway.usecase.Caller;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.retention.Erasable;
import io.fairway.usecase.retention.Erasure;
import io.fairway.usecase.retention.Erasure.Cause;
import io.fairway.usecase.view.ArchiveView;
import io.fairway.usecase.view.Slice;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Numbers stay to be found when what they stood in is gone; what replay needs is forgotten only when it is old. */
@ExtendWith(StoreServer.class)
class ArchiveRowsTest {
    private static final Caller CARRIER = new Caller(new PartyId("ARC-CARRIER"), Set.of(Role.CARRIER));
    private static final Caller STRANGER = new Caller(new PartyId("ARC-STRANGER"), Set.of(Role.CARRIER));

    private final JdbcTransactions transactions;
    private final JdbcKeepings keepings = new JdbcKeepings();
    private final JdbcArchive archive;

    ArchiveRowsTest(Database database) {
        transactions = new JdbcTransactions(database);
        archive = new JdbcArchive(transactions, Clock.systemUTC());
    }

    @Test
    void anErasedCaseIsFoundByItsContainersAndSealsAndSaidToBeGone() {
        UUID id = transactions.asHub(() -> {
            UUID consignment = OldRows.consignment();
            Running.sql("insert into consignment_access values (:id, 'ARC-CARRIER', 'STATUS')").param("id", consignment).update();
            Running.sql("""
                    insert into container (id, consignment, number, environment, status, state, changed_at)
                    values (:id, :id, 'ARCU0000018', 'LIVE', '', '{"container": {"seals": ["ARC-SEAL-1"]}}', now())""").param("id", consignment).update();
            Running.sql("update container set state = '{\"container\": {\"seals\": [\"ARC-SEAL-1\", \"ARC-SEAL-2\"]}}' where id = :id")
                    .param("id", consignment).update();
            return consignment;
        });
        assertThat(find(CARRIER, "ARC-SEAL-2")).extracting(ArchiveView::id, ArchiveView::kind, ArchiveView::erasedAt)
                .containsExactly(Tuple.tuple(id, ArchiveView.Kind.SEAL, Optional.<Instant>empty()));

        transactions.asHub(() -> {
            keepings.erase(new Erasure(OldRows.id(), Erasable.CONSIGNMENT, id, CARRIER.party(), "Case", Cause.RETENTION, "test", "", THEN));
            return id;
        });

        for (String number : List.of(id.toString(), "ARCU0000018", "ARC-SEAL-1", "ARC-SEAL-2")) {
            assertThat(find(CARRIER, number)).as(number).singleElement().satisfies(entry -> {
                assertThat(entry.id()).isEqualTo(id);
                assertThat(entry.erasedAt()).contains(THEN);
            });
            assertThat(find(STRANGER, number)).isEmpty();
        }
        assertThat(find(CARRIER, "L")).isEmpty();
        assertThat(new JdbcCaseQueries(transactions, Clock.systemUTC()).consignment(CARRIER, id).orElseThrow().consignment().erasedAt()).contains(THEN);
    }

    @Test
    void stepsAreForgottenWhenTheyAreOldAndNotBefore() {
        long kept = transactions.asHub(() -> {
            Running.sql("""
                    insert into step (kind, subject, at, identifiers)
                    select 'READ', gen_random_uuid(), timestamp '1990-01-01', '{}' from generate_series(1, 5)""").update();
            return Running.sql("select count(*) from step where at >= timestamp '1991-01-01'").query(Long.class).single();
        });

        assertThat(transactions.asHub(() -> keepings.forgetSteps(THEN.plusSeconds(86_400), 3))).isEqualTo(3);
        assertThat(transactions.asHub(() -> keepings.forgetSteps(THEN.plusSeconds(86_400), 3))).isEqualTo(2);
        assertThat(transactions.asHub(() -> Running.sql("select count(*) from step where at >= timestamp '1991-01-01'").query(Long.class).single()))
                .isGreaterThanOrEqualTo(kept);
        assertThatThrownBy(() -> transactions.asHub(() -> keepings.forgetSteps(Instant.now(), 3))).rootCause()
                .hasMessageContaining("steps are kept for a year");
        assertThatThrownBy(() -> transactions.asHub(() -> Running.sql("delete from step").update())).rootCause().hasMessageContaining("permission denied");
    }

    private List<ArchiveView> find(Caller caller, String number) {
        return archive.find(caller, number, new Slice.Want(10, Optional.empty())).items();
    }
}
