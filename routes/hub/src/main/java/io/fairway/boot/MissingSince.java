package io.fairway.boot;

import io.fairway.store.Database;
import io.fairway.store.JdbcKeptRows;
import io.fairway.store.JdbcTransactions;
import io.fairway.store.embedded.EmbeddedPostgres;
import io.fairway.store.embedded.HomeLock;
import io.fairway.usecase.AcknowledgedList.Acknowledged;
import io.fairway.usecase.Transactions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a hub acknowledged and its restored database does not hold: its senders must send it again, under the same keys. */
final class MissingSince {
    private static final int BATCH = 1_000;
    private static final int CONNECTIONS = 2;

    private MissingSince() {
    }

    /**
     * Compares the list with the embedded database of a stopped hub.
     *
     * @param list as the hub wrote it; none when there is no such file
     */
    static List<Acknowledged> of(Path home, Path list) throws IOException {
        try (HomeLock lock = HomeLock.acquire(home); EmbeddedPostgres server = EmbeddedPostgres.start(home);
                Database database = Database.open(server.access(), CONNECTIONS)) {
            Transactions transactions = new JdbcTransactions(database);
            List<Acknowledged> missing = new ArrayList<>();
            List<Acknowledged> batch = new ArrayList<>();
            new AcknowledgedFile(list).each(listed -> {
                batch.add(listed);
                if (batch.size() == BATCH) {
                    missing.addAll(missing(transactions, batch));
                    batch.clear();
                }
            });
            missing.addAll(missing(transactions, batch));
            return missing;
        }
    }

    private static List<Acknowledged> missing(Transactions transactions, List<Acknowledged> batch) {
        return batch.isEmpty() ? List.of() : transactions.asHub(() -> new JdbcKeptRows().missing(batch));
    }
}
