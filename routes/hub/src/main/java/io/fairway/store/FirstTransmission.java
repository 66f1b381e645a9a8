package io.fairway.store;

import io.fairway.usecase.Kept;
import io.fairway.usecase.NewTransmission;
import io.fairway.usecase.TransmissionId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** What was kept first under a key. */
record FirstTransmission(TransmissionId id, String digest, Instant receivedAt) {

    static FirstTransmission withKeyOf(Connection connection, NewTransmission transmission) throws SQLException {
        String sql = "select id, digest, received_at from transmission where sender = ? and key = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, transmission.sender().value());
            statement.setString(2, transmission.key());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("The key of " + transmission.id() + " is taken, but nobody has it");
                }
                return new FirstTransmission(new TransmissionId(Columns.uuid(row, "id")), row.getString("digest"),
                        Columns.instant(row, "received_at"));
            }
        }
    }

    /** The same bytes get the first answer again; other bytes are refused (P3). */
    Kept compare(NewTransmission transmission) {
        return digest.equals(transmission.digest().value()) ? new Kept.Repeated(id, receivedAt) : new Kept.Conflicting(id);
    }
}
