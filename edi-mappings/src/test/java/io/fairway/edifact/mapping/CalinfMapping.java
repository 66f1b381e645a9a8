package io.fairway.edifact.mapping;

import io.fairway.document.Document;
import io.fairway.document.Party;
import io.fairway.document.PortCall;
import io.fairway.document.ShipParticulars;
import io.fairway.document.ShipReport;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.Voyage;
import io.fairway.document.id.UnLocode;
import java.time.Instant;
import java.util.Optional;

/** The example of docs/new-partner-and-new-message.md: a message type that the hub does not have. */
// example
final class CalinfMapping implements MessageMapping {

    @Override
    public String messageType() {
        return "CALINF";
    }

    @Override
    public MessageReading open(FieldReader fields, PartSink parts) {
        return message -> {
            int gaps = fields.gaps();
            Source bgm = message.find("BGM");
            bgm.text(1, 1);
            Optional<String> reference = fields.required("reference", bgm, 2, 1, text -> text);
            Optional<Voyage> voyage = Voyages.required("call.voyage", fields, message.find("TDT", "20"));
            KeptGroup transport = message.groupOrEmpty("TDT", "20");
            Optional<UnLocode> port = fields.requiredCoded("call.port", transport.find("LOC", "60", "11"), 2, 1, UnLocode::new);
            Optional<Instant> arrival = fields.requiredInstant("call.estimatedArrival", transport.find("DTM", "132"));
            Optional<Party> agent = Parties.required("agent", fields, message.find("NAD", "CG", "CA"));
            if (fields.gaps() == gaps) {
                var call = new PortCall(voyage.orElseThrow(), port, "", arrival, Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty());
                var ship = new ShipParticulars("", Optional.empty(), Optional.empty(), Optional.empty());
                parts.part(new ShipReport(reference.orElseThrow(), Functions.read(fields, bgm), ShipReport.Occasion.ARRIVAL,
                        arrival.orElseThrow(), call, ship, agent.orElseThrow(), Optional.empty(), Optional.empty(), Optional.empty(), ""),
                        fields.lineage(message));
            }
        };
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        throw new UnwritableDocumentException("document", "CALINF is read only");
    }
}
// end of example
