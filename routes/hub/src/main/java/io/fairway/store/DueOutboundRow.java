package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.optionalUuid;
import static io.fairway.store.Columns.uuid;

import io.fairway.document.Document;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.id.Sha256;
import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.DueOutbound;
import io.fairway.usecase.FactId;
import io.fairway.usecase.InterchangeId;
import io.fairway.usecase.NewOutbound;
import io.fairway.usecase.OutboundId;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.SignedImage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;

/** Reads a leased row. The attempt that begins now is not counted in {@link DueOutbound#attempts()}. */
final class DueOutboundRow implements RowMapper<DueOutbound> {

    @Override
    public DueOutbound mapRow(ResultSet row, int number) throws SQLException {
        NewOutbound outbound = new NewOutbound(new OutboundId(uuid(row, "id")), new PartyId(row.getString("recipient")),
                optionalUuid(row, "consignment").map(ConsignmentId::new), optionalUuid(row, "cause").map(FactId::new),
                row.getString("key"), new InterchangeId(uuid(row, "answers")), row.getString("dialect"), row.getString("reference"),
                StoredJson.read(row.getString("document"), Document.class), Environment.valueOf(row.getString("environment")),
                instant(row, "created_at"), row.getString("trace"));
        return new DueOutbound(outbound, image(row), row.getInt("attempts") - 1, instant(row, "first_attempt"));
    }

    private static Optional<SignedImage> image(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes("image");
        return bytes == null ? Optional.empty() : Optional.of(new SignedImage(bytes, row.getString("image_type"),
                new Sha256(row.getString("image_digest")), row.getBytes("image_signature")));
    }
}
