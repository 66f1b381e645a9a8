package io.fairway.store;

import static io.fairway.store.Columns.time;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.replay.Outcome;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rows of a hub's database by business keys, but for what is erased. What a case came to after the period is unknown to the period ({@code ?}). */
public final class JdbcOutcome implements Outcome {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PAGE = """
            with found as (%s) select key, content::text as content from found
            where key collate "C" > :behind order by key collate "C" limit :most""";
    private static final String CASE_KEY = "c.carrier || '/' || c.bill || '/' || c.environment";
    /** What came in an interchange that is not erased. */
    private static final String THERE = "\n and i.erased_at is null";
    /** Where a neighbour is erased, places in the transmission are others than they were: they are not compared. */
    private static final String MOVED = "exists (select 1 from transmission t where t.id = i.transmission and t.erased_at is not null)";
    private static final String IN_PERIOD = """
             where exists (select 1 from consignment_event e where e.consignment = c.id and e.received_at >= :from and e.received_at < :until)
            """;

    private final Transactions transactions;

    public JdbcOutcome(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Row> page(What what, Period period, String behind, int most) {
        return transactions.asHub(() -> Running.sql(PAGE.formatted(rows(what))).param("from", time(period.from()))
                .param("until", time(period.until())).param("behind", behind).param("most", most)
                .query((row, number) -> new Row(row.getString("key"), values(row.getString("content")))).list());
    }

    private static SortedMap<String, String> values(String content) {
        try {
            SortedMap<String, String> values = new TreeMap<>();
            JSON.readTree(content).properties().forEach(each -> values.put(each.getKey(), text(each.getValue())));
            return values;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database wrote no JSON", e);
        }
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.isTextual() ? value.asText() : value.toString();
    }

    private static String rows(What what) {
        return switch (what) {
            case TRANSMISSION -> """
                    select id::text as key, jsonb_build_object('state', state, 'read', encode(sha256(coalesce(content, bytes)), 'hex')) as content
                    from transmission where state in ('READ', 'UNREADABLE') and erased_at is null and received_at >= :from and received_at < :until""";
            case INTERCHANGE -> """
                    select id::text as key, jsonb_build_object('reference', reference, 'verdict', verdict, 'repeats', repeats,
                        'digest', case when %s then '?' else digest end, 'length', case when %s then '?' else length::text end) as content
                    from interchange i where verdict is not null and received_at >= :from and received_at < :until""".formatted(MOVED, MOVED) + THERE;
            case MESSAGE -> """
                    select m.interchange || '/' || lpad(m.ordinal::text, 6, '0') as key,
                        jsonb_build_object('reference', m.reference, 'type', m.type, 'verdict', m.verdict, 'facts', m.facts) as content
                    from message m join interchange i on i.id = m.interchange where i.received_at >= :from and i.received_at < :until""" + THERE;
            case FINDING -> """
                    select f.transmission || '/' || coalesce(f.interchange::text, '') || '/' || f.message || '/' || f.code || '/' || lpad((row_number()
                        over (partition by f.transmission, f.interchange, f.message, f.code order by f.body::text))::text, 6, '0') as key,
                        jsonb_build_object('finding', case when t.erased_at is null then f.body else '"?"' end) as content
                    from finding f join transmission t on t.id = f.transmission left join interchange i on i.id = f.interchange
                    where (t.erased_at is null or i.id is not null and i.erased_at is null) and t.received_at >= :from and t.received_at < :until""";
            case ANSWER -> """
                    select a.interchange || '/' || lpad(a.ordinal::text, 6, '0') as key,
                        jsonb_build_object('kind', a.kind, 'dialect', a.dialect, 'bytes', encode(sha256(a.bytes), 'hex')) as content
                    from acknowledgment a join interchange i on i.id = a.interchange where i.received_at >= :from and i.received_at < :until""" + THERE;
            case FACT -> """
                    select f.interchange || '/' || lpad(f.ordinal::text, 6, '0') || '/' || coalesce(%s, '') as key,
                        jsonb_build_object('kind', f.kind, 'document', f.document, 'lineage', case when %s then '?' else encode(sha256(l.lineage), 'hex') end,
                        'state', case when c.changed_at >= :until then '?' else f.state || ' ' || f.code end,
                        'reason', case when c.changed_at >= :until then '?' else f.reason end) as content
                    from fact f join interchange i on i.id = f.interchange left join consignment c on c.id = f.consignment
                        left join fact_lineage l on l.fact = f.id
                    where f.erased_at is null and f.received_at >= :from and f.received_at < :until""".formatted(CASE_KEY, MOVED) + THERE;
            case EVENT, CASE, DECLARATION, CONTAINER, PORT_CALL, DISCREPANCY -> ofCases(what);
            case GATE_DECISION -> "select '' as key, '{}'::jsonb as content where false and :from < :until";
            case OUTBOUND -> """
                    select coalesce(%s, o.answers::text) || '/' || o.key || '/' || o.recipient as key, jsonb_build_object('id', o.id,
                        'reference', o.reference, 'dialect', o.dialect, 'kind', o.kind, 'document', o.document, 'created', o.created_at,
                        'unsigned bytes', case when o.image is null or o.image_type ~ 'jose|multipart'
                            or position(convert_to('http://www.w3.org/2000/09/xmldsig#', 'UTF8') in o.image) > 0 then '?'
                            else o.image_digest end) as content
                    from outbound o join interchange i on i.id = o.answers left join consignment c on c.id = o.consignment
                    where o.erased_at is null and o.created_at >= :from and o.created_at < :until""".formatted(CASE_KEY) + THERE;
        };
    }

    private static String ofCases(What what) {
        return switch (what) {
            case EVENT -> """
                    select %s || '/' || lpad(e.sequence::text, 9, '0') as key, jsonb_build_object('event', e.event, 'occurred', e.occurred_at,
                        'received', e.received_at, 'sender', e.sender, 'interchange', e.interchange, 'message', e.message,
                        'disposition', e.disposition, 'reason', e.reason, 'declarant', e.declarant,
                        'stands', case when c.changed_at >= :until then '?' else e.stands end) as content
                    from consignment_event e join consignment c on c.id = e.consignment
                    where e.received_at >= :from and e.received_at < :until""".formatted(CASE_KEY);
            case CASE -> """
                    select %s as key, case when c.changed_at >= :until then '{"later": "?"}'
                        else jsonb_build_object('status', c.status, 'state', c.state, 'opened', c.opened_at) end as content from consignment c
                    """.formatted(CASE_KEY) + IN_PERIOD;
            case DECLARATION -> ofCase("declaration", "d.declarant || '/' || d.lrn",
                    "'entry number', d.entry_number, 'status', d.status, 'state', d.state");
            case CONTAINER -> ofCase("container", "d.number", "'status', d.status, 'state', d.state");
            case DISCREPANCY -> ofCase("discrepancy", "d.eyes || '/' || d.key",
                    "'against', d.against, 'body', d.body, 'settled', d.settled_at is not null, 'told', d.told");
            case PORT_CALL -> """
                    select distinct p.ship || '/' || p.voyage || '/' || p.port || '/' || p.environment as key,
                        case when p.changed_at >= :until then '{"later": "?"}' else
                        jsonb_build_object('carrier', p.carrier, 'name', p.ship_name, 'state', p.state) end as content
                    from port_call p join consignment c on c.port_call = p.id
                    """ + IN_PERIOD;
            case TRANSMISSION, INTERCHANGE, MESSAGE, FINDING, ANSWER, FACT, OUTBOUND, GATE_DECISION ->
                    throw new IllegalArgumentException(what + " is not of a case");
        };
    }

    private static String ofCase(String table, String key, String values) {
        return "select " + CASE_KEY + " || '/' || " + key + " as key, case when c.changed_at >= :until then '{\"later\": \"?\"}' else "
                + "jsonb_build_object(" + values + ") end as content from " + table + " d join consignment c on c.id = d.consignment" + IN_PERIOD;
    }
}
