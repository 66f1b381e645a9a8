package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;

import io.fairway.document.id.ContainerNumber;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.gate.GatePasses;
import io.fairway.usecase.gate.GateStore.Booked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Passes as rows. */
public final class JdbcGatePasses implements GatePasses {
    private static final String TOLD = "select agent, sequence, pass, container, kind, imprint, signed, at from gate_pass ";

    @Override
    public List<Booked> live(PartyId terminal, Instant now, Instant before) {
        return Running.sql(JdbcGate.APPOINTMENT + """
                and terminal = :terminal and purpose = 'PICK_UP' and ends_at >= :now and starts_at < :before order by booked_at desc""")
                .param("terminal", terminal.value()).param("now", time(now)).param("before", time(before)).query(JdbcGate::booked).list();
    }

    @Override
    public List<Told> held(PartyId agent) {
        return Running.sql("select * from (select distinct on (container) agent, sequence, pass, container, kind, imprint, signed, at "
                + "from gate_pass where agent = :agent order by container, sequence desc) as latest where kind = 'ISSUED' order by sequence")
                .param("agent", agent.value()).query(JdbcGatePasses::told).list();
    }

    @Override
    public Optional<Told> last(PartyId agent, ContainerNumber container) {
        return Running.sql(TOLD + "where agent = :agent and container = :container order by sequence desc limit 1")
                .param("agent", agent.value()).param("container", container.value()).query(JdbcGatePasses::told).optional();
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        return new Told(new PartyId(row.getString("agent")), row.getLong("sequence"), uuid(row, "pass"),
                new ContainerNumber(row.getString("container")), Kind.valueOf(row.getString("kind")), row.getString("imprint"),
                row.getString("signed"), instant(row, "at"));
    }

    @Override
    public long next(PartyId agent) {
        Running.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('gate-agent:' || :agent, 0))) as taken")
                .param("agent", agent.value()).query(Integer.class).single();
        return Running.sql("select coalesce(max(sequence), 0) + 1 from gate_pass where agent = :agent").param("agent", agent.value())
                .query(Long.class).single();
    }

    @Override
    public void add(Told told) {
        Running.sql("""
                insert into gate_pass (agent, sequence, pass, container, kind, imprint, signed, at)
                values (:agent, :sequence, :pass, :container, :kind, :imprint, :signed, :at)""")
                .param("agent", told.agent().value()).param("sequence", told.sequence()).param("pass", told.pass())
                .param("container", told.container().value()).param("kind", told.kind().name()).param("imprint", told.imprint())
                .param("signed", told.signed()).param("at", time(told.at())).update();
    }

    @Override
    public List<Told> after(PartyId agent, long sequence, int most) {
        return Running.sql(TOLD + "where agent = :agent and sequence > :sequence order by sequence limit :most")
                .param("agent", agent.value()).param("sequence", sequence).param("most", most).query(JdbcGatePasses::told).list();
    }
}
