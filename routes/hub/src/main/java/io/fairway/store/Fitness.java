package io.fairway.store;

import io.fairway.store.DatabaseAccess.Login;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Refuses a database that would break promises silently: roles above row-level security (P13) or the tables' owner at work, and
 * commits that are acknowledged before they are on disk (P1).
 */
final class Fitness {
    private Fitness() {
    }

    static void check(DataSource source, Login login, Login owner) {
        String query = """
                select rolsuper or rolbypassrls, pg_has_role(current_user, '%s', 'member'),
                       current_setting('synchronous_commit'), current_setting('fsync')
                from pg_roles where rolname = current_user""".formatted(owner.user().replace("'", "''"));
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery(query)) {
            row.next();
            refuseIf(row.getBoolean(1), "The role " + login + " is above row-level security:"
                    + " take SUPERUSER and BYPASSRLS from it.");
            refuseIf(row.getBoolean(2), "The role " + login + " owns the tables or may become their owner:"
                    + " give the hub a role of its own.");
            refuseIf(row.getString(3).equals("off"), "synchronous_commit is off:"
                    + " a power cut would lose what was acknowledged; set it to on.");
            refuseIf(!row.getString(4).equals("on"), "fsync is off: a power cut would lose what was acknowledged; set it to on.");
        } catch (SQLException e) {
            throw new UnfitDatabaseException("The database cannot be used as " + login + ": " + e.getMessage(), e);
        }
    }

    private static void refuseIf(boolean unfit, String sentence) {
        if (unfit) {
            throw new UnfitDatabaseException(sentence);
        }
    }
}
