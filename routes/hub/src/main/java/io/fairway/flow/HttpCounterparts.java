package io.fairway.flow;

import io.fairway.connector.HttpDelivery;
import io.fairway.usecase.Counterparts.SendOutcome;
import io.fairway.usecase.Endpoint;
import io.fairway.usecase.OutboundId;
import io.fairway.usecase.SignedImage;

/** Counterparts that take messages by HTTP POST. */
public final class HttpCounterparts {
    private final HttpDelivery http;

    public HttpCounterparts(HttpDelivery http) {
        this.http = http;
    }

    SendOutcome send(Endpoint.Http endpoint, OutboundId messageId, SignedImage image, String trace) {
        var message = new HttpDelivery.Message(messageId.toString(), image.contentType(), image.bytes(), image.digest().value(),
                image.signature(), trace);
        return switch (http.deliver(endpoint.address(), message)) {
            case HttpDelivery.Outcome.Receipted(byte[] receipt) -> new SendOutcome.Receipted(receipt);
            case HttpDelivery.Outcome.NotReceipted(String cause) -> new SendOutcome.NotReceipted(cause);
        };
    }
}
