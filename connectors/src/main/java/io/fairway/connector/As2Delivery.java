package io.fairway.connector;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * Carries a signed entity to an AS2 address (RFC 4130) and asks for a signed receipt in the answer. What the receipt is worth is judged by
 * whoever knows the counterpart's keys.
 */
public final class As2Delivery {
    private final BoundedPost http;

    /** @param timeout for connecting, and for the whole exchange @param tls whom to believe behind https addresses */
    public As2Delivery(Duration timeout, SSLContext tls) {
        this.http = new BoundedPost(HttpClient.Version.HTTP_1_1, timeout, tls);
    }

    /**
     * One message.
     *
     * @param messageId with its angle brackets; the same each time it is sent
     * @param from AS2-From @param to AS2-To
     * @param contentType of {@code body}, a {@code multipart/signed}
     * @param trace W3C trace id, 32 hexadecimal digits
     */
    public record Message(String messageId, String from, String to, String contentType, byte[] body, String trace) {
    }

    /** What came back. */
    public sealed interface Outcome {

        /** Status 200 to 299. @param contentType empty when the answer names none */
        record Answered(String contentType, byte[] body) implements Outcome {
        }

        /** @param cause for the operator */
        record NotAnswered(String cause) implements Outcome {
        }
    }

    /** Sends once. Never throws for what the other side does. */
    public Outcome deliver(URI address, Message message) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("AS2-Version", "1.2")
                .header("AS2-From", quoted(message.from()))
                .header("AS2-To", quoted(message.to()))
                .header("Message-ID", message.messageId())
                .header("MIME-Version", "1.0")
                .header("Subject", "Fairway")
                .header("Content-Type", message.contentType())
                .header("Disposition-Notification-To", quoted(message.from()))
                .header("Disposition-Notification-Options",
                        "signed-receipt-protocol=required, pkcs7-signature; signed-receipt-micalg=required, sha-256")
                .header("traceparent", "00-" + message.trace() + "-" + message.trace().substring(0, 16) + "-01")
                .POST(BodyPublishers.ofByteArray(message.body())).build();
        return switch (http.send(request)) {
            case BoundedPost.Answer.Missing(String cause) -> new Outcome.NotAnswered(cause);
            case BoundedPost.Answer.Came(HttpResponse<byte[]> response) when response.statusCode() / 100 != 2 ->
                    new Outcome.NotAnswered("Status " + response.statusCode());
            case BoundedPost.Answer.Came(HttpResponse<byte[]> response) ->
                    new Outcome.Answered(response.headers().firstValue("Content-Type").orElse(""), response.body());
        };
    }

    /** Names with blanks are quoted (RFC 4130, 6.2). */
    private static String quoted(String name) {
        return name.contains(" ") ? '"' + name + '"' : name;
    }
}
