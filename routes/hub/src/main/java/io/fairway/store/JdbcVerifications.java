package io.fairway.store;

import static io.fairway.store.Columns.time;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.verification.Verifications;
import io.fairway.usecase.view.Slice;
import io.fairway.usecase.view.VerificationView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Verifications as rows; row-level security leaves the party its own. */
public final class JdbcVerifications implements Verifications {

    @Override
    public void add(PartyId party, VerificationView verification) {
        Running.sql("""
                insert into verification (id, party, consignment, via, asked_at, answer)
                values (:id, :party, :consignment, :via, :at, :answer::jsonb)""")
                .param("id", verification.id()).param("party", party.value()).param("consignment", verification.consignment())
                .param("via", verification.grant().orElse(null)).param("at", time(verification.askedAt()))
                .param("answer", StoredJson.write(verification, VerificationView.class)).update();
    }

    @Override
    public Slice<VerificationView> page(Slice.Want want) {
        return Slices.byId(Running.sql("""
                select answer, erased_at from verification where party = party() and (:after::uuid is null or id < :after) order by id desc limit :rows"""),
                want, JdbcVerifications::row, VerificationView::id);
    }

    @Override
    public Optional<VerificationView> find(UUID id) {
        return Running.sql("select answer, erased_at from verification where id = :id and party = party()").param("id", id).query(JdbcVerifications::row)
                .optional();
    }

    private static VerificationView row(ResultSet row, int number) throws SQLException {
        VerificationView answer = StoredJson.read(row.getString("answer"), VerificationView.class);
        return Columns.optionalInstant(row, "erased_at").map(answer::erased).orElse(answer);
    }
}
