package io.fairway.store;

import static io.fairway.store.Columns.time;

import io.fairway.usecase.Digests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Rows of the year 1990, which no other test is about: what the hub kept then. All calls belong to the running transaction of the hub. */
final class OldRows {
    static final Instant THEN = Instant.parse("1990-01-01T00:00:00Z");
    private static final AtomicLong NEXT = new AtomicLong(1);

    private OldRows() {
    }

    /** Time-ordered, as the hub's own. */
    static UUID id() {
        return new UUID(THEN.toEpochMilli() << 16 | 0x7000, Long.MIN_VALUE | NEXT.getAndIncrement());
    }

    static UUID transmission(String sender, String bytes, String state) {
        UUID id = id();
        byte[] raw = bytes.getBytes(StandardCharsets.UTF_8);
        Running.sql("""
                insert into transmission (id, sender, key, digest, length, bytes, channel, content_type, received_at, trace, state, signature)
                values (:id, :sender, :key, :digest, :length, :bytes, 'test', 'application/edifact', :at, '', :state, :signature)""")
                .param("id", id).param("sender", sender).param("key", id.toString()).param("digest", Digests.of(raw).value())
                .param("length", raw.length).param("bytes", raw).param("at", time(THEN)).param("state", state).param("signature", new byte[] {1}).update();
        return id;
    }

    static UUID interchange(UUID transmission, String sender, int offset, String verdict) {
        UUID id = id();
        Running.sql("""
                insert into interchange (id, transmission, sender, environment, reference, syntax, envelope_sender, envelope_recipient, envelope_offset,
                                         received_at, trace, verdict)
                values (:id, :transmission, :sender, 'LIVE', :reference, 'EDIFACT', :sender, 'FAIRWAY', :offset, :at, '', :verdict)""")
                .param("id", id).param("transmission", transmission).param("sender", sender).param("reference", "R" + NEXT.getAndIncrement())
                .param("offset", offset).param("at", time(THEN)).param("verdict", verdict).update();
        Running.sql("insert into acknowledgment (interchange, ordinal, sender, kind, dialect, bytes) values (:id, 1, :sender, 'APERAK', 'x', :bytes)")
                .param("id", id).param("sender", sender).param("bytes", "WRONG ZHANG".getBytes(StandardCharsets.US_ASCII)).update();
        Running.sql("""
                insert into finding (transmission, interchange, sender, message, code, severity, body)
                values (:transmission, :id, :sender, '1', 'X', 'WARNING', '{"code": "X", "found": "ZHANG", "fix": {"value": "ZHANG"}}')""")
                .param("transmission", transmission).param("id", id).param("sender", sender).update();
        return id;
    }

    /** A fact of a case, or filed where there is none. */
    static UUID fact(UUID interchange, String sender, String kind, UUID... consignment) {
        UUID id = id();
        Running.sql("""
                insert into fact (id, interchange, message, ordinal, sender, kind, consignment, state, received_at, document)
                values (:id, :interchange, '1', 1, :sender, :kind, cast(:consignment as uuid), :state, :at, '{"name": "ZHANG"}')""")
                .param("id", id).param("interchange", interchange).param("sender", sender).param("kind", kind)
                .param("consignment", consignment.length == 0 ? null : consignment[0].toString())
                .param("state", consignment.length == 0 ? "FILED" : "APPLIED").param("at", time(THEN)).update();
        Running.sql("insert into fact_lineage (fact, sender, lineage) values (:id, :sender, :lineage)").param("id", id).param("sender", sender)
                .param("lineage", new byte[] {1}).update();
        return id;
    }

    /** What somebody was told because of an interchange, and took. */
    static UUID told(UUID interchange, String state) {
        UUID id = id();
        Running.sql("""
                insert into outbound (id, recipient, key, answers, dialect, reference, kind, document, environment, created_at, trace, state,
                                      next_attempt, image, image_digest, receipt)
                values (:id, 'OLD-BORDER', 'k', :answers, 'd', 'r', 'PersonList', '{"name": "ZHANG"}', 'LIVE', :at, '', :state, :at, :image, 'ab', :image)""")
                .param("id", id).param("answers", interchange).param("at", time(THEN)).param("state", state)
                .param("image", "UNB ZHANG".getBytes(StandardCharsets.US_ASCII)).update();
        return id;
    }

