package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fairway.boot.WholeHub;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.signing.CadesVerifier;
import io.fairway.signing.Certificates;
import io.fairway.signing.DevelopmentAuthority;
import io.fairway.signing.DevelopmentAuthority.Purpose;
import io.fairway.signing.Digest;
import io.fairway.signing.KeyFile;
import io.fairway.signing.Suite;
import io.fairway.signing.TrustPolicy;
import io.fairway.signing.Verdict;
import io.fairway.web.HttpCaller;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub's own keys turn over while it works, and end while it works. Customs checks every message that comes. */
@Tag("long")
class KeyTurnoverTest {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final char[] PASSWORD = "turnover".toCharArray();
    private static final int MOST = 2_000;
    private static final AtomicInteger SENT = new AtomicInteger();
    private static final Set<String> SIGNERS = ConcurrentHashMap.newKeySet();
    private static final List<String> WRONG = new CopyOnWriteArrayList<>();
    private static final Set<String> BODIES = ConcurrentHashMap.newKeySet();

    @TempDir
    static Path folder;

    private static DevelopmentAuthority authority;
    private static HttpServer customs;
    private static WholeHub hub;

    @BeforeAll
    static void aHubWithAKeyOfItsOwn() throws Exception {
        Instant now = Instant.now();
        authority = DevelopmentAuthority.create("CN=Turnover root", Suite.ECDSA_P256_SHA256, now.minus(Duration.ofDays(900)));
        Files.createDirectory(folder.resolve("keys"));
        put("a", now.minus(Duration.ofDays(3)), Period.ofYears(1));
        Path roots = Files.writeString(folder.resolve("roots.pem"), Certificates.pem(List.of(authority.root().certificate())));
        customs = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        customs.createContext("/", KeyTurnoverTest::receive);
        customs.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        customs.start();
        Path parties = Files.writeString(folder.resolve("counterparts.yaml"), "counterparts:%n  - party: CNCUSTOMS%n    endpoint: http://127.0.0.1:%d/%n"
                .formatted(customs.getAddress().getPort()));
        hub = WholeHub.start(Files.createDirectory(folder.resolve("home")), "--FAIRWAY_COUNTERPARTS=" + parties, "--FAIRWAY_LEDGER_PROFILE=off",
                "--fairway.signing.keys=" + folder.resolve("keys"), "--fairway.seal.password=" + new String(PASSWORD),
                "--fairway.signing.roots=" + roots, "--fairway.signing.read-every=200ms", "--fairway.delivery.first-pause=100ms");
    }

    @AfterAll
    static void stop() {
        hub.close();
        customs.stop(0);
    }

    @Test
    void sealsWithTheNewestValidKeyUnderLoadAndSendsNothingWhileNoneIsValid() throws Exception {
        try (ExecutorService load = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> submitting = new ArrayList<>();
            for (int sender = 0; sender < 4; sender++) {
                submitting.add(load.submit(() -> submitUntilSealedByTheNewKey()));
            }
            await().atMost(LONGEST).until(() -> SIGNERS.contains("CN=Hub a"));
            put("b", Instant.now().minus(Duration.ofDays(1)), Period.ofYears(1));
            for (Future<?> each : submitting) {
                each.get();
            }
        }
        awaitTold();

        endAll();
        int last = submit();
        await().atMost(LONGEST).until(() -> parked() > 0);
        assertThat(BODIES).noneMatch(body -> body.contains(bill(last)));

        put("d", Instant.now().minus(Duration.ofHours(1)), Period.ofYears(1));
        awaitTold();
        await().atMost(LONGEST).until(() -> parked() == 0);
        assertThat(WRONG).isEmpty();
        assertThat(SIGNERS).contains("CN=Hub a", "CN=Hub b", "CN=Hub d").doesNotContain("CN=Hub c");
    }

    private static void submitUntilSealedByTheNewKey() {
        do {
            submit();
        } while (!SIGNERS.contains("CN=Hub b") && SENT.get() < MOST);
    }

    /** In the place of all others a key whose certificate ended a year ago. */
    private static void endAll() throws Exception {
        put("c", Instant.now().minus(Duration.ofDays(800)), Period.ofYears(1));
        Files.delete(folder.resolve("keys/a.p12"));
        Files.delete(folder.resolve("keys/b.p12"));
        await().atMost(LONGEST).until(() -> health().path("status").asText().equals("AT_RISK"));
    }

    private static void put(String name, Instant from, Period validity) throws Exception {
        new KeyFile(folder.resolve("keys").resolve(name + ".p12"), PASSWORD).store(authority.issue("CN=Hub " + name, Suite.ECDSA_P256_SHA256,
                Purpose.SIGNING, from, validity));
    }

    /** A manifest of one bill, which customs is told of; gives its number. */
    private static int submit() {
        int number = SENT.getAndIncrement();
        var answer = HttpCaller.party(hub.port(), hub.home(), "HUBLINE").post("/api/transmissions", "application/edifact",
                Voyages.cuscar(List.of(shipment(number)), "T" + number), "Prefer", "wait=20");
        assertThat(answer.statusCode()).isEqualTo(200);
        return number;
    }

    private static Shipment shipment(int number) {
        return Shipment.of(7_000L + number, 0);
    }

    private static String bill(int number) {
        return shipment(number).bill();
    }

    private static void awaitTold() {
        for (int number = 0; number < SENT.get(); number++) {
            String bill = bill(number);
            await().atMost(LONGEST).until(() -> BODIES.stream().anyMatch(body -> body.contains(bill)));
        }
    }

    private static JsonNode health() {
        return HttpCaller.json(HttpCaller.party(hub.port(), hub.home(), "HUBOPS").get("/actuator/health")).path("components").path("signing");
    }

    private static long parked() {
        return HttpCaller.json(HttpCaller.party(hub.port(), hub.home(), "HUBOPS").get("/api/operations/overdue")).path("items").valueStream()
                .filter(item -> item.toString().contains("Not sealed")).count();
    }

    /** Takes nothing that is not sealed by the hub over exactly these bytes. */
    private static void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String id = exchange.getRequestHeaders().getFirst("Fairway-Message-Id");
        String signature = exchange.getRequestHeaders().getFirst("Fairway-Signature");
        Set<X509Certificate> roots = Set.of(authority.root().certificate());
        Verdict verdict = new CadesVerifier(TrustPolicy.of(roots)).verify(body, signature == null ? new byte[0] : Base64.getDecoder().decode(signature),
                Instant.now().plusSeconds(1));
        if (verdict instanceof Verdict.TotalPassed passed) {
            SIGNERS.add(passed.signer().getSubjectX500Principal().getName());
        } else {
            WRONG.add(verdict.toString());
        }
        BODIES.add(new String(body, StandardCharsets.ISO_8859_1));
        byte[] receipt = "{\"messageId\":\"%s\",\"sha256\":\"%s\"}".formatted(id, HexFormat.of().formatHex(Digest.sha256(body)))
                .getBytes(StandardCharsets.US_ASCII);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, receipt.length);
        exchange.getResponseBody().write(receipt);
        exchange.close();
    }
}
