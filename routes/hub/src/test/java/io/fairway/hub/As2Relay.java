package io.fairway.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An AS2 counterpart of the hub that is the hub's own AS2 entrance: what the hub sends comes in again as from a party. */
final class As2Relay {
    private static final List<String> PASSED_ON = List.of("AS2-Version", "AS2-To", "Message-ID", "Content-Type", "Disposition-Notification-To",
            "Disposition-Notification-Options");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;
    private final String party;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private volatile int hubPort;

    /** One message as it came. */
    record Sent(String messageId, String contentType, byte[] body) {
    }

    private As2Relay(HttpServer server, String party) {
        this.server = server;
        this.party = party;
    }

    /** @param party as whose messages they come in */
    static As2Relay open(String party) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var relay = new As2Relay(server, party);
        server.createContext("/", relay::pass);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return relay;
    }

    /** Passes on from now; before that it breaks off every connection. */
    void pointTo(int port) {
        hubPort = port;
    }

    /** @param name by which the hub calls itself, AS2-To */
    String endpoint(String name) {
        return "as2+http://" + name + "@127.0.0.1:" + server.getAddress().getPort() + "/in";
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            sent.add(new Sent(exchange.getRequestHeaders().getFirst("Message-ID"), exchange.getRequestHeaders().getFirst("Content-Type"), body));
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hubPort + "/as2")).header("AS2-From", party)
                    .POST(BodyPublishers.ofByteArray(body));
            PASSED_ON.forEach(name -> request.header(name, exchange.getRequestHeaders().getFirst(name)));
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers().firstValue("Content-Type").ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
