package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.time;

import io.fairway.document.code.CodeList;
import io.fairway.document.code.CodeLists;
import io.fairway.usecase.CodeListVersions;
import io.fairway.usecase.Digests;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.view.CodeListView;
import io.fairway.usecase.view.Slice;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** Versions of code lists as rows, the codes compressed. */
public final class JdbcCodeListVersions implements CodeListVersions {
    /** A stored list of codes. */
    record Codes(Set<String> codes) {
    }

    @Override
    public Kept keep(CodeList list, PartyId by, Instant at) {
        String digest = digest(list);
        int kept = Running.sql("""
                insert into code_list (name, version, codes, size, digest, loaded_at, loaded_by)
                values (:name, :version, :codes, :size, :digest, :now, :party)
                on conflict (name, version) do update set loaded_at = excluded.loaded_at, loaded_by = excluded.loaded_by
                where code_list.digest = excluded.digest""")
                .param("name", list.name()).param("version", list.version())
                .param("codes", StoredJson.compress(new Codes(list.codes()), Codes.class)).param("size", list.codes().size())
                .param("digest", digest).param("now", time(at)).param("party", by.value())
                .update();
        return kept == 1 ? Kept.IN_FORCE : Kept.OTHER_CODES;
    }

    private static String digest(CodeList list) {
        byte[] codes = String.join("\n", list.codes().stream().sorted().toList()).getBytes(StandardCharsets.UTF_8);
        return Digests.of(codes).value();
    }

    @Override
    public CodeLists inForce() {
        return new CodeLists(Running.sql("select distinct on (name) name, version, codes from code_list order by name, loaded_at desc, position desc")
                .query((row, number) -> new CodeList(row.getString("name"), row.getString("version"),
                        StoredJson.decompress(row.getBytes("codes"), Codes.class).codes()))
                .list().stream().filter(list -> !list.codes().isEmpty()).collect(Collectors.toMap(CodeList::name, list -> list)));
    }

    @Override
    public Slice<CodeListView> all(Slice.Want want) {
        return Slices.byNumber(Running.sql("""
                select -position as place, name, version, size, loaded_at, loaded_by,
                       loaded_at = (select max(o.loaded_at) from code_list o where o.name = code_list.name) as in_force
                from code_list where -position > :after order by place limit :rows"""), want, (row, n) -> new Slices.Numbered<>(row.getLong("place"),
                new CodeListView(row.getString("name"), row.getString("version"), row.getInt("size"), instant(row, "loaded_at"),
                        row.getString("loaded_by"), row.getBoolean("in_force") ? CodeListView.State.IN_FORCE : CodeListView.State.REPLACED)));
    }
}
