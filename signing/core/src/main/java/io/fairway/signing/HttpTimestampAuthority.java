package io.fairway.signing;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** A timestamp authority over HTTP (RFC 3161, section 3.4). Asks once; see {@link TimestampAuthorities} for retries and several. */
public final class HttpTimestampAuthority implements TimestampAuthority {
    private static final int MOST_BYTES = 64 * 1024;
    private static final int NONCE_BITS = 64;
    private static final int OK = 200;

    private final HttpClient client;
    private final URI address;
    private final Duration limit;
    private final SecureRandom random = new SecureRandom();

    /** @param limit for connecting and answering together */
    public HttpTimestampAuthority(HttpClient client, URI address, Duration limit) {
        this.client = client;
        this.address = address;
        this.limit = limit;
    }

    @Override
    public byte[] stamp(byte[] digest) throws IOException {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimeStampRequest request = generator.generate(TSPAlgorithms.SHA256, digest, new BigInteger(NONCE_BITS, random));
        byte[] answer = ask(request.getEncoded());
        try {
            var response = new TimeStampResponse(answer);
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw new IOException("The timestamp authority " + address.getHost() + " refused: " + response.getStatusString());
            }
            return response.getTimeStampToken().getEncoded();
        } catch (TSPException e) {
            throw new IOException("The answer of " + address.getHost() + " does not fit the request: " + e.getMessage(), e);
        }
    }

    private byte[] ask(byte[] request) throws IOException {
        HttpRequest post = HttpRequest.newBuilder(address).timeout(limit)
                .header("Content-Type", "application/timestamp-query").header("Accept", "application/timestamp-reply")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request)).build();
        try {
            HttpResponse<InputStream> answer = client.send(post, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(MOST_BYTES);
                if (answer.statusCode() != OK) {
                    throw new IOException("The timestamp authority " + address.getHost() + " answered " + answer.statusCode());
                }
                return bytes;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + address.getHost(), e);
        }
    }
}
