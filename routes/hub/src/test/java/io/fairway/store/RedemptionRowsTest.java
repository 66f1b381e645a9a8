package io.fairway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.ledger.EventId;
import io.fairway.ledger.Receipt;
import io.fairway.ledger.Settlement;
import io.fairway.usecase.Digests;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.title.ActsInCustody;
import io.fairway.usecase.title.Commitments;
import io.fairway.usecase.title.Custody;
import io.fairway.usecase.title.FlatRecord;
import io.fairway.usecase.title.LedgerNames;
import io.fairway.usecase.title.RedeemReleases;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gate-outs on their way to the ledger, as rows; the ledger's answers are played. */
@ExtendWith(StoreServer.class)
class RedemptionRowsTest {
    private static final Instant NOW = Instant.parse("2026-03-06T02:15:00Z");
    private static final Custody KEPT = (party, intent) -> Optional.of("0".repeat(64) + ".signature");

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final PartyId terminal = new PartyId("TERMINAL-" + mark.toUpperCase(Locale.ROOT));
    private final String subject = "release/line-" + mark + "/" + UUID.randomUUID();
    private final JdbcTransactions transactions;
    private final JdbcSubmissionLog log;

    RedemptionRowsTest(Database database) {
        transactions = new JdbcTransactions(database);
        log = new JdbcSubmissionLog(transactions, InstantSource.fixed(NOW));
    }

    @Test
    void aGateOutQueuesItselfOnceAndOnlyIfItStandsInALiveCase() {
        UUID stands = gateOut("BOX1", "APPLIED", "LIVE");
        UUID kept = gateOut("BOX2", "KEPT", "LIVE");
        UUID test = gateOut("BOX3", "APPLIED", "TEST");
        reconsider(stands, "APPLIED");

        assertThat(states(stands)).containsExactly("PENDING");
        assertThat(states(kept)).isEmpty();
        assertThat(states(test)).isEmpty();

        reconsider(kept, "APPLIED");
        assertThat(states(kept)).as("it came to stand later").containsExactly("PENDING");
    }

    @Test
    void becomesOneActOfTheTerminalHoweverOftenOneLooks() {
        UUID left = gateOut("BOX1", "APPLIED", "LIVE");
        release(3, "BOX1", terminal);

        redeem(KEPT);
        redeem(KEPT);

        assertThat(acts()).singleElement().satisfies(intent -> {
            assertThat(intent.text("action") + " " + intent.text("version")).isEqualTo("release.redeem 3");
            assertThat(intent.text("units")).isEqualTo(new Plain().ofUnit(box("BOX1")));
            assertThat(intent.text("actor")).isEqualTo(LedgerNames.of(terminal));
            assertThat(intent.text("recipient")).isEqualTo("haulier-" + mark);
        });
        assertThat(states(left)).containsExactly("SENT");
    }

    @Test
    void isDoneOnceThoughTheHubDiesInTheMiddleOfIt() {
        UUID left = gateOut("BOX1", "APPLIED", "LIVE");
        release(3, "BOX1", terminal);
        var dies = new AtomicBoolean(true);
        Custody dying = (party, intent) -> {
            if (party.equals(terminal) && dies.getAndSet(false)) {
                throw new IllegalStateException("killed");
            }
            return KEPT.sign(party, intent);
        };

        assertThatThrownBy(() -> redeem(dying)).hasMessage("killed");
        assertThat(acts()).isEmpty();
        assertThat(states(left)).containsExactly("PENDING");

        redeem(dying);
        assertThat(acts()).hasSize(1);
        assertThat(states(left)).containsExactly("SENT");
    }

    @Test
    void waitsWhileTheLedgerIsAwayAndFollowsTheReleaseThatChangedMeanwhile() {
        gateOut("BOX1", "APPLIED", "LIVE");
        release(3, "BOX1", terminal);
        redeem(KEPT);
        FlatRecord outrun = acts().getFirst();
        redeem(KEPT);
        assertThat(acts()).as("while the ledger is away").hasSize(1);

        settle(outrun, new Settlement.Refused("FW-VERSION", "FW-VERSION: the release has moved on"));
        transactions.asHub(() -> Running.sql("update ledger_right set version = 4 where subject = :subject").param("subject", subject).update());
        redeem(KEPT);
        redeem(KEPT);

        assertThat(acts()).extracting(intent -> intent.text("version")).containsExactly("3", "4");
        assertThat(acts().get(1).text("event")).isNotEqualTo(outrun.text("event"));
        settle(acts().get(1), new Settlement.Recorded(new Receipt(Digests.of(mark.getBytes(StandardCharsets.US_ASCII)).value(), 9, new byte[] {1})));
        redeem(KEPT);
        assertThat(acts()).as("once it stands").hasSize(2);
    }

