package io.fairway.store;

import io.fairway.document.Document;
import io.fairway.document.Envelope;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.Envelope.Syntax;
import io.fairway.document.Lineage;
import io.fairway.document.Manifest;
import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.Digests;
import io.fairway.usecase.FactId;
import io.fairway.usecase.InterchangeId;
import io.fairway.usecase.Kept;
import io.fairway.usecase.NewFact;
import io.fairway.usecase.NewInterchange;
import io.fairway.usecase.NewOutbound;
import io.fairway.usecase.NewTransmission;
import io.fairway.usecase.OutboundId;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.TransmissionId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What tests of the store keep. */
final class StoreSamples {
    static final Instant NOW = Instant.parse("2026-03-01T08:00:00.123456Z");
    static final Document MANIFEST = RecordSamples.everyKindOf(Document.class).filter(Manifest.class::isInstance).findFirst()
            .orElseThrow();

    private StoreSamples() {
    }

    static NewTransmission transmission(PartyId sender, String key, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new NewTransmission(new TransmissionId(UUID.randomUUID()), sender, key, Digests.of(bytes), bytes, "test", "text/plain", Optional.empty(),
                NOW, "0".repeat(32));
    }

    /** Keeps a transmission with a key and bytes of its own. */
    static TransmissionId keep(JdbcTransmissions transmissions, PartyId sender) {
        String key = UUID.randomUUID().toString();
        return ((Kept.Fresh) transmissions.keep(transmission(sender, key, "bytes of " + key)).join()).id();
    }

    static NewInterchange interchange(TransmissionId transmission, PartyId sender, String reference) {
        return interchange(transmission, sender, reference, Environment.LIVE);
    }

    static NewInterchange interchange(TransmissionId transmission, PartyId sender, String reference, Environment environment) {
        return new NewInterchange(new InterchangeId(UUID.randomUUID()), transmission, sender,
                new Envelope(Syntax.EDIFACT, reference, sender.value(), "FAIRWAY", environment, 0), NOW, "0".repeat(32));
    }

    static NewFact fact(InterchangeId interchange, int ordinal, Optional<ConsignmentId> consignment) {
        return new NewFact(new FactId(UUID.randomUUID()), interchange, "1", ordinal, MANIFEST, Lineage.NONE, consignment);
    }

    static NewOutbound outbound(PartyId recipient, InterchangeId answers, Optional<ConsignmentId> consignment, String key) {
        return new NewOutbound(new OutboundId(UUID.randomUUID()), recipient, consignment, Optional.empty(), key, answers,
                "CUSRES:D:96B:UN", "REF1", MANIFEST, Environment.LIVE, NOW, "0".repeat(32));
    }

    /** A case as {@code findOrOpen} leaves it. */
    static ConsignmentId openCase() {
        UUID id = UUID.randomUUID();
        Running.sql("""
                insert into consignment (id, carrier, bill, environment, opened_at, changed_at)
                values (:id, 'STORE-CARRIER', :bill, 'LIVE', now(), now())""").param("id", id).param("bill", id.toString()).update();
        return new ConsignmentId(id);
    }

    /** Transmissions as the hub keeps them. */
    static JdbcTransmissions transmissions(Database database, GroupCommit intake) {
        return new JdbcTransmissions(intake, new UnreadShare(new JdbcTransactions(database), IntakeSettings.DEFAULT, java.time.Clock.systemUTC()));
    }
}
