package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;
import static io.fairway.store.Columns.words;

import io.fairway.clearance.gate.GateDecision.Permission;
import io.fairway.clearance.gate.GatePolicy;
import io.fairway.clearance.gate.LaneWatch;
import io.fairway.clearance.gate.LaneWatch.Decided;
import io.fairway.clearance.gate.LaneWatch.Passage;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.gate.Observation.LoopChanged;
import io.fairway.document.gate.Observation.Passing;
import io.fairway.document.gate.Reading;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.Sha256;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.gate.GateAlarm;
import io.fairway.usecase.gate.GateLane;
import io.fairway.usecase.gate.GateStore;
import io.fairway.usecase.gate.ReadingReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The gate as rows; readings are kept as their bytes and read again. */
public final class JdbcGate implements GateStore {
    static final String DECISION = """
            select passage, revision, lane, cause, permission, containers, plate, started_at, decided_at, record, digest, seal,
                erased_at
            from gate_decision\s""";
    static final String APPOINTMENT = """
            select id, haulier, terminal, environment, container, purpose, plate, driver, tare, starts_at, ends_at, booked_at
            from appointment where withdrawn_at is null and erased_at is null\s""";

    private final ReadingReader reader;
    private final GatePolicy policy;

    public JdbcGate(ReadingReader reader, GatePolicy policy) {
        this.reader = reader;
        this.policy = policy;
    }

