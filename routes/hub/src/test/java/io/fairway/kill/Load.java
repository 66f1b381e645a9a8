package io.fairway.kill;

import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.fixture.simulator.HubClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the carrier and the forwarder send: each document until it is acknowledged, over however many hubs. */
final class Load {
    private static final Logger LOG = LoggerFactory.getLogger(Load.class);
    static final int MANIFESTS = 12;
    static final int BILLS_PER_MANIFEST = 5;
    private static final int IN_FLIGHT = 64;
    private static final int REPEATS = 20;

    private final List<Letter> letters = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> contradictions = new ConcurrentLinkedQueue<>();
    private final Random random;

    Load(Random random) {
        this.random = random;
    }

    /** @param key its Idempotency-Key */
    record Letter(String key, String party, byte[] body) {
    }

    /** Adds the manifests and declarations of one round. */
    void add(long seed) {
        List<Shipment> shipments = Voyages.shipments(MANIFESTS * BILLS_PER_MANIFEST, seed);
        for (int i = 0; i < MANIFESTS; i++) {
            String reference = "M" + seed + "-" + i;
            letters.add(new Letter(reference, Receivers.CARRIER,
                    Voyages.cuscar(shipments.subList(i * BILLS_PER_MANIFEST, (i + 1) * BILLS_PER_MANIFEST), reference)));
        }
        for (int i = 0; i < shipments.size(); i++) {
            String reference = "D" + seed + "-" + i;
            letters.add(new Letter(reference, Receivers.FORWARDER, Voyages.cusdec(shipments.get(i), reference)));
        }
    }

    /** Sends what is not acknowledged yet, and some of what is, all at once; returns when all got an answer or none will come. */
    void send(Map<String, HubClient> hubs) {
        List<Letter> due = new ArrayList<>(letters.stream().filter(letter -> !acknowledged.containsKey(letter.key())).toList());
        List<Letter> known = new ArrayList<>(letters.stream().filter(letter -> acknowledged.containsKey(letter.key())).toList());
        Collections.shuffle(known, random);
        due.addAll(known.subList(0, Math.min(REPEATS, known.size())));
        Collections.shuffle(due, random);
        Semaphore slots = new Semaphore(IN_FLIGHT);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(letter -> senders.submit(() -> {
                slots.acquireUninterruptibly();
                try {
                    send(letter, hubs.get(letter.party()));
                } finally {
                    slots.release();
                }
            }));
        }
    }

    private void send(Letter letter, HubClient hub) {
        try {
            HubClient.Answer answer = hub.post("/api/transmissions", "application/edifact", letter.body(),
                    Map.of("Idempotency-Key", letter.key()));
            if (answer.status() == 202) {
                acknowledge(letter, answer.json().path("id").asText());
            } else if (answer.status() < 500 && answer.status() != 429) {
                contradictions.add(letter.key() + " was refused: " + answer.status() + " " + answer.text());
            }
        } catch (IOException notAnswered) {
            LOG.trace("{} got no answer and is sent again to the next hub", letter.key(), notAnswered);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return acknowledged.size() + " of " + letters.size() + " acknowledged, contradictions: " + contradictions;
    }

    boolean isAllAcknowledged() {
        return acknowledged.size() == letters.size();
    }

    /** Id of the transmission per letter that was acknowledged. */
    Map<Letter, String> acknowledged() {
        return letters.stream().filter(letter -> acknowledged.containsKey(letter.key()))
                .collect(Collectors.toMap(letter -> letter, letter -> acknowledged.get(letter.key())));
    }

    /** Answers that no promise allows: a sound document refused, or one document acknowledged under two ids. */
    List<String> contradictions() {
        return List.copyOf(contradictions);
    }

    private void acknowledge(Letter letter, String id) {
        String first = acknowledged.putIfAbsent(letter.key(), id);
        if (first != null && !first.equals(id)) {
            contradictions.add(letter.key() + " was acknowledged as " + first + " and again as " + id);
        }
    }
}
