package io.fairway.store.embedded;

import java.sql.SQLException;
import java.util.Set;

/** Tells a server that is not ready yet from one that refuses. */
final class StartingUp {
    /** Connection refused or cut, "the database system is starting up", and "shutting down" of crash recovery's helpers. */
    private static final Set<String> STATES = Set.of("08001", "08006", "57P03", "57P01");

    private StartingUp() {
    }

    static boolean is(SQLException e) {
        return STATES.contains(e.getSQLState());
    }
}
