package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.feed.FeedCursors;
import io.fairway.usecase.feed.ManageSubscriptions;
import io.fairway.usecase.feed.Subscription;
import io.fairway.usecase.feed.Subscriptions;
import io.fairway.usecase.view.NoticeView;
import io.fairway.usecase.view.Slice;
import io.fairway.usecase.view.SubscriptionView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where parties have their events sent. */
@RestController
@RequestMapping("/api/subscriptions")
public class SubscriptionController {
    private static final int MOST_URL_CHARACTERS = 2_000;
    private static final int MOST_KINDS = 50;
    private static final Pattern KIND = Pattern.compile("[A-Z][A-Za-z]{1,60}");

    private final Transactions transactions;
    private final Subscriptions subscriptions;
    private final ManageSubscriptions manage;
    private final FeedCursors cursors;
    private final JsonBodies bodies;
    private final Paging paging;

    public SubscriptionController(Transactions transactions, Subscriptions subscriptions, ManageSubscriptions manage, FeedCursors cursors,
                                  JsonBodies bodies, Paging paging) {
        this.transactions = transactions;
        this.subscriptions = subscriptions;
        this.manage = manage;
        this.cursors = cursors;
        this.bodies = bodies;
        this.paging = paging;
    }

    /** The caller's, newest first. */
    @OpenTo(Audience.READERS)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<SubscriptionView> subscriptions(Caller caller, HttpServletRequest request,
                                                @RequestParam(name = "limit", required = false) Optional<String> limit,
                                                @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        Slice<Subscription> slice = transactions.asParty(caller.party(), () -> subscriptions.page(paging.want(caller, request)));
        return paging.page(caller, request, new Slice<>(slice.items().stream().map(this::view).toList(), slice.next()));
    }

    /** One of them. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    public SubscriptionView subscription(Caller caller, @PathVariable("id") String id) {
        return view(own(caller, Ids.parse(id)));
    }

    /** What was sent for it and what waits, newest first. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/{id}/notices", produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<NoticeView> notices(Caller caller, HttpServletRequest request, @PathVariable("id") String id,
                                    @RequestParam(name = "limit", required = false) Optional<String> limit,
                                    @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        Subscription subscription = own(caller, Ids.parse(id));
        return paging.page(caller, request, transactions.asParty(caller.party(),
                () -> subscriptions.notices(subscription.id(), paging.want(caller, request))));
    }

    private Subscription own(Caller caller, UUID id) {
        return transactions.asParty(caller.party(), () -> subscriptions.find(id)).orElseThrow(ProblemException::notFound);
    }

    private SubscriptionView view(Subscription subscription) {
        return new SubscriptionView(subscription.id(), subscription.url().toString(), subscription.kinds().stream().sorted().toList(),
                cursors.write(subscription.party(), subscription.place()), subscription.createdAt(), subscription.createdBy(),
                subscription.failures(), Optional.of(subscription.restsUntil()).filter(until -> subscription.failures() > 0),
                subscription.formerUntil());
    }

    /** What is wanted. @param url where to @param kinds only these kinds of events @param after cursor to begin behind; from now on if absent */
    record Wish(Optional<String> url, Optional<List<String>> kinds, Optional<String> after) {
    }

    /** @param secret signs what is sent; told this once */
    public record Made(SubscriptionView subscription, String secret) {
    }

    /** A secret that replaces the former one. */
    public record Secret(String secret) {
    }

    /** The caller is told there from now on. */
    @OpenTo(Audience.READERS)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<Made> subscribe(Caller caller, HttpServletRequest request) throws IOException {
        Wish wish = bodies.read(request, Wish.class);
        ManageSubscriptions.Made made = manage.subscribe(caller, address(JsonBodies.text(wish.url(), "url", MOST_URL_CHARACTERS)),
                kinds(wish.kinds().orElse(List.of())), place(caller, wish.after()));
        return ResponseEntity.created(URI.create("/api/subscriptions/" + made.subscription().id()))
                .body(new Made(view(made.subscription()), written(made.secret())));
    }

    /** A new secret; the former one signs beside it for a day. */
    @OpenTo(Audience.READERS)
    @PostMapping(path = "/{id}/secret", produces = MediaType.APPLICATION_JSON_VALUE)
    public Secret replaceSecret(Caller caller, @PathVariable("id") String id) {
        return manage.replaceSecret(caller, Ids.parse(id)).map(secret -> new Secret(written(secret))).orElseThrow(ProblemException::notFound);
    }

    /** Where to go on. @param after cursor behind which all is sent again; only what waits or was parked if absent */
    record Resumption(Optional<String> after) {
    }

    /** Sends at once what waits or was parked. */
    @OpenTo(Audience.READERS)
    @PostMapping(path = "/{id}/resume", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    public SubscriptionView resume(Caller caller, HttpServletRequest request, @PathVariable("id") String id) throws IOException {
        Resumption resumption = bodies.read(request, Resumption.class);
        if (!manage.resume(caller, Ids.parse(id), place(caller, resumption.after()))) {
            throw ProblemException.notFound();
        }
        return view(own(caller, Ids.parse(id)));
    }

    /** The caller is told there no more. */
    @OpenTo(Audience.READERS)
    @DeleteMapping(path = "/{id}")
    public ResponseEntity<Void> end(Caller caller, @PathVariable("id") String id) {
        if (!manage.end(caller, Ids.parse(id))) {
            throw ProblemException.notFound();
        }
        return ResponseEntity.noContent().build();
    }

    private static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw ProblemException.of(ProblemCode.BODY_INVALID, "Expected url as an address (RFC 3986).");
        }
    }

    private static Set<String> kinds(List<String> names) {
        if (names.size() > MOST_KINDS || !names.stream().allMatch(name -> KIND.matcher(name).matches())) {
            throw ProblemException.of(ProblemCode.BODY_INVALID, "Expected kinds as at most " + MOST_KINDS + " names of events.");
        }
        return Set.copyOf(names);
    }

    private OptionalLong place(Caller caller, Optional<String> cursor) {
        return cursor.map(text -> {
            OptionalLong place = cursors.read(caller.party(), text);
            if (place.isEmpty()) {
                throw ProblemException.of(ProblemCode.CURSOR_INVALID, "Expected after as the cursor of an event of yours.");
            }
            return place;
        }).orElseGet(OptionalLong::empty);
    }

    /** As Standard Webhooks 1.0 writes secrets. */
    private static String written(byte[] secret) {
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }
}
