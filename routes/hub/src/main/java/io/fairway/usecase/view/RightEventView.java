package io.fairway.usecase.view;

import java.util.Map;

/**
 * One change of a bill or release on the ledger.
 *
 * @param custody {@code party-held} or {@code hub-custody}: whose keeping the key was in that signed it
 * @param record the record after it
 */
public record RightEventView(long version, String action, String by, String custody, String transaction, long block, Map<String, String> record) {
    public RightEventView {
        record = Map.copyOf(record);
    }
}
