package io.fairway.bench.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** Where everything is delivered: notes the moment at which a document was there whole, and gives the receipt that the hub asks for. */
final class Sink implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Declarations declarations;
    private final AtomicInteger unsigned = new AtomicInteger();
    private volatile Travels travels;

    private Sink(HttpServer server, Declarations declarations, Travels travels) {
        this.server = server;
        this.declarations = declarations;
        this.travels = travels;
    }

    static Sink open(Declarations declarations, Travels travels) throws IOException {
        var sink = new Sink(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024), declarations, travels);
        sink.server.setExecutor(sink.threads);
        sink.server.createContext("/messages", exchange -> sink.take(exchange, System::nanoTime));
        sink.server.start();
        return sink;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/messages";
    }

    /** Notes what comes from now on here. */
    void tell(Travels next) {
        travels = next;
    }

    /** How many documents came without a signature beside them. */
    int unsigned() {
        return unsigned.get();
    }

    private void take(HttpExchange exchange, LongSupplier nanos) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var moment = nanos.getAsLong();
            var headers = exchange.getRequestHeaders();
            if (headers.getFirst("Fairway-Signature") == null) {
                unsigned.incrementAndGet();
            }
            declarations.numberOf(new String(body, StandardCharsets.UTF_8)).ifPresent(number -> travels.arrived(number, moment));
            var receipt = "{\"messageId\":\"%s\",\"sha256\":\"%s\"}".formatted(Optional.ofNullable(headers.getFirst("Fairway-Message-Id")).orElse(""),
                    digest(body)).getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, receipt.length);
            exchange.getResponseBody().write(receipt);
        }
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
