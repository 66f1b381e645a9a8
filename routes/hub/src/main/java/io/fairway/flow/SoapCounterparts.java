package io.fairway.flow;

import io.fairway.connector.SoapDelivery;
import io.fairway.usecase.Counterparts.SendOutcome;
import io.fairway.usecase.Endpoint;
import io.fairway.usecase.OutboundId;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.SignedImage;
import io.fairway.usecase.evidence.Signers;
import java.time.InstantSource;

/**
 * Counterparts that serve {@code counterpart.wsdl}, customs and border among them. Proof is an answer signed by a key that the counterpart
 * enrolled, which names this message and the digest of what was sent. It says that the document is there; what comes of it follows as a
 * document of its own, over whatever way the counterpart sends.
 */
public final class SoapCounterparts {
    private final SoapDelivery soap;
    private final ReceiptSigners signers;

    public SoapCounterparts(SoapDelivery soap, Signers signers, InstantSource clock) {
        this.soap = soap;
        this.signers = new ReceiptSigners(signers, clock);
    }

    SendOutcome send(PartyId recipient, Endpoint.Soap endpoint, OutboundId id, SignedImage image, String trace) {
        var parcel = new SoapDelivery.Parcel(id.toString(), image.contentType(), image.bytes(), image.digest().value(), image.signature(), trace);
        return switch (soap.deliver(endpoint.address(), parcel)) {
            case SoapDelivery.Outcome.NotAnswered(String cause) -> new SendOutcome.NotReceipted(cause);
            case SoapDelivery.Outcome.Answered answer when !signers.isOf(recipient, answer.signer()) -> new SendOutcome.NotReceipted(
                    "The answer is signed by a key that " + recipient + " did not enrol, or past its certificate's days");
            case SoapDelivery.Outcome.Answered answer when !answer.messageId().equals(parcel.id()) || !answer.sha256().equals(parcel.sha256()) ->
                    new SendOutcome.NotReceipted("The answer is for another message");
            case SoapDelivery.Outcome.Answered answer -> new SendOutcome.Receipted(answer.envelope());
        };
    }
}