    @Override
    public void lock(String lane) {
        Running.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('gate:' || :lane, 0))) as taken").param("lane", lane)
                .query(Integer.class).single();
    }

    @Override
    public Keeping keep(Reading reading, byte[] bytes) {
        return kept(Running.sql("""
                insert into gate_reading (lane, device, sequence, at, received_at, bytes)
                values (:lane, :device, :sequence, :at, :receivedAt, :bytes) on conflict do nothing""")
                .param("lane", reading.lane()).param("device", reading.device()).param("sequence", reading.sequence())
                .param("at", time(reading.at())).param("receivedAt", time(reading.receivedAt())).param("bytes", bytes).update());
    }

    private static Keeping kept(int rows) {
        return rows > 0 ? Keeping.NEW : Keeping.REPEAT;
    }

    @Override
    public LaneWatch watch(GateLane lane, Instant since) {
        Map<String, List<Reading>> passages = new LinkedHashMap<>();
        List<Reading> pool = new ArrayList<>();
        Running.sql("""
                select device, received_at, bytes, coalesce(passage, '') as passage from gate_reading
                where lane = :lane and received_at > :since and erased_at is null order by received_at, device, sequence""")
                .param("lane", lane.profile().lane()).param("since", time(since))
                .query(row -> {
                    List<Reading> of = row.getString("passage").isEmpty() ? pool
                            : passages.computeIfAbsent(row.getString("passage"), _ -> new ArrayList<>());
                    of.add(again(lane, row));
                });
        List<Decided> decided = Running.sql("""
                select passage, started_at, ends_at from gate_passage where lane = :lane and ends_at > :since order by started_at""")
                .param("lane", lane.profile().lane()).param("since", time(since))
                .query((row, _) -> new Decided(row.getString("passage"), instant(row, "started_at"), instant(row, "ends_at"),
                        passages.getOrDefault(row.getString("passage"), List.of()))).list();
        return new LaneWatch(lane.profile(), policy, pool, decided);
    }

    private Reading again(GateLane lane, ResultSet row) throws SQLException {
        return switch (reader.read(row.getBytes("bytes"), Set.of(row.getString("device")), lane.profile().lane(), instant(row, "received_at"))) {
            case ReadingReader.Result.Read read -> read.reading();
            case ReadingReader.Result.Alive _ -> throw new IllegalStateException("A heartbeat was kept as a reading");
            case ReadingReader.Result.Refused refused -> throw new IllegalStateException("A kept reading cannot be read: " + refused.code());
        };
    }

    @Override
    public List<String> waiting(Instant since) {
        return Running.sql("select distinct lane from gate_reading where passage is null and received_at > :since order by lane")
                .param("since", time(since)).query(String.class).list();
    }

    @Override
    public void open(String transaction, String lane, Passage passage) {
        Optional<Instant> left = passage.readings().stream().filter(JdbcGate::isExit).map(Reading::at).findFirst();
        Running.sql("""
                insert into gate_passage (passage, lane, started_at, ends_at, left_at) values (:passage, :lane, :start, :end, :left)""")
                .param("passage", transaction).param("lane", lane).param("start", time(passage.start())).param("end", time(passage.last()))
                .param("left", left.map(Columns::time).orElse(null)).update();
        passage.readings().forEach(reading -> assign(transaction, reading));
    }

    private static void assign(String transaction, Reading reading) {
        Running.sql("update gate_reading set passage = :passage where lane = :lane and device = :device and sequence = :sequence")
                .param("passage", transaction).param("lane", reading.lane()).param("device", reading.device())
                .param("sequence", reading.sequence()).update();
    }

    @Override
    public void join(Decided passage, Reading reading) {
        assign(passage.transaction(), reading);
        if (isExit(reading)) {
            Running.sql("update gate_passage set left_at = :at, ends_at = :at where passage = :passage and left_at is null")
                    .param("at", time(reading.at())).param("passage", passage.transaction()).update();
        }
    }

    @Override
    public void shorten(Decided passage) {
        Running.sql("update gate_passage set ends_at = :last where passage = :passage and ends_at > :last").param("last", time(passage.last()))
                .param("passage", passage.transaction()).update();
    }

    private static boolean isExit(Reading reading) {
        return reading.observation() instanceof LoopChanged loop
                && loop.passing() == Passing.LEFT;
    }

    @Override
    public Keeping delivered(String transaction, Sha256 digest) {
        boolean known = Running.sql("select exists (select 1 from gate_decision where passage = :passage and digest = :digest)")
                .param("passage", transaction).param("digest", HexFormat.of().parseHex(digest.value())).query(Boolean.class).single();
        return known ? Keeping.REPEAT : Keeping.NEW;
    }

    @Override
    public void pass(String transaction, String lane, Instant at) {
        Running.sql("""
                insert into gate_passage (passage, lane, started_at, ends_at, left_at) values (:passage, :lane, :at, :at, :at)
                on conflict do nothing""")
                .param("passage", transaction).param("lane", lane).param("at", time(at)).update();
    }

    @Override
    public void add(NewDecision decision) {
        Running.sql("""
                insert into gate_decision (passage, revision, lane, terminal, readers, environment, cause, permission, containers, plate,
                    started_at, decided_at, record, digest, seal)
                values (:passage, (select count(*) + 1 from gate_decision where passage = :passage), :lane, :terminal,
                    string_to_array(:readers, ' '), :environment, :cause, :permission, string_to_array(:containers, ' '), :plate,
                    :startedAt, :decidedAt, :record, :digest, :seal)""")
                .param("passage", decision.transaction()).param("lane", decision.lane().profile().lane())
                .param("terminal", decision.lane().terminal().value())
                .param("readers", String.join(" ", decision.readers().stream().map(PartyId::value).sorted().toList()))
                .param("environment", decision.lane().environment().name()).param("cause", decision.cause().name())
                .param("permission", decision.permission().name()).param("containers", String.join(" ", decision.containers()))
                .param("plate", decision.plate()).param("startedAt", time(decision.startedAt())).param("decidedAt", time(decision.decidedAt()))
                .param("record", decision.record()).param("digest", HexFormat.of().parseHex(decision.digest().value()))
                .param("seal", decision.seal()).update();
    }

    @Override
    public Optional<Kept> latest(String transaction) {
        return Running.sql(DECISION + "where passage = :passage order by revision desc limit 1").param("passage", transaction)
                .query(JdbcGate::decision).optional();
    }

    @Override
    public List<Reading> readings(GateLane lane, String transaction) {
        return Running.sql("""
                select device, received_at, bytes from gate_reading where passage = :passage and erased_at is null order by received_at, device, sequence""")
                .param("passage", transaction).query((row, _) -> again(lane, row)).list();
    }

    @Override
    public boolean isBeforeTheBarrier(String transaction, String lane) {
        return Running.sql("""
                select exists (select 1 from gate_passage own where passage = :passage and lane = :lane and left_at is null
                    and not exists (select 1 from gate_passage next where next.lane = own.lane and next.started_at > own.started_at))
                    and not exists (select 1 from gate_reading where lane = :lane and passage is null and received_at >
                    (select started_at from gate_passage where passage = :passage))""")
                .param("passage", transaction).param("lane", lane).query(Boolean.class).single();
    }

    @Override
    public Optional<Kept> standing(String lane) {
        return Running.sql(DECISION + """
                where passage = (select passage from gate_passage where lane = :lane order by started_at desc limit 1)
                order by revision desc limit 1""").param("lane", lane).query(JdbcGate::decision).optional();
    }

    @Override
    public List<Kept> revisions(String lane, String transaction) {
        return Running.sql(DECISION + "where passage = :passage and lane = :lane order by revision").param("passage", transaction)
                .param("lane", lane).query(JdbcGate::decision).list();
    }

    static Kept decision(ResultSet row, int number) throws SQLException {
        return new Kept(row.getString("passage"), row.getInt("revision"), row.getString("lane"), Cause.valueOf(row.getString("cause")),
                Permission.valueOf(row.getString("permission")), words(row, "containers"), row.getString("plate"), instant(row, "started_at"),
                instant(row, "decided_at"), row.getBytes("record"), new Sha256(HexFormat.of().formatHex(row.getBytes("digest"))),
                row.getBytes("seal"), Columns.optionalInstant(row, "erased_at"));
    }

    @Override
    public Keeping alarm(String transaction, String lane, String kind, Instant at) {
        return kept(Running.sql("insert into gate_alarm (passage, kind, lane, at) values (:passage, :kind, :lane, :at) on conflict do nothing")
                .param("passage", transaction).param("kind", kind).param("lane", lane).param("at", time(at)).update());
    }

    @Override
    public List<GateAlarm> alarms(String lane, int most) {
        return Running.sql("select passage, kind, at from gate_alarm where lane = :lane order by at desc, passage, kind limit :most")
                .param("lane", lane).param("most", most).query((row, _) -> GateAlarm.ofPassage(row.getString("passage"),
                        GateAlarm.Kind.valueOf(row.getString("kind")), instant(row, "at"))).list();
    }

    @Override
    public List<Kept> unreported(Instant endedBefore) {
        return Running.sql(DECISION + """
                as latest where permission = 'OPEN'
                    and passage in (select passage from gate_passage where reported_at is null and (left_at is not null or ends_at < :ended))
                    and revision = (select max(revision) from gate_decision each where each.passage = latest.passage)
                order by decided_at limit 100""")
                .param("ended", time(endedBefore)).query(JdbcGate::decision).list();
    }

    @Override
    public void reported(String transaction, Instant at) {
        Running.sql("update gate_passage set reported_at = :at where passage = :passage").param("at", time(at))
                .param("passage", transaction).update();
    }

    @Override
    public void add(Booked booked) {
        Running.sql("""
                insert into appointment (id, haulier, terminal, environment, container, purpose, plate, driver, tare, starts_at, ends_at, booked_at)
                values (:id, :haulier, :terminal, :environment, :container, :purpose, :plate, :driver, :tare, :from, :until, :at)""")
                .param("id", booked.id()).param("haulier", booked.haulier().value()).param("terminal", booked.terminal().value())
                .param("environment", booked.environment().name()).param("container", booked.container().value())
                .param("purpose", booked.purpose()).param("plate", booked.plate()).param("driver", booked.driver())
                .param("tare", booked.tareKilograms()).param("from", time(booked.from())).param("until", time(booked.until()))
                .param("at", time(booked.bookedAt())).update();
    }

    @Override
    public Optional<UUID> withdraw(UUID appointment, PartyId haulier, Instant at) {
        int rows = Running.sql("update appointment set withdrawn_at = :at where id = :id and haulier = :haulier and withdrawn_at is null")
                .param("at", time(at)).param("id", appointment).param("haulier", haulier.value()).update();
        return rows > 0 ? Optional.of(appointment) : Optional.empty();
    }

    @Override
    public List<Booked> appointments(Optional<ContainerNumber> container, Optional<String> plate, Environment environment) {
        return Running.sql(APPOINTMENT + """
                and environment = :environment and (container = :container or plate = :plate) order by booked_at desc limit 20""")
                .param("environment", environment.name()).param("container", container.map(ContainerNumber::value).orElse(""))
                .param("plate", plate.orElse("")).query(JdbcGate::booked).list();
    }

    @Override
    public List<Booked> readable(int most) {
        return Running.sql(APPOINTMENT + "order by booked_at desc limit :most").param("most", most).query(JdbcGate::booked).list();
    }

    static Booked booked(ResultSet row, int number) throws SQLException {
        return new Booked(uuid(row, "id"), new PartyId(row.getString("haulier")), new PartyId(row.getString("terminal")),
                Environment.valueOf(row.getString("environment")), new ContainerNumber(row.getString("container")), row.getString("purpose"),
                row.getString("plate"), row.getString("driver"), row.getInt("tare"), instant(row, "starts_at"), instant(row, "ends_at"),
                instant(row, "booked_at"));
    }
}
