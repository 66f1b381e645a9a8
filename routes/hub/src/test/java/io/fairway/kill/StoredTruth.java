package io.fairway.kill;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** What the database of the running hub holds, asked as the worker role by hand-written SQL. */
final class StoredTruth implements AutoCloseable {
    private final Connection connection;

    private StoredTruth(Connection connection) {
        this.connection = connection;
    }

    static StoredTruth open(Path home) throws IOException, SQLException {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("postgres/passwords.properties"))) {
            passwords.load(reader);
        }
        String port = Files.readAllLines(home.resolve("postgres/data/postmaster.pid")).get(3);
        Connection connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/fairway?currentSchema=fairway",
                "fairway_worker", passwords.getProperty("worker"));
        StoredTruth truth = new StoredTruth(connection);
        truth.rows("select set_config('fairway.party', 'FAIRWAY', false)");
        return truth;
    }

    /** What has not reached a final state, counted; empty when the hub is at rest. */
    List<List<String>> unfinished() throws SQLException {
        return rows("""
                select 'transmission ' || state, count(*)::text from transmission where state in ('RECEIVED', 'PARKED') group by 1
                union all
                select 'fact ' || state, count(*)::text from fact where state in ('PENDING', 'UNRESOLVED', 'PARKED') group by 1
                union all
                select 'outbound ' || state, count(*)::text from outbound where state in ('PENDING', 'LEASED', 'PARKED') group by 1""");
    }

    /** Whether the transmission is there with exactly these bytes. */
    boolean holds(String transmission, String party, String digest) throws SQLException {
        return !rows("""
                select 1 from transmission where id = ?::uuid and sender = ? and encode(sha256(bytes), 'hex') = ? and digest = ?""",
                transmission, party, digest, digest).isEmpty();
    }

    /** Id, image digest and consignment (or id) of what was delivered to a party, in the order it was to be told. */
    List<List<String>> deliveredTo(String party) throws SQLException {
        return rows("""
                select id::text, image_digest, coalesce(consignment, id)::text from outbound where recipient = ? and state = 'DELIVERED'
                order by position""", party);
    }

    List<List<String>> rows(String query, String... values) throws SQLException {
        List<List<String>> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<String> row = new ArrayList<>();
                    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        row.add(rows.getString(column));
                    }
                    found.add(row);
                }
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
