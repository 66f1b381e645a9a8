package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.feed.Feed;
import io.fairway.usecase.feed.Feed.Placed;
import io.fairway.usecase.feed.FeedCursors;
import io.fairway.usecase.feed.FeedEvent;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The events of the caller's cases, oldest first: as a page, or as they happen (server-sent events, WHATWG HTML 9.2). */
@RestController
@RequestMapping("/api/events")
public class EventController {
    private final Transactions transactions;
    private final Feed feed;
    private final FeedCursors cursors;
    private final Paging paging;
    private final EventStreams streams;

    public EventController(Transactions transactions, Feed feed, FeedCursors cursors, Paging paging, EventStreams streams) {
        this.transactions = transactions;
        this.feed = feed;
        this.cursors = cursors;
        this.paging = paging;
        this.streams = streams;
    }

    /** Those behind the cursor of an event, or from the first on. */
    @OpenTo(Audience.READERS)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<FeedEvent> events(Caller caller, HttpServletRequest request,
                                  @RequestParam(name = "limit", required = false) Optional<String> limit,
                                  @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        int most = paging.limit(request);
        long after = place(caller.party(), cursor);
        List<Placed> events = transactions.asParty(caller.party(), () -> feed.read(caller, after, Set.of(), most));
        Optional<String> next = events.size() < most ? Optional.empty()
                : Optional.of("/api/events?limit=" + most + "&cursor=" + events.getLast().event().cursor());
        return new Page<>(events.stream().map(Placed::event).toList(), next);
    }

    /** The same as a stream that goes on as they happen, until the client or the hub ends it; resumed by {@code Last-Event-ID}. */
    @OpenTo(Audience.READERS)
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    public void stream(Caller caller, HttpServletRequest request, HttpServletResponse response,
                       @RequestParam(name = "limit", required = false) Optional<String> limit,
                       @RequestParam(name = "cursor", required = false) Optional<String> cursor) throws IOException {
        Optional<String> last = Optional.ofNullable(request.getHeader("Last-Event-ID")).filter(id -> !id.isEmpty());
        long after = place(caller.party(), last.or(() -> cursor));
        FairShare.letGo(request);
        streams.tell(caller, after, paging.limit(request), response);
    }

    private long place(PartyId party, Optional<String> cursor) {
        return cursor.map(text -> cursors.read(party, text).orElseThrow(() -> ProblemException.of(ProblemCode.CURSOR_INVALID,
                "Expected the cursor of an event of yours."))).orElse(Feed.START);
    }
}
