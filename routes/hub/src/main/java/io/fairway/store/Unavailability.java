package io.fairway.store;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells "the database cannot now" from "the statement is wrong", by SQLSTATE class. */
final class Unavailability {
    /** 08 connection, 53 resources and disk, 57 operator intervention and shutdown, 58 system error, 25 read-only standby. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58", "25");

    private Unavailability() {
    }

    static boolean causes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return saysSo(sql.getSQLState());
            }
        }
        return false;
    }

    /** A state comes from the server; without one it never answered, or no connection could be had. */
    private static boolean saysSo(@Nullable String state) {
        return state == null || state.length() == 5 && CLASSES.contains(state.substring(0, 2));
    }
}
