package io.fairway.store;

import io.fairway.usecase.Kept;
import io.fairway.usecase.NewTransmission;
import io.fairway.usecase.PartyId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Writes a group of transmissions in one transaction, for each sender as that party, and answers after the commit. */
final class GroupWriter {
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''::bytea), ?, ?)";
    private static final byte[] NO_SIGNATURE = new byte[0];
    private static final String JOURNAL_ROW = "(?, ?, ?, ?, ?::json)";

    private final DataSource application;

    GroupWriter(DataSource application) {
        this.application = application;
    }

    void write(List<WaitingTransmission> group) throws SQLException {
        Map<WaitingTransmission, Kept> outcomes = new LinkedHashMap<>();
        try (Connection connection = application.getConnection()) {
            for (List<WaitingTransmission> ofSender : bySender(group)) {
                outcomes.putAll(insert(connection, ofSender));
            }
            commit(connection);
        }
        answer(outcomes);
    }

    private static Iterable<List<WaitingTransmission>> bySender(List<WaitingTransmission> group) {
        return group.stream().sorted(WaitingTransmission.BY_KEY)
                .collect(Collectors.groupingBy(waiting -> waiting.transmission().sender(), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static Map<WaitingTransmission, Kept> insert(Connection connection, List<WaitingTransmission> ofSender) throws SQLException {
        PartyId sender = ofSender.getFirst().transmission().sender();
        JdbcTransactions.setParty(connection, sender);
        Set<UUID> fresh = insertRows(connection, ofSender);
        Map<WaitingTransmission, Kept> outcomes = new LinkedHashMap<>();
        for (WaitingTransmission waiting : ofSender) {
            NewTransmission transmission = waiting.transmission();
            outcomes.put(waiting, fresh.contains(transmission.id().value())
                    ? new Kept.Fresh(transmission.id(), Columns.toMicros(transmission.receivedAt()))
                    : FirstTransmission.withKeyOf(connection, transmission).compare(transmission));
        }
        insertJournal(connection, outcomes);
        return outcomes;
    }

    /** @return ids of the rows that are new; the others' keys were there */
    private static Set<UUID> insertRows(Connection connection, List<WaitingTransmission> ofSender) throws SQLException {
        String sql = "insert into transmission (id, sender, key, digest, length, bytes, channel, content_type, signature, received_at, trace)"
                + " values "
                + String.join(", ", Stream.generate(() -> ROW).limit(ofSender.size()).toList())
                + " on conflict (sender, key) do nothing returning id";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameter = 1;
            for (WaitingTransmission waiting : ofSender) {
                parameter = set(statement, parameter, columns(waiting.transmission()));
            }
            Set<UUID> fresh = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    fresh.add(Columns.uuid(rows, "id"));
                }
            }
            return fresh;
        }
    }

    private static List<Object> columns(NewTransmission transmission) {
        return List.of(transmission.id().value(), transmission.sender().value(), transmission.key(), transmission.digest().value(),
                transmission.bytes().length, transmission.bytes(), transmission.channel(), transmission.contentType(),
                transmission.signature().orElse(NO_SIGNATURE), Columns.time(transmission.receivedAt()), transmission.trace());
    }

    private static void insertJournal(Connection connection, Map<WaitingTransmission, Kept> outcomes) throws SQLException {
        String sql = "insert into journal (at, party, kind, subject, detail) values "
                + String.join(", ", Stream.generate(() -> JOURNAL_ROW).limit(outcomes.size()).toList());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameter = 1;
            for (Map.Entry<WaitingTransmission, Kept> outcome : outcomes.entrySet()) {
                parameter = set(statement, parameter, journalColumns(outcome.getKey().transmission(), outcome.getValue()));
            }
            statement.executeUpdate();
        }
    }

    private static List<Object> journalColumns(NewTransmission transmission, Kept outcome) {
        Entry entry = switch (outcome) {
            case Kept.Fresh fresh -> new Entry("transmission-kept", fresh.id().value());
            case Kept.Repeated repeated -> new Entry("transmission-repeated", repeated.id().value());
            case Kept.Conflicting conflicting -> new Entry("transmission-refused", conflicting.first().value());
        };
        String detail = "{\"digest\":\"%s\",\"length\":%d}".formatted(transmission.digest(), transmission.bytes().length);
        return List.of(Columns.time(transmission.receivedAt()), transmission.sender().value(), entry.kind(), entry.subject(), detail);
    }

    private record Entry(String kind, UUID subject) {
    }

    private static int set(PreparedStatement statement, int first, List<Object> values) throws SQLException {
        int parameter = first;
        for (Object value : values) {
            statement.setObject(parameter++, value);
        }
        return parameter;
    }

    /** A step of its own: after it everything is on disk, and nobody has been told yet. */
    private static void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    private static void answer(Map<WaitingTransmission, Kept> outcomes) {
        outcomes.forEach((waiting, kept) -> waiting.answer().complete(kept));
    }
}
