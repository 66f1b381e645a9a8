package io.fairway.store.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The server's settings; on the command line they win over every file. */
final class ServerOptions {
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1", "unix_socket_directories=",
            "fsync=on", "full_page_writes=on", "synchronous_commit=on",
            "password_encryption=scram-sha-256", "max_connections=40", "shared_buffers=256MB", "max_wal_size=2GB",
            "checkpoint_completion_target=0.9", "jit=off", "timezone=UTC", "log_timezone=UTC", "log_statement=none",
            "log_min_duration_statement=-1", "log_parameter_max_length=0", "log_parameter_max_length_on_error=0",
            "log_min_error_statement=panic", "log_error_verbosity=terse");

    private ServerOptions() {
    }

    /** Document content must not reach the log, hence no statements and no parameters in it. */
    static List<String> of(Path data, int port) {
        Stream<String> settings = SETTINGS.stream().flatMap(setting -> Stream.of("-c", setting));
        return Stream.concat(Stream.of("-D", data.toString(), "-p", Integer.toString(port)), settings).toList();
    }
}
