package io.fairway.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.clearance.Role;
import io.fairway.usecase.Caller;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.registry.EnrolledKey;
import io.fairway.usecase.registry.EnrolledKeys;
import io.fairway.usecase.registry.TellKeyAlarms;
import io.fairway.usecase.view.AlarmView;
import io.fairway.usecase.view.Slice;
import io.fairway.web.KeyHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is told of an enrolled key as its end comes nearer, with a clock that is moved by hand. */
@ExtendWith(StoreServer.class)
class KeyAlarmsTest {
    private static final Instant END = Instant.parse("2041-06-01T00:00:00Z");

    private final JdbcTransactions transactions;
    private final JdbcKeyRegistry registry = new JdbcKeyRegistry();
    private final PartyId party = new PartyId("ALARM-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT));
    private final UUID key = UUID.randomUUID();
    private final TellKeyAlarms alarms;
    private Instant now = END.minus(Duration.ofDays(90));

    KeyAlarmsTest(Database database) {
        transactions = new JdbcTransactions(database);
        alarms = new TellKeyAlarms(transactions, registry, new JdbcJournal(), () -> now);
        transactions.asHub(() -> Running.sql("""
                insert into party (id, kind, organisation, name, roles, codes, environment, status, registered_at, registered_by)
                values (:id, 'ENTERPRISE', :id, 'x', '{}', '{}', 'LIVE', 'ACTIVE', now(), 'test')""").param("id", party.value()).update());
        transactions.asHub(() -> registry.add(new EnrolledKey(key, party, key.toString(), "{}", EnrolledKey.Purpose.SIGNING, now, END, now,
                party + "/anna", party + "/bo", Optional.empty())));
    }

    @Test
    void areToldOnceEachSixtyThirtyAndSevenDaysBefore() {
        assertThat(toldAt(Duration.ofDays(61))).isEmpty();
        assertThat(toldAt(Duration.ofDays(60))).containsExactly(60);
        assertThat(toldAt(Duration.ofDays(59))).as("once").containsExactly(60);
        assertThat(toldAt(Duration.ofDays(30).plusSeconds(1))).containsExactly(60);
        assertThat(toldAt(Duration.ofDays(30))).containsExactly(60, 30);
        assertThat(toldAt(Duration.ofDays(7).plusSeconds(1))).containsExactly(60, 30);
        assertThat(toldAt(Duration.ofDays(7))).containsExactly(60, 30, 7);
        assertThat(toldAt(Duration.ofDays(-1))).containsExactly(60, 30, 7);
    }

    @Test
    void areNotToldOfARevokedKey() {
        transactions.asHub(() -> registry.revoke(party, key, now));

        assertThat(toldAt(Duration.ofDays(7))).isEmpty();
        assertThat(shown()).isEmpty();
    }

    @Test
    void areShownToTheirPartyFromSixtyDaysBeforeWithTheDaysThatAreLeft() {
        now = END.minus(Duration.ofDays(60)).minusSeconds(1);
        assertThat(shown()).isEmpty();

        for (int days : List.of(59, 30, 7, 0)) {
            now = END.minus(Duration.ofDays(days));
            assertThat(shown()).singleElement().satisfies(alarm -> assertThat(alarm.daysLeft()).isEqualTo(days));
        }
        now = END.plus(Duration.ofDays(2));
        assertThat(shown()).singleElement().satisfies(alarm -> assertThat(alarm.daysLeft()).isZero());
    }

    @Test
    void makeHealthTellTheRiskInTheLastSevenDays() {
        var keys = new EnrolledKeys(transactions, registry, () -> now);
        keys.refresh();
        int before = ending(keys);

        now = END.minus(Duration.ofDays(7)).plusSeconds(1);
        assertThat(ending(keys)).isGreaterThan(before);
        assertThat(new KeyHealth(keys, () -> now).health().getStatus().getCode()).isEqualTo("AT_RISK");
    }

    private int ending(EnrolledKeys keys) {
        return ((Number) new KeyHealth(keys, () -> now).health().getDetails().getOrDefault("ending", 0)).intValue();
    }

    private List<Integer> toldAt(Duration before) {
        now = END.minus(before);
        alarms.tell();
        return transactions.asParty(party, () -> Running.sql("""
                select (detail ->> 'days')::integer from journal where kind = 'key-ending' and subject = :key order by 1 desc""")
                .param("key", key).query(Integer.class).list());
    }

    private List<AlarmView> shown() {
        var queries = new JdbcRegistryQueries(transactions, new JdbcPartyRegistry(), new JdbcMandates(), new JdbcGrants(), new JdbcPendingActs(),
                () -> now);
        return queries.alarms(new Caller(party, Set.of(Role.CARRIER)), new Slice.Want(10, Optional.empty())).items();
    }
}
