package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.uuid;

import io.fairway.document.finding.Finding;
import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.FactId;
import io.fairway.usecase.ReceivedTransmission;
import io.fairway.usecase.Step;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.evidence.SignatureCheck.Checked;
import io.fairway.usecase.replay.RecordedStep;
import io.fairway.usecase.replay.Recording;
import io.fairway.usecase.retention.Erasable;
import io.fairway.usecase.retention.Erasure;
import io.fairway.usecase.retention.Keeping;
import io.fairway.usecase.retention.Keepings;
import io.fairway.usecase.view.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The recorded hub's rows, and rows of the clean hub's database that they become. */
public final class JdbcRecording implements Recording {
    private static final List<String> REGISTRY = List.of("party", "mandate", "attachment", "attachment_access");
    private static final int BATCH = 100;
    private static final String UNREAD = " || '{\"state\":\"RECEIVED\",\"attempts\":0,\"last_failure\":\"\",\"content\":null}'::jsonb";
    /** Blanks stand where an erased interchange was; at the beginning nobody would know the syntax by them. */
    private static final String FROM_ITS_BEGIN = " || case when t.erased_at is null then '{}' else jsonb_build_object('bytes', ltrim(t.bytes, ' '::bytea)) end";

    private final Transactions recorded;
    private final Transactions clean;
    private final Keepings keepings = new JdbcKeepings();
    private Optional<Checked> brought = Optional.empty();

    /** @param recorded database of the hub that was; @param clean migrated database of a hub that did nothing yet */
    public JdbcRecording(Transactions recorded, Transactions clean) {
        this.recorded = recorded;
        this.clean = clean;
    }

    @Override
    public void bringRegistry() {
        REGISTRY.forEach(this::bringTable);
    }

    @Override
    public void bringCodeLists() {
        bringTable("code_list");
    }

    private void bringTable(String table) {
        long behind = 0;
        List<String> rows = page(table, behind);
        while (!rows.isEmpty()) {
            insert(table, rows);
            behind += rows.size();
            rows = page(table, behind);
        }
    }

    /** In the order of the primary key, of which every one of these tables has one. */
    private List<String> page(String table, long behind) {
        return recorded.asHub(() -> Running.sql("select to_jsonb(t)::text from " + table + " t order by to_jsonb(t) ->> 'id', "
                + "to_jsonb(t) ->> 'digest', to_jsonb(t)::text offset :behind limit " + BATCH).param("behind", behind).query(String.class).list());
    }

    private void insert(String table, List<String> rows) {
        clean.asHub(() -> {
            rows.forEach(row -> Running.sql("insert into " + table + " overriding system value select * from jsonb_populate_record(null::" + table
                    + ", :row::jsonb)").param("row", row).update());
            return rows;
        });
    }

    @Override
    public List<RecordedStep> steps(long behind, int most) {
        return recorded.asHub(() -> Running.sql("""
                select position, kind, subject, at, array_to_string(identifiers, ' ') as taken,
                    coalesce((select string_agg(i.id::text, ' ') from interchange i
                              where i.transmission = s.subject and i.erased_at is not null), '') as erased,
                    coalesce((select string_agg(i.id::text, ' ') from interchange i
                              where i.transmission = s.subject and i.erased_at is null), '') as there
                from step s
                where position > :behind and not (kind = 'READ' and exists (
                    select 1 from transmission t where t.id = s.subject and t.erased_at is not null and octet_length(t.bytes) = 0))
                order by position limit :most""").param("behind", behind).param("most", most)
                .query((row, number) -> new RecordedStep(row.getLong("position"), new Step.About(Step.Kind.valueOf(row.getString("kind")),
                        uuid(row, "subject")), instant(row, "at"), taken(row))).list());
    }

    /** Interchanges are read one after the other: what was taken from the begin of an erased one to the begin of the next was taken for it. */
    private static List<UUID> taken(ResultSet row) throws SQLException {
        Set<UUID> erased = Set.copyOf(identifiers(row.getString("erased")));
        Set<UUID> there = Set.copyOf(identifiers(row.getString("there")));
        List<UUID> kept = new ArrayList<>();
        boolean isErased = false;
        for (UUID each : identifiers(row.getString("taken"))) {
            isErased = erased.contains(each) || isErased && !there.contains(each);
            if (!isErased) {
                kept.add(each);
            }
        }
        return kept;
    }

