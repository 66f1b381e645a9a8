package io.fairway.flow;

import io.fairway.usecase.Counterparts;
import io.fairway.usecase.Endpoint;
import io.fairway.usecase.OutboundId;
import io.fairway.usecase.PartyRecord;
import io.fairway.usecase.SignedImage;

/** Sends by the protocol that the counterpart's endpoint asks for. */
public final class ChannelCounterparts implements Counterparts {
    private final HttpCounterparts http;
    private final As2Counterparts as2;
    private final SoapCounterparts soap;
    private final ConnectedParties connected;

    public ChannelCounterparts(HttpCounterparts http, As2Counterparts as2, SoapCounterparts soap, ConnectedParties connected) {
        this.http = http;
        this.as2 = as2;
        this.soap = soap;
        this.connected = connected;
    }

    @Override
    public SendOutcome send(PartyRecord recipient, OutboundId messageId, SignedImage image, String trace) {
        return switch (recipient.endpoint().orElseThrow()) {
            case Endpoint.Http endpoint -> http.send(endpoint, messageId, image, trace);
            case Endpoint.As2 endpoint -> as2.send(recipient.id(), endpoint, messageId, image, trace);
            case Endpoint.Soap endpoint -> soap.send(recipient.id(), endpoint, messageId, image, trace);
            case Endpoint.Connected _ -> connected.offer(recipient.id(), messageId, image, trace);
        };
    }
}
