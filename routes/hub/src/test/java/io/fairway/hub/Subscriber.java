package io.fairway.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A subscriber that nobody here wrote might be such: it keeps what came, and checks signatures by the published rule. */
final class Subscriber implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    /** One request as it came. */
    record Heard(String id, String timestamp, String signature, String body, int answered) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException(body, e);
            }
        }

        boolean isSignedWith(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
                byte[] code = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
                return List.of(signature.split(" ")).contains("v1," + Base64.getEncoder().encodeToString(code));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Subscriber(HttpServer server) {
        this.server = server;
    }

    static Subscriber open() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var subscriber = new Subscriber(server);
        server.createContext("/", subscriber::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return subscriber;
    }

    private void take(HttpExchange exchange) throws IOException {
        int answer = status;
        var headers = exchange.getRequestHeaders();
        heard.add(new Heard(headers.getFirst("webhook-id"), headers.getFirst("webhook-timestamp"), headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), answer));
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    void answerWith(int newStatus) {
        status = newStatus;
    }

    /** All requests, in the order they came. */
    List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** What it took about a bill, in the order it came. */
    List<Heard> taken(String bill) {
        return heard.stream().filter(one -> one.answered() == 200 && one.json().path("bill").asText().equals(bill)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
