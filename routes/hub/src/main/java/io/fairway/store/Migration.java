package io.fairway.store;

import io.fairway.store.DatabaseAccess.Login;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables to the version of this hub, as their owner. Several hubs may start at once: one migrates, the others wait. */
final class Migration {
    static final String SCHEMA = "fairway";
    private static final int CONNECT_TRIES = 3;

    private Migration() {
    }

    static void run(DatabaseAccess access) {
        Login owner = access.owner();
        try {
            Flyway.configure()
                    .dataSource(access.url(), owner.user(), owner.password())
                    .connectRetries(CONNECT_TRIES)
                    .locations("classpath:db/migration")
                    .schemas(SCHEMA)
                    .createSchemas(true)
                    .placeholders(Map.of("schema", SCHEMA, "app", access.application().user(), "worker", access.worker().user()))
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new UnfitDatabaseException("The tables cannot be brought up to date as " + owner + " at " + access.url() + ": "
                    + e.getMessage(), e);
        }
    }
}
