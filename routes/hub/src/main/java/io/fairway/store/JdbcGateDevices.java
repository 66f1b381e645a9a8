package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.time;

import io.fairway.clearance.gate.DeviceHealth;
import io.fairway.clearance.gate.DeviceHealth.Beat;
import io.fairway.clearance.gate.DeviceHealth.Nonsense;
import io.fairway.clearance.gate.DeviceHealth.State;
import io.fairway.usecase.gate.GateAlarm;
import io.fairway.usecase.gate.GateDevices;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The devices of the gates as rows. */
public final class JdbcGateDevices implements GateDevices {
    private static final String DEVICE = """
            select lane, device, beat_at, beat_every, drift, nonsense, nonsense_since, nonsense_last, told, told_at from gate_device\s""";

    @Override
    public Map<String, Known> of(String lane) {
        Map<String, Known> known = new TreeMap<>();
        Running.sql(DEVICE + "where lane = :lane").param("lane", lane).query(row -> {
            known.put(row.getString("device"), known(row));
        });
        return known;
    }

    @Override
    public Map<String, Map<String, Known>> all() {
        Map<String, Map<String, Known>> all = new TreeMap<>();
        Running.sql(DEVICE).query(row -> {
            all.computeIfAbsent(row.getString("lane"), _ -> new TreeMap<>()).put(row.getString("device"), known(row));
        });
        return all;
    }

    private static Known known(ResultSet row) throws SQLException {
        Optional<Instant> beat = Optional.ofNullable(row.getObject("beat_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        Duration every = Duration.ofSeconds(row.getInt("beat_every"));
        var nonsense = new Nonsense(row.getInt("nonsense"), instant(row, "nonsense_since"), instant(row, "nonsense_last"));
        var health = new DeviceHealth(row.getString("device"), beat.map(last -> new Beat(last, every)), Duration.ofMillis(row.getLong("drift")),
                nonsense);
        return new Known(health, State.valueOf(row.getString("told")), instant(row, "told_at"));
    }

    @Override
    public void keep(String lane, Known known) {
        DeviceHealth health = known.health();
        Running.sql("""
                insert into gate_device (lane, device, beat_at, beat_every, drift, nonsense, nonsense_since, nonsense_last, told, told_at)
                values (:lane, :device, :beat, :every, :drift, :nonsense, :since, :last, :told, :toldAt)
                on conflict (lane, device) do update set beat_at = excluded.beat_at, beat_every = excluded.beat_every, drift = excluded.drift,
                    nonsense = excluded.nonsense, nonsense_since = excluded.nonsense_since, nonsense_last = excluded.nonsense_last,
                    told = excluded.told, told_at = excluded.told_at""")
                .param("lane", lane).param("device", health.device()).param("beat", health.beat().map(Beat::last).map(Columns::time).orElse(null))
                .param("every", health.beat().map(Beat::every).map(Duration::toSeconds).orElse(0L)).param("drift", health.drift().toMillis())
                .param("nonsense", health.nonsense().count()).param("since", time(health.nonsense().since()))
                .param("last", time(health.nonsense().last())).param("told", known.told().name()).param("toldAt", time(known.since())).update();
    }

    @Override
    public void alarm(String lane, GateAlarm alarm) {
        Running.sql("insert into gate_device_alarm (lane, device, kind, at) values (:lane, :device, :kind, :at) on conflict do nothing")
                .param("lane", lane).param("device", alarm.device().orElseThrow()).param("kind", alarm.kind().name())
                .param("at", time(alarm.at())).update();
    }

    @Override
    public List<GateAlarm> alarms(String lane, int most) {
        return Running.sql("select device, kind, at from gate_device_alarm where lane = :lane order by at desc, device limit :most")
                .param("lane", lane).param("most", most).query((row, _) -> GateAlarm.ofDevice(row.getString("device"),
                        GateAlarm.Kind.valueOf(row.getString("kind")), instant(row, "at"))).list();
    }

    @Override
    public Map<String, Instant> heard(String lane, Instant since) {
        Map<String, Instant> heard = new TreeMap<>();
        Running.sql("select device, max(received_at) as at from gate_reading where lane = :lane and received_at > :since group by device")
                .param("lane", lane).param("since", time(since)).query(row -> {
                    heard.put(row.getString("device"), instant(row, "at"));
                });
        return heard;
    }
}
