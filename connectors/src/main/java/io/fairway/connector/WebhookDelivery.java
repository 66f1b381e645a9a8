package io.fairway.connector;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts to addresses that parties name. It connects only to what the {@link Reach} admits, asked of the resolved address it connects to;
 * it follows no redirect, keeps no cookie, tries nothing twice by itself and reads no answer but its status.
 */
public final class WebhookDelivery implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 200;
    private static final int MOST_CONNECTIONS_OF_ADDRESS = 16;

    private final CloseableHttpClient client;
    private final Duration timeout;
    private final Executor executor;

    /**
     * @param timeout for connecting, and for the whole exchange
     * @param executor runs each exchange
     */
    public WebhookDelivery(Reach reach, Duration timeout, Executor executor) {
        this.timeout = timeout;
        this.executor = executor;
        Timeout limit = Timeout.of(timeout);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedNames(reach))
                .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(limit).setSocketTimeout(limit).build())
                .setMaxConnTotal(MOST_CONNECTIONS).setMaxConnPerRoute(MOST_CONNECTIONS_OF_ADDRESS).build();
        this.client = HttpClients.custom().setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom().setConnectionRequestTimeout(limit).setResponseTimeout(limit).build())
                .disableRedirectHandling().disableAutomaticRetries().disableCookieManagement().disableAuthCaching()
                .disableContentCompression().setUserAgent("Fairway").build();
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** @param status what it was answered with; a redirect is one */
        record Answered(int status) implements Outcome {
        }

        /** @param cause in words that whoever named the address may read; they tell nothing of what is behind it */
        record NotAnswered(String cause) implements Outcome {
        }
    }

    /** Posts once. Never throws for what the other side does. */
    public Outcome post(URI address, Map<String, String> headers, byte[] body) {
        var request = new HttpPost(address);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        CompletableFuture<Outcome> exchange = CompletableFuture.supplyAsync(() -> exchange(request), executor);
        try {
            return exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            request.cancel();
            return new Outcome.NotAnswered("No answer within " + timeout.toMillis() + " ms");
        } catch (InterruptedException e) {
            request.cancel();
            Thread.currentThread().interrupt();
            return new Outcome.NotAnswered("The hub was stopped while it waited");
        } catch (ExecutionException e) {
            throw new IllegalStateException("The exchange ended in a way it cannot", e);
        }
    }

    private Outcome exchange(HttpPost request) {
        try {
            int status = client.executeOpen(null, request, null).getCode();
            // closing the answer would read it to its end; cancelling gives the connection up with whatever was not read
            request.cancel();
            return new Outcome.Answered(status);
        } catch (IOException e) {
            return new Outcome.NotAnswered("No connection, or no answer over it");
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    /** Names are resolved here and nowhere else, and what they lead to is asked before it is connected to. */
    private record GuardedNames(Reach reach) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return reach.require(host, InetAddress.getAllByName(host));
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
