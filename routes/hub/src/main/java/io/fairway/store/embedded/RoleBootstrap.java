package io.fairway.store.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * Makes the database and the three roles of the hub in a fresh server, as its superuser. Nothing else is ever done as superuser, since
 * that one is above row-level security.
 */
final class RoleBootstrap {
    static final String DATABASE = "fairway";
    static final String OWNER = "fairway_owner";
    static final String APPLICATION = "fairway_app";
    static final String WORKER = "fairway_worker";

    private final Connection superuser;

    RoleBootstrap(Connection superuser) {
        this.superuser = superuser;
    }

    /** May be repeated; sets the passwords anew. */
    void ensure(ServerPasswords passwords) throws SQLException {
        Map<String, String> roles = Map.of(OWNER, passwords.owner(), APPLICATION, passwords.application(),
                WORKER, passwords.worker());
        for (Map.Entry<String, String> role : roles.entrySet()) {
            if (!exists("select from pg_roles where rolname = ?", role.getKey())) {
                run("create role " + role.getKey());
            }
            run("alter role " + role.getKey() + " login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password '"
                    + role.getValue() + "'");
        }
        if (!exists("select from pg_database where datname = ?", DATABASE)) {
            run("create database " + DATABASE + " owner " + OWNER);
        }
        run("revoke all on database " + DATABASE + " from public");
        run("grant connect on database " + DATABASE + " to " + APPLICATION + ", " + WORKER);
    }

    private boolean exists(String query, String name) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** DDL takes no parameters; the only values in it are names and passwords made here. */
    private void run(String ddl) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(ddl);
        }
    }
}
