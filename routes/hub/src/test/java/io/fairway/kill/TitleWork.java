package io.fairway.kill;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.boot.TestConsortium;
import io.fairway.usecase.title.FlatRecord;
import io.fairway.web.HttpCaller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signed acts that parties hand in over and over until the hub takes each, over however many hubs. */
final class TitleWork {
    private static final Logger LOG = LoggerFactory.getLogger(TitleWork.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int IN_FLIGHT = 32;
    private static final int TAKEN = 202;
    private static final int NOT_SEEN_YET = 404;

    private final Path home;
    private final Instant expiry;
    private final Map<String, Order> orders = new ConcurrentHashMap<>();
    private final Map<String, String> taken = new ConcurrentHashMap<>();
    private final Queue<String> contradictions = new ConcurrentLinkedQueue<>();

    TitleWork(Path home, Instant now) {
        this.home = home;
        this.expiry = now.plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    }

    /** One signed intent. */
    record Order(String party, String event, String subject, String intent, String signature) {
    }

    /** Signs an act without handing it in. @param own members of the action, names and values by turns */
    Order sign(String party, String action, String subject, int version, String... own) {
        var members = new TreeMap<String, String>();
        for (int i = 0; i < own.length; i += 2) {
            members.put(own[i], own[i + 1]);
        }
        String plain = subject.replaceAll("[^0-9a-z]", "");
        String event = "event-" + action.replace('.', '-') + "-" + plain.substring(plain.length() - 20) + "-" + version;
        members.putAll(Map.of("action", action, "actor", party.toLowerCase(Locale.ROOT), "event", event, "expiry", expiry.toString(),
                "ledger", "fairway", "subject", subject, "version", Integer.toString(version)));
        String intent = FlatRecord.of(members).canonical();
        return new Order(party, event, subject, intent, TestConsortium.sign(home, party, intent));
    }

    /** From now on it is handed in until a hub takes it. */
    Order add(Order order) {
        orders.put(order.event(), order);
        return order;
    }

    /** Hands in what no hub took yet, all at once; whether nothing is left. */
    boolean handIn(Map<String, HttpCaller> callers) {
        List<Order> due = orders.values().stream().filter(order -> !taken.containsKey(order.event())).toList();
        Semaphore places = new Semaphore(IN_FLIGHT);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(order -> senders.submit(() -> {
                places.acquireUninterruptibly();
                try {
                    handIn(order, callers.get(order.party()));
                } finally {
                    places.release();
                }
            }));
        }
        return taken.size() == orders.size();
    }

    /** Does so again and again until nothing is left, or it is enough. */
    boolean handInUntil(Map<String, HttpCaller> callers, BooleanSupplier enough) throws InterruptedException {
        while (!handIn(callers) && !enough.getAsBoolean()) {
            new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
        }
        return true;
    }

    private void handIn(Order order, HttpCaller caller) {
        try {
            HttpResponse<byte[]> answer = caller.post("/api/bills", "application/json",
                    JSON.writeValueAsBytes(Map.of("intent", order.intent(), "signatures", List.of(order.signature()))));
            if (answer.statusCode() == TAKEN) {
                taken.merge(order.event(), HttpCaller.json(answer).path("id").asText(), (first, again) -> same(order, first, again));
            } else if (answer.statusCode() != NOT_SEEN_YET && answer.statusCode() < 500) {
                contradictions.add(order.event() + " was not taken: " + answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
            }
        } catch (IOException | UncheckedIOException notAnswered) {
            LOG.trace("{} got no answer and is handed in again to the next hub", order.event(), notAnswered);
        }
    }

    private String same(Order order, String first, String again) {
        if (!first.equals(again)) {
            contradictions.add(order.event() + " was taken as " + first + " and again as " + again);
        }
        return first;
    }

    boolean isTaken(Order order) {
        return taken.containsKey(order.event());
    }

    /** Id of the act for each event that a hub took. */
    Map<String, String> taken() {
        return Map.copyOf(taken);
    }

    /** Answers that no promise allows. */
    List<String> contradictions() {
        return List.copyOf(contradictions);
    }
}
