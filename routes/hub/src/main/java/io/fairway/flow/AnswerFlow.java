package io.fairway.flow;

import io.fairway.usecase.DeliverOutbound;
import org.apache.camel.builder.RouteBuilder;

/** CONTRL and APERAK are told to senders who have an endpoint for them. */
public final class AnswerFlow extends RouteBuilder {
    private final DeliverOutbound deliver;

    public AnswerFlow(DeliverOutbound deliver) {
        this.deliver = deliver;
    }

    @Override
    public void configure() {
        from(Seams.TELL_ANSWER).routeId("answer-tell").errorHandler(noErrorHandler())
                .bean(deliver, "translate").id("translate-answer")
                .to(Seams.SEND).id("answer-tell-send");
    }
}
