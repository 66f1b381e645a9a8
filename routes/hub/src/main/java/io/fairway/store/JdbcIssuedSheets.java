package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;

import io.fairway.document.id.Sha256;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.sheet.IssuedSheet;
import io.fairway.usecase.sheet.IssuedSheets;
import io.fairway.usecase.title.RightKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Sheets as rows; row-level security leaves the party its own. */
public final class JdbcIssuedSheets implements IssuedSheets {
    private static final String KNOWN = "select kind, issued_at from issued_sheet where ";

    @Override
    public Optional<IssuedSheet> find(UUID right, long version) {
        return Running.sql("""
                select id, right_id, kind, version, issued_at, pdf, erased_at from issued_sheet
                where right_id = :right and version = :version and party = party()""")
                .param("right", right).param("version", version).query(JdbcIssuedSheets::sheet).optional();
    }

    @Override
    public IssuedSheet keep(PartyId party, IssuedSheet sheet) {
        Running.sql("""
                insert into issued_sheet (id, party, right_id, kind, version, issued_at, digest, pdf)
                values (:id, :party, :right, :kind, :version, :at, :digest, :pdf) on conflict do nothing""")
                .param("id", sheet.id()).param("party", party.value()).param("right", sheet.right()).param("kind", sheet.kind().name())
                .param("version", sheet.version()).param("at", time(sheet.issuedAt())).param("digest", sheet.digest().value())
                .param("pdf", sheet.pdf()).update();
        return find(sheet.right(), sheet.version()).orElseThrow(() -> new IllegalStateException("A sheet that was kept is not there"));
    }

    @Override
    public Optional<IssuedSheet.Known> known(UUID id) {
        return Running.sql(KNOWN + "id = :id").param("id", id).query(JdbcIssuedSheets::known).optional();
    }

    @Override
    public Optional<IssuedSheet.Known> known(Sha256 digest) {
        return Running.sql(KNOWN + "digest = :digest").param("digest", digest.value()).query(JdbcIssuedSheets::known).optional();
    }

    private static IssuedSheet sheet(ResultSet row, int number) throws SQLException {
        return new IssuedSheet(uuid(row, "id"), uuid(row, "right_id"), RightKind.valueOf(row.getString("kind")), row.getLong("version"),
                instant(row, "issued_at"), row.getBytes("pdf"), Columns.optionalInstant(row, "erased_at"));
    }

    private static IssuedSheet.Known known(ResultSet row, int number) throws SQLException {
        return new IssuedSheet.Known(RightKind.valueOf(row.getString("kind")), instant(row, "issued_at"));
    }
}
