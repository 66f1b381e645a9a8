package io.fairway.connector;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * Delivers one message by HTTP POST and accepts only an application receipt as proof: status 200 to 299 with a JSON object whose
 * {@code messageId} and {@code sha256} are those of what was sent. Anything else leaves the outcome open, and the same bytes go
 * out again under the same id.
 */
public final class HttpDelivery {
    private static final JsonFactory JSON = new JsonFactory();

    private final BoundedPost http;

    /** @param timeout for connecting, and for the whole exchange @param tls whom to believe behind https addresses */
    public HttpDelivery(Duration timeout, SSLContext tls) {
        this.http = new BoundedPost(HttpClient.Version.HTTP_2, timeout, tls);
    }

    /**
     * One message on the wire.
     *
     * @param id stable message id, header {@code Fairway-Message-Id}
     * @param sha256 digest of {@code bytes}, lower-case hexadecimal
     * @param signature detached CMS signature, header {@code Fairway-Signature} in base64; not sent when empty
     * @param trace W3C trace id, 32 hexadecimal digits
     */
    public record Message(String id, String contentType, byte[] bytes, String sha256, byte[] signature, String trace) {
    }

    /** What came of a delivery. */
    public sealed interface Outcome {

        /** @param receipt the counterpart's answer as it came */
        record Receipted(byte[] receipt) implements Outcome {
        }

        /** @param cause what happened instead of a receipt, for the operator */
        record NotReceipted(String cause) implements Outcome {
        }
    }

    /** Sends once. Never throws for what the other side does; an interrupted thread leaves the outcome open. */
    public Outcome deliver(URI endpoint, Message message) {
        return switch (http.send(request(endpoint, message))) {
            case BoundedPost.Answer.Came(HttpResponse<byte[]> answer) -> judge(answer, message);
            case BoundedPost.Answer.Missing(String cause) -> new Outcome.NotReceipted(cause);
        };
    }

    private static HttpRequest request(URI endpoint, Message message) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", message.contentType())
                .header("Fairway-Message-Id", message.id())
                .header("traceparent", "00-" + message.trace() + "-" + message.trace().substring(0, 16) + "-01")
                .POST(BodyPublishers.ofByteArray(message.bytes()));
        if (message.signature().length > 0) {
            request.header("Fairway-Signature", Base64.getEncoder().encodeToString(message.signature()));
        }
        return request.build();
    }

    private static Outcome judge(HttpResponse<byte[]> answer, Message message) {
        if (answer.statusCode() / 100 != 2) {
            return new Outcome.NotReceipted("Status " + answer.statusCode());
        }
        Map<String, String> receipt = new HashMap<>();
        try (JsonParser json = JSON.createParser(answer.body())) {
            readTextMembers(json, receipt);
        } catch (IOException e) {
            return new Outcome.NotReceipted("Status " + answer.statusCode() + " without a receipt");
        }
        if (!message.id().equals(receipt.get("messageId")) || !message.sha256().equals(receipt.get("sha256"))) {
            return new Outcome.NotReceipted("The receipt is for another message");
        }
        return new Outcome.Receipted(answer.body());
    }

    private static void readTextMembers(JsonParser json, Map<String, String> members) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.VALUE_STRING) {
                members.put(name, json.getText());
            } else {
                json.skipChildren();
            }
        }
    }
}
