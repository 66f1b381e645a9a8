package io.fairway.store;

import static io.fairway.store.Columns.time;

import io.fairway.usecase.DeliverOutbound;
import io.fairway.usecase.ResumeParked.ParkedRows;
import io.fairway.usecase.view.OverdueView.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Parked rows of the three tables whose work the hub itself does. */
public final class JdbcParkedRows implements ParkedRows {
    @Override
    public Optional<Kind> resume(UUID id, Instant now) {
        if (changed("update transmission set state = 'RECEIVED', attempts = 0 where id = :id and state = 'PARKED'", id)) {
            return Optional.of(Kind.TRANSMISSION);
        }
        if (changed("""
                update fact set state = case when consignment is null then 'UNRESOLVED' else 'PENDING' end, attempts = 0, reason = ''
                where id = :id and state = 'PARKED'""", id)) {
            return Optional.of(Kind.FACT);
        }
        sealAnew(id);
        int outbound = Running.sql("""
                update outbound set state = 'PENDING', attempts = 0, first_attempt = null, next_attempt = :now, concluded_at = null
                where id = :id and state = 'PARKED' and erased_at is null""").param("id", id).param("now", time(now)).update();
        return outbound == 1 ? Optional.of(Kind.OUTBOUND) : Optional.empty();
    }

    /** What its recipient's channel does not carry was never taken by it: it is written and sealed again, under the same id. */
    private static void sealAnew(UUID id) {
        Running.sql("""
                update outbound set image = null, image_type = null, image_digest = null, image_signature = null
                where id = :id and state = 'PARKED' and erased_at is null and starts_with(last_failure, :cause)""")
                .param("id", id).param("cause", DeliverOutbound.OTHER_CHANNEL).update();
    }

    @Override
    public List<UUID> unsealed(int most) {
        return Running.sql("""
                select id from outbound where state = 'PARKED' and erased_at is null and starts_with(last_failure, :cause)
                order by position limit :most for update""")
                .param("cause", DeliverOutbound.UNSEALED).param("most", most).query(UUID.class).list();
    }

    private static boolean changed(String update, UUID id) {
        return Running.sql(update).param("id", id).update() == 1;
    }
}
