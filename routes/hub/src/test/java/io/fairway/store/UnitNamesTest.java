package io.fairway.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.title.Commitments;
import io.fairway.usecase.view.RightView;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who sees the containers in the case reads them on the release; who does not has their digests. */
@ExtendWith(StoreServer.class)
class UnitNamesTest {
    private final JdbcTransactions transactions;
    private final JdbcUnitNames names = new JdbcUnitNames((Commitments) Proxy.newProxyInstance(Commitments.class.getClassLoader(),
            new Class<?>[] {Commitments.class}, (proxy, method, arguments) -> "digest-of-" + arguments[0]));

    UnitNamesTest(Database database) {
        transactions = new JdbcTransactions(database);
    }

    @Test
    void namesThoseOfTheReleaseThatThePartySeesAndNoOthers() {
        String bill = transactions.asHub(() -> {
            UUID id = OldRows.consignment();
            Running.sql("insert into consignment_access values (:id, 'UNIT-FORWARDER', 'STATUS')").param("id", id).update();
            for (String number : List.of("UNIU0000022", "UNIU0000017", "UNIU0000038")) {
                Running.sql("""
                        insert into container (id, consignment, number, environment, status, state, changed_at)
                        values (:container, :id, :number, 'LIVE', '', '{}', now())""")
                        .param("container", OldRows.id()).param("id", id).param("number", number).update();
            }
            return id.toString();
        });
        RightView release = release(bill, "digest-of-UNIU0000022,digest-of-UNIU0000017,digest-of-UNIU0000043");

        assertThat(seen("UNIT-FORWARDER", release)).containsExactly("UNIU0000017", "UNIU0000022");
        assertThat(seen("UNIT-STRANGER", release)).isEmpty();
        assertThat(seen("UNIT-FORWARDER", release(bill, ""))).isEmpty();
    }

    private List<String> seen(String party, RightView release) {
        return transactions.asParty(new PartyId(party), () -> names.of(release));
    }

    private static RightView release(String bill, String units) {
        return new RightView(UUID.randomUUID(), "release/1", Optional.of(bill), 1, "hubfwd", "active", Map.of("units", units), OldRows.THEN,
                Optional.empty());
    }
}
