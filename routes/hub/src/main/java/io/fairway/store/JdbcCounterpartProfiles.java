package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.time;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.registry.CounterpartProfiles;
import io.fairway.usecase.registry.CounterpartProfiles.KeptProfile;
import java.util.List;

/** Counterparts' profiles as rows. */
public final class JdbcCounterpartProfiles implements CounterpartProfiles.Rows {

    @Override
    public void keep(KeptProfile profile) {
        Running.sql("""
                insert into counterpart_profile (party, profile, entered_at, asked_by, confirmed_by)
                values (:party, :profile, :at, :asked, :confirmed)""")
                .param("party", profile.party().value()).param("profile", profile.profile()).param("at", time(profile.at()))
                .param("asked", profile.askedBy()).param("confirmed", profile.confirmedBy())
                .update();
    }

    @Override
    public List<KeptProfile> latest() {
        return Running.sql("""
                select distinct on (party) party, profile, entered_at, asked_by, confirmed_by from counterpart_profile
                order by party, position desc""")
                .query((row, number) -> new KeptProfile(new PartyId(row.getString("party")), row.getString("profile"),
                        instant(row, "entered_at"), row.getString("asked_by"), row.getString("confirmed_by")))
                .list();
    }
}
