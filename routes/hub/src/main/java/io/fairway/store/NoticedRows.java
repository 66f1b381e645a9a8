package io.fairway.store;

import io.fairway.usecase.Consignments.Noticed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the changes of a transaction show, looked for once for all cases that it changed. */
final class NoticedRows {
    private NoticedRows() {
    }

    /** @param told hears of each */
    record Change(Instant at, Consumer<Noticed> told) {
    }

    static void tell(Map<UUID, Change> changes) {
        List<UUID> cases = List.copyOf(changes.keySet());
        Change any = changes.values().iterator().next();
        Stream.concat(UnlistedBills.shownBy(cases, any.at()).stream(), DiscrepancyRows.untold(cases).stream()).forEach(any.told());
    }
}
