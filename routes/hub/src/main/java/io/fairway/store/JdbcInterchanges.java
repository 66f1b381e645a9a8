package io.fairway.store;

import io.fairway.document.Document;
import io.fairway.document.Lineage;
import io.fairway.document.PortCallDocument;
import io.fairway.document.TradeDocument;
import io.fairway.document.id.Sha256;
import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.FactOutcome;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.InterchangeId;
import io.fairway.usecase.InterchangeOutcome;
import io.fairway.usecase.InterchangeOutcome.Acknowledgment;
import io.fairway.usecase.InterchangeOutcome.MessageOutcome;
import io.fairway.usecase.Interchanges;
import io.fairway.usecase.NewFact;
import io.fairway.usecase.NewInterchange;
import io.fairway.usecase.Registration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Interchanges, messages, facts, findings and answers as rows. The unique key (sender, environment, reference) decides what is new. */
public final class JdbcInterchanges implements Interchanges {
    private final PortCallRows portCalls;

    public JdbcInterchanges(Identifiers identifiers) {
        this.portCalls = new PortCallRows(identifiers);
    }

    @Override
    public Registration register(NewInterchange interchange) {
        int inserted = Running.sql("""
                insert into interchange (id, transmission, sender, environment, reference, syntax, envelope_sender, envelope_recipient,
                                         envelope_offset, received_at, trace)
                values (:id, :transmission, :sender, :environment, :reference, :syntax, :envelopeSender, :envelopeRecipient,
                        :offset, :receivedAt, :trace)
                on conflict (sender, environment, reference) where repeats is null and reference <> '' do nothing""")
                .params(new InterchangeColumns(interchange).values())
                .update();
        return inserted == 1 ? new Registration.Fresh() : known(interchange);
    }

    private static Registration.Known known(NewInterchange interchange) {
        return Running.sql("""
                select id, digest from interchange
                where sender = :sender and environment = :environment and reference = :reference and repeats is null""")
                .param("sender", interchange.sender().value())
                .param("environment", interchange.envelope().environment().name())
                .param("reference", interchange.envelope().reference())
                .query((row, number) -> new Registration.Known(new InterchangeId(Columns.uuid(row, "id")),
                        new Sha256(row.getString("digest"))))
                .single();
    }

    @Override
    public void add(NewFact fact) {
        store(fact, fact.consignment().isPresent() ? "PENDING" : "UNRESOLVED", new FactOutcome(FactOutcome.Kind.APPLIED, "", ""),
                Optional.empty());
    }

    @Override
    public Set<ConsignmentId> file(NewFact document, FactOutcome outcome) {
        Optional<UUID> portCall = switch (document.document()) {
            case PortCallDocument call when outcome.kind() == FactOutcome.Kind.FILED -> call.portOfCall().map(port ->
                    portCalls.keep(call, port, document.interchange()));
            case Document _ -> Optional.empty();
        };
        store(document, outcome.kind().name(), outcome, portCall);
        return document.document() instanceof TradeDocument named && outcome.kind() == FactOutcome.Kind.FILED
                ? TradeDocumentRows.keep(document.id(), named) : Set.of();
    }

    private static void store(NewFact fact, String state, FactOutcome outcome, Optional<UUID> portCall) {
        Running.writeGiven("""
                with stored as (
                    insert into fact (id, interchange, message, ordinal, sender, kind, consignment, port_call, state, code, reason,
                                      received_at, document)
                    select given.id, i.id, given.message, given.place, i.sender, given.kind, given.consignment::uuid, given.portCall::uuid,
                           given.state, given.code, given.reason, i.received_at, given.document::jsonb
                    from given join interchange i on i.id = given.interchange order by given.ordinal
                    returning id, sender)
                insert into fact_lineage (fact, sender, lineage) select stored.id, stored.sender, given.lineage from stored join given using (id)""")
                .param("id", fact.id().value()).param("interchange", fact.interchange().value())
                .param("message", fact.message()).param("place", fact.ordinal())
                .param("kind", fact.document().getClass().getSimpleName())
                .param("consignment", fact.consignment().map(ConsignmentId::value).map(UUID::toString).orElse(null))
                .param("portCall", portCall.map(UUID::toString).orElse(null))
                .param("state", state).param("code", outcome.code()).param("reason", outcome.reason())
                .param("document", StoredJson.write(fact.document(), Document.class))
                .param("lineage", StoredJson.compress(fact.lineage(), Lineage.class))
                .queueForOne("interchange", fact.interchange().value());
        JdbcGateBookings.keep(fact.id(), fact.document());
    }

    @Override
    public void dropFacts(InterchangeId interchange, String message) {
        Running.write("""
                delete from fact where interchange = :interchange and message = :message
                and (consignment is null or state = 'PENDING')""")
                .param("interchange", interchange.value()).param("message", message)
                .queue();
    }

    @Override
    public void conclude(InterchangeId interchange, InterchangeOutcome outcome) {
        Running.writeGiven("""
                update interchange i set digest = given.digest, length = given.length, verdict = given.verdict from given where i.id = given.id""")
                .param("id", interchange.value()).param("digest", outcome.digest().value()).param("length", outcome.length())
                .param("verdict", outcome.verdict().name())
                .queueForOne("interchange", interchange.value());
        storeOutcome(interchange, outcome);
    }

    @Override
    public void registerRepeat(NewInterchange repeat, InterchangeId first) {
        Running.write("""
                insert into interchange (id, transmission, sender, environment, reference, syntax, envelope_sender, envelope_recipient,
                                         envelope_offset, received_at, trace, repeats)
                values (:id, :transmission, :sender, :environment, :reference, :syntax, :envelopeSender, :envelopeRecipient,
                        :offset, :receivedAt, :trace, :first)""")
                .params(new InterchangeColumns(repeat).values())
                .param("first", first.value())
                .queue();
    }

    private static void storeOutcome(InterchangeId interchange, InterchangeOutcome outcome) {
        int ordinal = 0;
        for (MessageOutcome message : outcome.messages()) {
            ordinal++;
            store(interchange, ordinal, message);
        }
        ordinal = 0;
        for (Acknowledgment acknowledgment : outcome.acknowledgments()) {
            ordinal++;
            store(interchange, ordinal, acknowledgment);
        }
        Findings.storeOf(interchange, outcome.findings());
    }

    private static void store(InterchangeId interchange, int ordinal, MessageOutcome message) {
        Running.writeGiven("""
                insert into message (interchange, ordinal, sender, reference, type, verdict, facts)
                select i.id, given.place, i.sender, given.reference, given.type, given.verdict, given.facts
                from given join interchange i on i.id = given.interchange""")
                .param("interchange", interchange.value()).param("place", ordinal).param("reference", message.reference())
                .param("type", message.type()).param("verdict", message.verdict().name()).param("facts", message.facts())
                .queue();
    }

    private static void store(InterchangeId interchange, int ordinal, Acknowledgment acknowledgment) {
        Running.writeGiven("""
                insert into acknowledgment (interchange, ordinal, sender, kind, dialect, bytes)
                select i.id, given.place, i.sender, given.kind, given.dialect, given.bytes
                from given join interchange i on i.id = given.interchange order by given.ordinal""")
                .param("interchange", interchange.value()).param("place", ordinal).param("kind", acknowledgment.kind())
                .param("dialect", acknowledgment.dialect()).param("bytes", acknowledgment.bytes())
                .queue();
    }
}
