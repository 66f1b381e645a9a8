package io.fairway.flow;

import io.fairway.connector.WebhookDelivery;
import io.fairway.signing.WebhookSignature;
import io.fairway.usecase.feed.Notice;
import io.fairway.usecase.feed.Subscriptions.Destination;
import io.fairway.usecase.feed.Webhooks;
import java.time.Instant;
import java.util.Map;

/** Notices by HTTP POST, signed with the subscriber's secret. */
public final class SignedWebhooks implements Webhooks {
    private final WebhookDelivery delivery;

    public SignedWebhooks(WebhookDelivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public Answer send(Destination destination, Notice notice, Instant at) {
        var headers = Map.of("webhook-id", notice.event(), "webhook-timestamp", Long.toString(at.getEpochSecond()),
                "webhook-signature", WebhookSignature.of(destination.secrets(), notice.event(), at, notice.body()));
        return switch (delivery.post(destination.url(), headers, notice.body())) {
            case WebhookDelivery.Outcome.Answered(int status) when status / 100 == 2 -> new Answer.Taken();
            case WebhookDelivery.Outcome.Answered(int status) -> new Answer.NotTaken("Status " + status);
            case WebhookDelivery.Outcome.NotAnswered(String cause) -> new Answer.NotTaken(cause);
        };
    }
}
