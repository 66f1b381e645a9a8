package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.optionalInstant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;
import static io.fairway.store.Columns.words;

import io.fairway.usecase.OutboundId;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.conformance.ConformanceRuns;
import io.fairway.usecase.view.ConformanceCaseView;
import io.fairway.usecase.view.ConformanceRunView;
import io.fairway.usecase.view.ConformanceRunView.SentView;
import io.fairway.usecase.view.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Conformance runs as rows; row-level security leaves the party its own. */
public final class JdbcConformanceRuns implements ConformanceRuns {
    private static final String CASE_STATE = """
            case when c.refused is not null then case when c.refused = (c.expected = 'REJECTED') then 'passed' else 'failed' end
                 when c.cause <> '' then 'failed' else 'waiting' end""";
    private static final String RUN = """
            select r.id, r.started_at, r.left_out, count(*) filter (where c.state = 'passed') as passed,
                   count(*) filter (where c.state = 'failed') as failed, count(*) filter (where c.state = 'waiting') as waiting
            from conformance_run r
            cross join lateral (select\s""" + CASE_STATE + " as state from conformance_case c where c.run = r.id) c where r.party = party() ";

    @Override
    public void add(NewRun run) {
        Running.sql("insert into conformance_run (id, party, started_at, left_out) values (:id, :party, :at, :out)")
                .param("id", run.id()).param("party", run.party().value()).param("at", time(run.at()))
                .param("out", run.leftOut().toArray(String[]::new)).update();
        for (NewCase each : run.cases()) {
            Running.sql("""
                    insert into conformance_case (id, run, party, number, document, dialect, mutation, expected, reference, message, media_type)
                    values (:id, :run, :party, :number, :document, :dialect, :mutation, :expected, :reference, :message, :type)""")
                    .param("id", each.id().value()).param("run", run.id()).param("party", run.party().value()).param("number", each.number())
                    .param("document", each.document()).param("dialect", each.dialect()).param("mutation", each.mutation())
                    .param("expected", each.expected().name()).param("reference", each.reference()).param("message", each.bytes())
                    .param("type", each.mediaType()).update();
        }
    }

    @Override
    public void noteSending(OutboundId message, String cause, Instant at) {
        Running.sql("update conformance_case set sent_at = :at, cause = :cause where id = :id")
                .param("at", time(at)).param("cause", cause).param("id", message.value()).update();
    }

    @Override
    public boolean noteAnswer(PartyId party, UUID run, int number, Answer answer, Instant at) {
        return Running.sql("""
                update conformance_case set answer = :answer, refused = :refused, answered_at = :at
                where run = :run and number = :number and party = :party""")
                .param("answer", answer == Answer.REFUSED ? "said refused" : "said accepted").param("refused", answer == Answer.REFUSED)
                .param("at", time(at)).param("run", run).param("number", number).param("party", party.value()).update() == 1;
    }

    /** A counterpart's own CONTRL or APERAK; a reference that is of no case changes nothing. @param verdict for example CONTRL REJECTED */
    static void noteAnswer(PartyId by, String reference, String verdict, Instant at) {
        Running.write("""
                update conformance_case set answer = :verdict, refused = :refused, answered_at = :at where party = :by and reference = :reference""")
                .param("verdict", verdict).param("refused", verdict.endsWith("REJECTED") || verdict.endsWith("NOT_ACCEPTED"))
                .param("at", time(at)).param("by", by.value()).param("reference", reference).queue();
    }

    @Override
    public Optional<ConformanceRunView> find(UUID id) {
        return Running.sql(RUN + "and r.id = :id group by r.id").param("id", id).query(JdbcConformanceRuns::row).optional()
                .map(run -> new ConformanceRunView(run.id(), run.startedAt(), run.state(), run.passed(), run.failed(), run.waiting(), cases(id),
                        run.leftOut(), sentSince(run.startedAt())));
    }

    @Override
    public Slice<ConformanceRunView> page(Slice.Want want) {
        return Slices.byId(Running.sql(RUN + "and (:after::uuid is null or r.id < :after) group by r.id order by r.id desc limit :rows"), want,
                JdbcConformanceRuns::row, ConformanceRunView::id);
    }

    @Override
    public Optional<Message> message(UUID run, int number) {
        return Running.sql("select message, media_type from conformance_case where run = :run and number = :number and party = party()")
                .param("run", run).param("number", number)
                .query((row, ignored) -> new Message(row.getBytes("message"), row.getString("media_type"))).optional();
    }

    private static ConformanceRunView row(ResultSet row, int number) throws SQLException {
        int failed = row.getInt("failed");
        int waiting = row.getInt("waiting");
        String unfinished = waiting > 0 ? "waiting" : "passed";
        return new ConformanceRunView(uuid(row, "id"), instant(row, "started_at"), failed > 0 ? "failed" : unfinished, row.getInt("passed"), failed,
                waiting, List.of(), words(row, "left_out"), List.of());
    }

    private static List<ConformanceCaseView> cases(UUID run) {
        return Running.sql("select c.*, " + CASE_STATE + " as state from conformance_case c where c.run = :run and c.party = party() order by c.number")
                .param("run", run)
                .query((row, ignored) -> new ConformanceCaseView(row.getInt("number"), row.getString("document"), row.getString("dialect"),
                        written(row, "mutation"), row.getString("expected").toLowerCase(Locale.ROOT), row.getString("reference"),
                        optionalInstant(row, "sent_at"), written(row, "cause"), written(row, "answer"), optionalInstant(row, "answered_at"),
                        row.getString("state")))
                .list();
    }

    private static Optional<String> written(ResultSet row, String column) throws SQLException {
        return Optional.of(row.getString(column)).filter(text -> !text.isEmpty());
    }

    private static List<SentView> sentSince(Instant start) {
        return Running.sql("""
                select i.id, i.reference, i.verdict, (select count(*) from finding f where f.interchange = i.id) as findings,
                       array(select distinct m.type from message m where m.interchange = i.id order by m.type) as types
                from interchange i where i.sender = party() and i.received_at >= :start and i.verdict is not null order by i.id limit 200""")
                .param("start", time(start))
                .query((row, ignored) -> new SentView(uuid(row, "id"), row.getString("reference"), words(row, "types"),
                        row.getString("verdict").toLowerCase(Locale.ROOT), row.getInt("findings")))
                .list();
    }
}