    /** A decision over a truck, with a reading that it rests on, at the gate of a terminal. */
    static UUID passage(String name, String container, Instant at) {
        Running.sql("insert into gate_passage (passage, lane, started_at, ends_at, reported_at) values (:name, 'OLD01', :at, :at, :at)")
                .param("name", name).param("at", time(at)).update();
        reading(name, at);
        byte[] record = "{\"plate\":\"ZHANG1\"}".getBytes(StandardCharsets.US_ASCII);
        Running.sql("""
                insert into gate_decision (passage, revision, lane, terminal, readers, environment, cause, permission, containers, plate, started_at,
                                           decided_at, record, digest, seal)
                values (:name, 1, 'OLD01', 'OLD-TERMINAL', array['OLD-TERMINAL'], 'LIVE', 'DECIDED', 'OPEN', array[cast(:container as text)], 'ZHANG1',
                        :at, :at, :record, sha256(:record), :record)""")
                .param("name", name).param("container", container).param("at", time(at)).param("record", record).update();
        return UUID.nameUUIDFromBytes(("gate:" + name).getBytes(StandardCharsets.UTF_8));
    }

    /** What a device said. @param passage empty when it belongs to none */
    static long reading(String passage, Instant at) {
        long sequence = NEXT.getAndIncrement();
        Running.sql("""
                insert into gate_reading (lane, device, sequence, at, received_at, bytes, passage)
                values ('OLD01', 'LPR', :sequence, :at, :at, :bytes, nullif(:passage, ''))""").param("sequence", sequence).param("at", time(at))
                .param("bytes", "ZHANG1".getBytes(StandardCharsets.US_ASCII)).param("passage", passage).update();
        return sequence;
    }

    /** An appointment, and the pass that an agent was told for it. */
    static UUID appointment(String container, long sequence) {
        UUID id = id();
        Running.sql("""
                insert into appointment (id, haulier, terminal, environment, container, purpose, plate, driver, tare, starts_at, ends_at, booked_at)
                values (:id, 'OLD-HAULIER', 'OLD-TERMINAL', 'LIVE', :container, 'PICK_UP', 'ZHANG1', 'ZHANG', 8000, :at, :end, :at)""")
                .param("id", id).param("container", container).param("at", time(THEN)).param("end", time(THEN.plusSeconds(60))).update();
        String claims = "{\"id\":\"x\",\"papers\":{\"appointment\":\"%s\",\"appointment.driver\":\"张 ZHANG?>~\"}}".formatted(id);
        Running.sql("""
                insert into gate_pass (agent, sequence, pass, container, kind, imprint, signed, at)
                values ('OLD-AGENT', :sequence, :id, :container, 'ISSUED', 'ab', :signed, :at)""").param("sequence", sequence).param("id", id)
                .param("container", container).param("at", time(THEN)).param("signed", "e30."
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".AA").update();
        return id;
    }

    /** A case with an event that was attested, a declaration and a container. */
    static UUID consignment() {
        UUID id = id();
        Running.sql("""
                insert into consignment (id, carrier, bill, environment, opened_at, changed_at, state)
                values (:id, 'OLD-CARRIER', :bill, 'LIVE', :at, :at, '{}')""").param("id", id).param("bill", id.toString()).param("at", time(THEN)).update();
        Running.sql("""
                insert into consignment_event (consignment, sequence, kind, event, occurred_at, received_at, sender, interchange, message, disposition,
                                               stands)
                values (:id, 1, 'ShipArrived', '{"name": "ZHANG"}', :at, :at, 'OLD-CARRIER', '', '', 'APPLIED', 'APPLIED')""")
                .param("id", id).param("at", time(THEN)).update();
        Running.sql("update ledger_attestation set disclosable = '{\"gross-weight.salt\":\"aa\"}' where consignment = :id").param("id", id).update();
        Running.sql("""
                insert into declaration (id, consignment, declarant, lrn, environment, status, state, changed_at)
                values (:id, :id, 'OLD-FORWARDER', 'L', 'LIVE', '', '{}', :at)""").param("id", id).param("at", time(THEN)).update();
        return id;
    }
}
