package io.fairway.store;

import io.fairway.store.embedded.EmbeddedPostgres;
import io.fairway.store.embedded.HomeLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One real server with migrated tables for all test classes of the store; each class keeps to parties of its own. */
public final class StoreServer implements ParameterResolver {
    /** Programs of the server, shared by every server that tests start. */
    public static final Path BINARIES = Path.of("target", "postgres-binaries");

    /** The server and what is open on it; closed when the last test has run. */
    record Server(HomeLock lock, EmbeddedPostgres postgres, Database database) implements ExtensionContext.Store.CloseableResource {

        static Server start() {
            Path home = Path.of("target", "store-tests");
            HomeLock lock = HomeLock.acquire(home);
            deleteTree(home.resolve("postgres"));
            EmbeddedPostgres postgres = EmbeddedPostgres.start(home, BINARIES);
            return new Server(lock, postgres, Database.open(postgres.access(), 8));
        }

        @Override
        public void close() {
            database.close();
            postgres.close();
            lock.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
        Class<?> type = parameter.getParameter().getType();
        return type == Database.class || type == DatabaseAccess.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
        Server server = extension.getRoot().getStore(ExtensionContext.Namespace.create(StoreServer.class))
                .getOrComputeIfAbsent(Server.class, type -> Server.start(), Server.class);
        return parameter.getParameter().getType() == Database.class ? server.database() : server.postgres().access();
    }

    /** A connection as a working role, as hand-written SQL would use it. */
    static Connection connect(DatabaseAccess access, DatabaseAccess.Login login) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("currentSchema", "fairway");
        Connection connection = DriverManager.getConnection(access.url(), properties);
        connection.setAutoCommit(false);
        return connection;
    }

    /** Removes a folder and everything in it. */
    public static void deleteTree(Path top) {
        if (!Files.exists(top)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(top)) {
            for (Path path : tree.toList().reversed()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
