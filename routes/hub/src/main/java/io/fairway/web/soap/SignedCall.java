package io.fairway.web.soap;

import io.fairway.usecase.Caller;
import java.util.Optional;
import org.apache.cxf.message.Message;
import org.w3c.dom.Element;

/**
 * A call that was found to be its caller's, whole and fresh.
 *
 * @param request the element in the verified body; the only one that may be read
 * @param messageId WS-Addressing 1.0, 3.1: to relate the answer to
 */
record SignedCall(Caller caller, Element request, Optional<String> messageId) {

    void attachTo(Message message) {
        message.getExchange().put(SignedCall.class, this);
    }

    static Optional<SignedCall> of(Message message) {
        return Optional.ofNullable(message.getExchange()).map(exchange -> exchange.get(SignedCall.class));
    }
}
