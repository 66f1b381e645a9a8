package io.fairway.xml.mapping;

import io.fairway.document.Envelope.Environment;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.xml.XmlOutput;
import java.time.Instant;

/** Begins an MT message as customs' samples do. */
final class MtHead {
    static final String RESPONSE = "11";

    private MtHead() {
    }

    /**
     * @param sendTime the time of the document; the form has no other place for it (milliseconds, local)
     * @return the output with {@code Manifest} still open
     */
    static XmlOutput write(MtType type, OutboundEnvelope envelope, String functionCode, Instant sendTime) {
        if (envelope.sender().isBlank() || envelope.reference().isBlank()) {
            throw new UnwritableDocumentException("envelope", "an MT message needs a sender and a reference");
        }
        String test = envelope.environment() == Environment.TEST ? MtForm.TEST : "";
        return new XmlOutput()
                .open(MtForm.ROOT).attribute("", "xmlns", type.namespace())
                .open("Head")
                .leaf("envelope.reference", "MessageID", test + "CN_" + type + "_1p1_" + envelope.sender() + "_" + envelope.reference())
                .leaf("function", "FunctionCode", functionCode)
                .leaf("", "MessageType", type.name())
                .leaf("envelope.sender", "SenderID", envelope.sender())
                .leaf("envelope.recipient", "ReceiverID", envelope.recipient())
                .leaf("envelope.preparedAt", "SendTime", XmlValues.writtenLocallyInMilliseconds(sendTime, envelope.zone()))
                .leaf("", "Version", "1.0")
                .close();
    }
}
