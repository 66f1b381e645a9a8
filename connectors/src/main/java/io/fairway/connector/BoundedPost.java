package io.fairway.connector;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/** Sends a request once and takes a short answer within a time limit for the whole exchange; follows no redirect. */
final class BoundedPost {
    private static final int MOST_ANSWER_BYTES = 64 * 1024;

    private final HttpClient client;
    private final Duration timeout;

    /** @param timeout for connecting, and for the whole exchange @param tls whom to believe behind https addresses */
    BoundedPost(HttpClient.Version version, Duration timeout, SSLContext tls) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder().version(version).sslContext(tls).connectTimeout(timeout).followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /** What came back. */
    sealed interface Answer {

        /** Whatever its status is. */
        record Came(HttpResponse<byte[]> response) implements Answer {
        }

        /** @param cause for the operator */
        record Missing(String cause) implements Answer {
        }
    }

    /** Never throws for what the other side does; an interrupted thread leaves the outcome open. */
    Answer send(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request,
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_ANSWER_BYTES));
        try {
            return new Answer.Came(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return new Answer.Missing(String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Answer.Missing("No answer within " + timeout);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.Missing("Interrupted while waiting for the receipt");
        }
    }
}
