package io.fairway.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.usecase.Caller;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.feed.Feed;
import io.fairway.usecase.feed.Feed.Placed;
import io.fairway.usecase.feed.FeedEvent;
import io.fairway.usecase.feed.FeedWatch;
import io.fairway.usecase.feed.NoticeBodies;
import io.fairway.usecase.registry.Standings;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.context.SmartLifecycle;

/**
 * Streams of events. A reader costs a waiting thread of no weight and its connection, and holds no connection of the database while it
 * waits or is written to; one that does not read is cut off by the server's time limit for writing and goes on later where it was.
 */
public final class EventStreams implements NoticeBodies, SmartLifecycle {
    private static final int MOST_STREAMS = 1_000;
    private static final int MOST_STREAMS_OF_PARTY = 50;
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);
    /** A token may end meanwhile; with a fresh one the stream is resumed. */
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final Transactions transactions;
    private final Feed feed;
    private final FeedWatch watch;
    private final Standings standings;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Semaphore streams = new Semaphore(MOST_STREAMS);
    private final Map<PartyId, Semaphore> shares = new ConcurrentHashMap<>();
    private volatile boolean running;

    public EventStreams(Transactions transactions, Feed feed, FeedWatch watch, Standings standings, ObjectMapper json, InstantSource clock) {
        this.transactions = transactions;
        this.feed = feed;
        this.watch = watch;
        this.standings = standings;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public byte[] of(FeedEvent event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event cannot be written as JSON", e);
        }
    }

    /**
     * Writes what is behind the place, and then what comes, until the time is over, the hub stops, or the reader may read no more.
     *
     * @throws ProblemException when there are too many streams already
     */
    void tell(Caller caller, long after, int batch, HttpServletResponse response) throws IOException {
        Semaphore share = shares.computeIfAbsent(caller.party(), party -> new Semaphore(MOST_STREAMS_OF_PARTY));
        if (!share.tryAcquire()) {
            throw ProblemException.later(ProblemCode.TOO_MANY_REQUESTS, "At most " + MOST_STREAMS_OF_PARTY + " streams of a party at once.",
                    RETRY_AFTER_SECONDS);
        }
        try {
            if (!streams.tryAcquire()) {
                throw ProblemException.later(ProblemCode.OVERLOADED, "Too many streams are open.", RETRY_AFTER_SECONDS);
            }
            try {
                write(caller, after, batch, response);
            } finally {
                streams.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            share.release();
        }
    }

    private void write(Caller caller, long from, int batch, HttpServletResponse response) throws IOException, InterruptedException {
        Instant end = clock.instant().plus(LONGEST);
        long after = from;
        List<Placed> events = read(caller, after, batch);
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        OutputStream out = response.getOutputStream();
        comment(out);
        while (!watch.isClosed() && clock.instant().isBefore(end) && standings.of(caller.party()).mayRead()) {
            for (Placed placed : events) {
                out.write(("id: " + placed.event().cursor() + "\nevent: " + placed.event().entry().event() + "\ndata: ")
                        .getBytes(StandardCharsets.UTF_8));
                out.write(of(placed.event()));
                out.write(new byte[] {'\n', '\n'});
                after = placed.place();
            }
            if (events.isEmpty()) {
                watch.await(caller.party(), after, SIGN_OF_LIFE);
                comment(out);
            }
            out.flush();
            events = read(caller, after, batch);
        }
    }

    /** So that both sides notice a dead connection. */
    private static void comment(OutputStream out) throws IOException {
        out.write(": \n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private List<Placed> read(Caller caller, long after, int batch) {
        return transactions.asParty(caller.party(), () -> feed.read(caller, after, Set.of(), batch));
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the server waits for its last requests. */
    @Override
    public void stop() {
        watch.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
