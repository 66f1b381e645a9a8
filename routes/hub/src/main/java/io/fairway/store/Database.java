package io.fairway.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fairway.store.DatabaseAccess.Login;
import io.fairway.usecase.PartyId;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The migrated database with one pool of connections per working role. The owner is used for migrations only.
 */
public final class Database implements AutoCloseable {
    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(10);
    private static final int SOCKET_SILENCE_SECONDS = 300;
    private static final int STATEMENTS_KEPT_PREPARED = 512;
    private static final int STATEMENTS_KEPT_PREPARED_MEGABYTES = 16;

    private final HikariDataSource application;
    private final HikariDataSource worker;

    private Database(HikariDataSource application, HikariDataSource worker) {
        this.application = application;
        this.worker = worker;
    }

    /**
     * Migrates, checks and opens it.
     *
     * @param poolSize most connections per role
     * @throws UnfitDatabaseException when it cannot be migrated, or would break a promise
     */
    public static Database open(DatabaseAccess access, int poolSize) {
        Migration.run(access);
        HikariDataSource application = new HikariDataSource(pool("application", access, access.application(), poolSize));
        HikariConfig ofHub = pool("worker", access, access.worker(), poolSize);
        ofHub.setIsolateInternalQueries(true);
        ofHub.setConnectionInitSql("set fairway.party = '" + PartyId.HUB.value() + "'");
        HikariDataSource worker = new HikariDataSource(ofHub);
        Database database = new Database(application, worker);
        try {
            Fitness.check(application, access.application(), access.owner());
            Fitness.check(worker, access.worker(), access.owner());
        } catch (UnfitDatabaseException e) {
            database.close();
            throw e;
        }
        return database;
    }

    private static HikariConfig pool(String name, DatabaseAccess access, Login login, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(access.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        config.setInitializationFailTimeout(CONNECTION_WAIT.toMillis());
        config.addDataSourceProperty("currentSchema", Migration.SCHEMA);
        config.addDataSourceProperty("ApplicationName", "fairway-" + name);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("preparedStatementCacheQueries", Integer.toString(STATEMENTS_KEPT_PREPARED));
        config.addDataSourceProperty("preparedStatementCacheSizeMiB", Integer.toString(STATEMENTS_KEPT_PREPARED_MEGABYTES));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("socketTimeout", Integer.toString(SOCKET_SILENCE_SECONDS));
        return config;
    }

    DataSource application() {
        return application;
    }

    DataSource worker() {
        return worker;
    }

    @Override
    public void close() {
        worker.close();
        application.close();
    }
}
