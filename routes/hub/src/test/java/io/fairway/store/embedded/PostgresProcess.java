package io.fairway.store.embedded;

import io.fairway.store.DatabaseAccess;
import io.fairway.store.DatabaseAccess.Login;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A process of its own that runs a server until it is told to stop or killed; prints how to log in. */
final class PostgresProcess {
    private PostgresProcess() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        Path home = Path.of(arguments[0]);
        EmbeddedPostgres postgres = arguments.length > 1 ? EmbeddedPostgres.start(home, Path.of(arguments[1]))
                : EmbeddedPostgres.start(home);
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        DatabaseAccess access = postgres.access();
        System.out.println(access.url());
        for (Login login : Stream.of(access.owner(), access.application(), access.worker()).toList()) {
            System.out.println(login.user());
            System.out.println(login.password());
        }
        Thread.currentThread().join();
    }
}
