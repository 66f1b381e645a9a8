package io.fairway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.ledger.Reconciliation.HubRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private final Reconciliation reconciliation = new Reconciliation();

    @Test
    void findsNothingWhereHubAndLedgerAgree() {
        reconciliation.add(block(1, event(1, "PortMSP", "t1"), event(2, "PortMSP", "t2")));
        reconciliation.add(block(2, event(3, "BankMSP", "t3")));

        assertThat(reconciliation.differences(List.of(hub(1, "t1"), hub(2, "t2")), "PortMSP")).isEmpty();
    }

    @Test
    void listsEveryDifference() {
        reconciliation.add(block(1, event(1, "PortMSP", "t1"), event(2, "PortMSP", "t2"), event(4, "PortMSP", "t4")));
        reconciliation.add(block(2, event(4, "PortMSP", "t5")));

        assertThat(reconciliation.differences(List.of(hub(1, "t9"), hub(3, "t3"), hub(4, "t4")), "PortMSP")).containsExactlyInAnyOrder(
                new Difference.OtherTransaction(id(1), "t9", "t1"), new Difference.OnlyOnLedger(id(2), "t2", 1),
                new Difference.OnlyInHub(id(3), "t3"), new Difference.Twice(id(4), "t4", "t5"));
    }

    @Test
    void leavesOutWhatCarriesNoIntent() {
        reconciliation.add(block(1, new RecordedEvent(1, 0, "t1", "PortMSP", "x", List.of("not an intent"), "")));

        assertThat(reconciliation.differences(List.of(), "PortMSP")).isEmpty();
    }

    private static RecordedBlock block(long number, RecordedEvent... events) {
        return new RecordedBlock(number, Arrays.asList(events), new Checkpoint(number + 1, Optional.empty()));
    }

    private static RecordedEvent event(int number, String submitter, String transaction) {
        var intent = "{\"action\":\"bill.transfer\",\"actor\":\"carrier\",\"event\":\"event-000" + number + "\"}";
        return new RecordedEvent(1, 0, transaction, submitter, "bill.transfer", List.of(intent), "{}");
    }

    private static HubRecord hub(int number, String transaction) {
        return new HubRecord(id(number), transaction);
    }

    private static EventId id(int number) {
        return new EventId("carrier", "event-000" + number);
    }
}
