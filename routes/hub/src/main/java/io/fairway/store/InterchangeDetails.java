package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.optionalUuid;
import static io.fairway.store.Columns.uuid;

import io.fairway.document.Envelope.Environment;
import io.fairway.document.Envelope.Syntax;
import io.fairway.document.ReadingHandler;
import io.fairway.document.finding.Finding;
import io.fairway.usecase.InterchangeOutcome.Verdict;
import io.fairway.usecase.view.AcknowledgmentView;
import io.fairway.usecase.view.DeliveryView;
import io.fairway.usecase.view.FactTally;
import io.fairway.usecase.view.FactView;
import io.fairway.usecase.view.FindingView;
import io.fairway.usecase.view.InterchangeDetail;
import io.fairway.usecase.view.InterchangeDetail.MessageView;
import io.fairway.usecase.view.InterchangeView;
import io.fairway.usecase.view.InterchangeView.Direction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads one interchange with all that came of it, in the running transaction. A repeat shows what came of the first. */
final class InterchangeDetails {
    private static final int MOST_FINDINGS = 1000;
    private static final int MOST_FACTS = 500;
    private static final int MOST_ANSWERS = 1000;

    private InterchangeDetails() {
    }

    static InterchangeDetail of(InterchangeView view) {
        UUID own = view.id();
        UUID first = view.received().flatMap(InterchangeView.Received::repeats)
                .filter(repeated -> view.verdict().equals(Optional.of(Verdict.REPEATED))).orElse(own);
        FactTally tally = tally(first);
        return new InterchangeDetail(view, messages(first), findings(first), acknowledgments(first), tally,
                tally.total() == 0 ? List.of() : facts(first));
    }

    static InterchangeView received(ResultSet row, int number) throws SQLException {
        return new InterchangeView(uuid(row, "id"), Direction.RECEIVED, row.getString("reference"), row.getString("envelope_sender"),
                row.getString("envelope_recipient"), Environment.valueOf(row.getString("environment")), instant(row, "at"),
                Optional.ofNullable(row.getString("digest")), Optional.of(new InterchangeView.Received(uuid(row, "transmission"),
                Syntax.valueOf(row.getString("syntax")), optionalUuid(row, "repeats"))), Optional.empty(),
                Optional.ofNullable(row.getString("verdict")).map(Verdict::valueOf));
    }

    static InterchangeView sent(ResultSet row, int number) throws SQLException {
        return new InterchangeView(uuid(row, "id"), Direction.SENT, row.getString("reference"), row.getString("envelope_sender"),
                row.getString("envelope_recipient"), Environment.valueOf(row.getString("environment")), instant(row, "at"),
                Optional.ofNullable(row.getString("digest")), Optional.empty(), Optional.of(new InterchangeView.Sent(row.getString("kind"),
                row.getString("dialect"), deliveryState(row.getString("state")))), Optional.empty());
    }

    static DeliveryView.State deliveryState(String state) {
        return state.equals("PENDING") || state.equals("LEASED") ? DeliveryView.State.WAITING : DeliveryView.State.valueOf(state);
    }

    private static List<MessageView> messages(UUID interchange) {
        return Running.sql("select reference, type, verdict, facts from message where interchange = :interchange order by ordinal limit :most")
                .param("interchange", interchange).param("most", MOST_ANSWERS)
                .query((row, n) -> new MessageView(row.getString("reference"), row.getString("type"),
                        ReadingHandler.Verdict.valueOf(row.getString("verdict")), row.getInt("facts"))).list();
    }

    private static List<FindingView> findings(UUID interchange) {
        return Running.sql("select body from finding where interchange = :interchange order by position limit :most")
                .param("interchange", interchange).param("most", MOST_FINDINGS).query(InterchangeDetails::finding).list();
    }

    static FindingView finding(ResultSet row, int number) throws SQLException {
        return FindingView.of(StoredJson.read(row.getString("body"), Finding.class));
    }

    private static List<AcknowledgmentView> acknowledgments(UUID interchange) {
        return Running.sql("select kind, dialect, bytes from acknowledgment where interchange = :interchange order by ordinal limit :most")
                .param("interchange", interchange).param("most", MOST_ANSWERS).query(InterchangeDetails::acknowledgment).list();
    }

    static AcknowledgmentView acknowledgment(ResultSet row, int number) throws SQLException {
        return AcknowledgmentView.of(row.getString("kind"), row.getString("dialect"), row.getBytes("bytes"));
    }

    private static FactTally tally(UUID interchange) {
        return Running.sql("""
                select count(*) as total, count(*) filter (where state = 'UNRESOLVED') as unresolved,
                       count(*) filter (where state = 'PENDING') as waiting, count(*) filter (where state = 'APPLIED') as applied,
                       count(*) filter (where state = 'KEPT') as kept, count(*) filter (where state = 'FILED') as filed,
                       count(*) filter (where state = 'REFUSED') as refused,
                       count(*) filter (where state = 'PARKED') as parked
                from fact where interchange = :interchange""")
                .param("interchange", interchange)
                .query((row, n) -> new FactTally(row.getInt("total"), row.getInt("unresolved"), row.getInt("waiting"),
                        row.getInt("applied"), row.getInt("kept"), row.getInt("filed"), row.getInt("refused"), row.getInt("parked"))).single();
    }

    /** The reason of a fact that waits or is parked is a failure inside the hub: for the operator, not for the sender. */
    private static List<FactView> facts(UUID interchange) {
        return Running.sql("""
                select id, message, ordinal, kind, consignment, state, code,
                       case when state in ('PENDING', 'PARKED') then '' else reason end as reason
                from fact
                where interchange = :interchange order by position limit :most""")
                .param("interchange", interchange).param("most", MOST_FACTS).query(InterchangeDetails::fact).list();
    }

    private static FactView fact(ResultSet row, int number) throws SQLException {
        String state = row.getString("state");
        return new FactView(uuid(row, "id"), row.getString("message"), row.getInt("ordinal"), row.getString("kind"),
                optionalUuid(row, "consignment"), state.equals("PENDING") ? FactView.State.WAITING : FactView.State.valueOf(state),
                text(row.getString("code")), text(row.getString("reason")));
    }

    static Optional<String> text(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