    @Test
    void isNotTriedAgainWhenTheContractRefusesItForGood() {
        gateOut("BOX1", "APPLIED", "LIVE");
        release(3, "BOX1", terminal);
        redeem(KEPT);

        settle(acts().getFirst(), new Settlement.Refused("FW-HELD", "FW-HELD: the release is on hold"));
        redeem(KEPT);

        assertThat(acts()).hasSize(1);
    }

    @Test
    void isNoneWithoutAReleaseOrWithOneForAnotherTerminal() {
        UUID without = gateOut("BOX1", "APPLIED", "LIVE");
        UUID elsewhere = gateOut("BOX2", "APPLIED", "LIVE");
        release(3, "BOX2", new PartyId("ELSEWHERE"));

        redeem(KEPT);

        assertThat(states(without)).containsExactly("NO_RELEASE");
        assertThat(states(elsewhere)).containsExactly("NO_RELEASE");
        assertThat(acts()).isEmpty();
    }

    @Test
    void awaitsATerminalThatHoldsItsKeyItself() {
        UUID left = gateOut("BOX1", "APPLIED", "LIVE");
        release(3, "BOX1", terminal);

        redeem((party, intent) -> Optional.empty());

        assertThat(states(left)).containsExactly("AWAITS_TERMINAL");
        assertThat(acts()).isEmpty();
    }

    private void redeem(Custody custody) {
        var acts = new ActsInCustody(new ActRows(), custody, UUID::randomUUID, InstantSource.fixed(NOW), "fairway");
        var redemptions = new RedeemReleases(new JdbcRedemptions(), acts, new Plain(), transactions);
        int looked;
        do {
            looked = redemptions.redeemPending();
        } while (looked > 0);
    }

    private String box(String name) {
        return name + "-" + mark;
    }

    private UUID gateOut(String name, String stands, String environment) {
        UUID consignment = UUID.randomUUID();
        transactions.asHub(() -> {
            Running.sql("""
                    insert into consignment (id, carrier, bill, environment, opened_at, changed_at)
                    values (:id, :carrier, :id::text, :environment, now(), now())""")
                    .param("id", consignment).param("carrier", "LINE-" + mark).param("environment", environment).update();
            return Running.sql("""
                    insert into consignment_event (consignment, sequence, kind, event, occurred_at, received_at, sender, interchange, message,
                                                   disposition, stands)
                    values (:id, 1, 'ContainerGatedOut', jsonb_build_object('container', :box::text), now(), now(), :terminal, '', '', :stands, :stands)""")
                    .param("id", consignment).param("box", box(name)).param("terminal", terminal.value()).param("stands", stands).update();
        });
        return consignment;
    }

    private void reconsider(UUID consignment, String stands) {
        transactions.asHub(() -> Running.sql("update consignment_event set stands = :stands where consignment = :id").param("stands", stands)
                .param("id", consignment).update());
    }

    private void release(long version, String name, PartyId at) {
        String record = FlatRecord.of(Map.of("subject", subject, "state", "active", "holder", "forwarder-" + mark, "haulier", "haulier-" + mark,
                "terminal", LedgerNames.of(at), "units", new Plain().ofUnit(box(name)), "version", Long.toString(version))).canonical();
        transactions.asHub(() -> Running.sql("""
                insert into ledger_right (id, subject, kind, version, record, changed_at) values (:id, :subject, 'RELEASE', :version, :record, now())""")
                .param("id", UUID.randomUUID()).param("subject", subject).param("version", version).param("record", record).update());
    }

    private List<FlatRecord> acts() {
        return transactions.asHub(() -> Running.sql("select intent from ledger_act where lane = :subject order by position").param("subject", subject)
                .query((row, number) -> FlatRecord.read(row.getString("intent"))).list());
    }

    private List<String> states(UUID consignment) {
        return transactions.asHub(() -> Running.sql("select state from ledger_redemption where consignment = :id").param("id", consignment)
                .query(String.class).list());
    }

    private void settle(FlatRecord intent, Settlement settlement) {
        log.settle(new EventId(intent.text("actor"), intent.text("event")), settlement);
    }

    /** Digests without a key: nobody has to be kept from guessing here. */
    private record Plain() implements Commitments {
        @Override
        public String ofUnit(String container) {
            return Digests.of(container.getBytes(StandardCharsets.US_ASCII)).value();
        }

        @Override
        public String ofBill(String carrier, String number) {
            return ofUnit(carrier + number);
        }

        @Override
        public String ofGoods(String bill, String goods) {
            return ofUnit(bill + goods);
        }

        @Override
        public String ofCall(String ship, String voyage, String port) {
            return ofUnit(ship + voyage + port);
        }

        @Override
        public String ofFinancing(String carrier, String bill, String invoice, String amount) {
            return ofUnit(carrier + bill + invoice + amount);
        }
    }
}