    private static List<UUID> identifiers(String joined) {
        List<UUID> identifiers = new ArrayList<>();
        for (String each : joined.split(" ")) {
            if (!each.isEmpty()) {
                identifiers.add(UUID.fromString(each));
            }
        }
        return identifiers;
    }

    @Override
    public void bring(UUID transmission) {
        insert("transmission", recorded.asHub(() -> Running.sql("select (to_jsonb(t)" + UNREAD + FROM_ITS_BEGIN + ")::text from transmission t where id = :id")
                .param("id", transmission).query(String.class).list()));
        brought = recorded.asHub(() -> Running.sql("""
                select body from finding where transmission = :id and interchange is null and code like 'SIG-%' order by position limit 1""")
                .param("id", transmission).query(String.class).optional()
                .<Checked>map(body -> new Checked.Refused(StoredJson.read(body, Finding.class)))
                .or(() -> Optional.of(new Checked.Content(read(transmission)))));
    }

    @Override
    public Checked checked(ReceivedTransmission transmission) {
        return brought.orElseThrow(() -> new IllegalStateException("Nothing was brought over"));
    }

    private static byte[] read(UUID transmission) {
        return Running.sql("""
                select coalesce(content, case when erased_at is null then bytes else ltrim(bytes, ' '::bytea) end) as content from transmission
                where id = :id""").param("id", transmission)
                .query((row, number) -> row.getBytes("content")).single();
    }

    @Override
    public Optional<ConsignmentId> here(UUID consignment) {
        return recorded.asHub(() -> Running.sql("select carrier, bill, environment from consignment where id = :id").param("id", consignment)
                .query((row, number) -> List.of(row.getString("carrier"), row.getString("bill"), row.getString("environment"))).optional())
                .flatMap(key -> clean.asHub(() -> Running.sql("""
                        select id from consignment where carrier = :carrier and bill = :bill and environment = :environment""")
                        .param("carrier", key.getFirst()).param("bill", key.get(1)).param("environment", key.getLast())
                        .query((row, number) -> new ConsignmentId(uuid(row, "id"))).optional()));
    }

    @Override
    public List<ConsignmentId> left() {
        return clean.asHub(() -> Running.sql("select consignment from fact where state = 'PENDING' group by consignment order by min(position)")
                .query((row, number) -> new ConsignmentId(uuid(row, "consignment"))).list());
    }

    @Override
    public void eraseAsRecorded() {
        Optional<String> behind = Optional.empty();
        do {
            var want = new Slice.Want(BATCH, behind);
            Slice<Erasure> slice = recorded.asHub(() -> keepings.erasures(want));
            slice.items().stream().filter(erasure -> erasure.kind() == Erasable.CONSIGNMENT).forEach(this::eraseHere);
            behind = slice.next();
        } while (behind.isPresent());
    }

    @Override
    public long erased() {
        return recorded.asHub(() -> Running.sql("select count(*) from erasure").query(Long.class).single());
    }

    private void eraseHere(Erasure recordedOne) {
        here(recordedOne.subject()).ifPresent(here -> clean.asHub(() -> keepings.find(Erasable.CONSIGNMENT, here.value())
                .filter(kept -> kept.tie() == Keeping.Tie.NONE).map(kept -> {
                    keepings.erase(new Erasure(recordedOne.id(), recordedOne.kind(), kept.subject(), kept.party(), recordedOne.sort(),
                            recordedOne.cause(), recordedOne.by(), recordedOne.reason(), recordedOne.at()));
                    return kept;
                })));
    }

    @Override
    public Optional<Heard> heardNext(UUID consignment) {
        long known = here(consignment).map(here -> clean.asHub(() -> Running.sql(
                "select coalesce(max(sequence), 0) from consignment_event where consignment = :id").param("id", here.value())
                .query(Long.class).single())).orElse(0L);
        return recorded.asHub(() -> Running.sql("select fact from consignment_event where consignment = :id and sequence = :next")
                .param("id", consignment).param("next", known + 1).query((row, number) -> new FactId(uuid(row, "fact"))).optional()
                .flatMap(cause -> CaseEvents.of(new ConsignmentId(consignment)).stream().filter(event -> event.sequence() == known + 1).findFirst()
                        .map(event -> new Heard(event, cause))));
    }
}
