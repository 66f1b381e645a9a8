package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;

import io.fairway.document.id.Sha256;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.sheet.IssuedSheet;
import io.fairway.usecase.sheet.IssuedSheets;
import io.fairway.usecase.sheet.SheetKey;
import io.fairway.usecase.sheet.SheetKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sheets as rows; row-level security leaves the party its own. */
public final class JdbcIssuedSheets implements IssuedSheets {
    private static final String OF = "coalesce(right_id::text, consignment::text, passage)";
    private static final String SHEET = "select id, kind, " + OF + " as of, container, version, issued_at, pdf, erased_at from issued_sheet ";
    private static final String KNOWN = "select kind, issued_at from issued_sheet where ";

    @Override
    public Optional<IssuedSheet> find(SheetKey key) {
        return Running.sql(SHEET + "where party = party() and kind = :kind and " + OF + " = :of and container = :container and version = :version")
                .param("kind", key.kind().name()).param("of", key.of()).param("container", key.container()).param("version", key.version())
                .query(JdbcIssuedSheets::sheet).optional();
    }

    @Override
    public IssuedSheet keep(PartyId party, IssuedSheet sheet) {
        SheetKey key = sheet.key();
        Running.sql("insert into issued_sheet (id, party, " + column(key.kind()) + """
                , container, kind, version, issued_at, digest, pdf)
                values (:id, :party, :of, :container, :kind, :version, :at, :digest, :pdf) on conflict do nothing""")
                .param("id", sheet.id()).param("party", party.value()).param("of", key.kind() == SheetKind.GATE_SLIP
                        || key.kind() == SheetKind.EQUIPMENT_RECEIPT ? key.of() : UUID.fromString(key.of()))
                .param("container", key.container()).param("kind", key.kind().name()).param("version", key.version())
                .param("at", time(sheet.issuedAt())).param("digest", sheet.digest().value()).param("pdf", sheet.pdf()).update();
        return find(key).orElseThrow(() -> new IllegalStateException("A sheet that was kept is not there"));
    }

    private static String column(SheetKind kind) {
        return switch (kind) {
            case BILL, RELEASE -> "right_id";
            case TALLY -> "consignment";
            case GATE_SLIP, EQUIPMENT_RECEIPT -> "passage";
        };
    }

    @Override
    public List<IssuedSheet> about(UUID consignment) {
        return Running.sql(SHEET + """
                where party = party() and erased_at is null and (consignment = :id
                    or right_id in (select r.id from ledger_right r join consignment c on c.bill = r.number where c.id = :id)
                    or passage in (select d.passage from gate_decision d join container x on d.containers @> array[x.number]
                        join consignment c on c.id = x.consignment
                        where c.id = :id and d.environment = c.environment and d.started_at >= c.opened_at))
                order by issued_at, id""").param("id", consignment).query(JdbcIssuedSheets::sheet).list();
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
        var key = new SheetKey(SheetKind.valueOf(row.getString("kind")), row.getString("of"), row.getString("container"), row.getLong("version"));
        return new IssuedSheet(uuid(row, "id"), key, instant(row, "issued_at"), row.getBytes("pdf"), Columns.optionalInstant(row, "erased_at"));
    }

    private static IssuedSheet.Known known(ResultSet row, int number) throws SQLException {
        return new IssuedSheet.Known(SheetKind.valueOf(row.getString("kind")), instant(row, "issued_at"));
    }
}
