package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.uuid;

import io.fairway.usecase.AcknowledgedList.Acknowledged;
import io.fairway.usecase.AcknowledgedList.Kept;
import io.fairway.usecase.PartyId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Kept transmissions as the sealed journal has them. */
public final class JdbcKeptRows implements Kept {

    @Override
    public List<Acknowledged> between(long behind, long upTo, int most) {
        return Running.sql("""
                select l.place, j.at, j.party, j.subject, j.detail ->> 'digest' as digest from journal_link l join journal j on j.position = l.position
                where l.place > :behind and l.place <= :upTo and j.kind = 'transmission-kept' order by l.place limit :most""")
                .param("behind", behind).param("upTo", upTo).param("most", most)
                .query((row, number) -> new Acknowledged(row.getLong("place"), instant(row, "at"), new PartyId(row.getString("party")),
                        uuid(row, "subject"), row.getString("digest"))).list();
    }

    @Override
    public long newest() {
        return Running.sql("select coalesce(max(last_place), 0) from journal_seal").query(Long.class).single();
    }

    @Override
    public List<Acknowledged> missing(List<Acknowledged> listed) {
        String ids = listed.stream().map(each -> each.transmission().toString()).collect(Collectors.joining(" "));
        Set<UUID> here = new HashSet<>(Running.sql("select id from transmission where id = any (string_to_array(:ids, ' ')::uuid[])")
                .param("ids", ids).query(UUID.class).list());
        return listed.stream().filter(each -> !here.contains(each.transmission())).toList();
    }
}
