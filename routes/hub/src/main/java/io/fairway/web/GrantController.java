package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.registry.GrantSight;
import io.fairway.usecase.registry.RegistryQueries;
import io.fairway.usecase.view.GrantView;
import io.fairway.usecase.view.LookView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an owner lets whom see, until when, and who looked. */
@RestController
@RequestMapping("/api/grants")
public class GrantController {
    private final RegistryQueries queries;
    private final GrantSight sight;
    private final JsonBodies bodies;
    private final Paging paging;

    public GrantController(RegistryQueries queries, GrantSight sight, JsonBodies bodies, Paging paging) {
        this.queries = queries;
        this.sight = sight;
        this.bodies = bodies;
        this.paging = paging;
    }

    /** Those the caller gave and those it got, newest first. */
    @OpenTo(Audience.READERS)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<GrantView> grants(Caller caller, HttpServletRequest request,
                                  @RequestParam(name = "limit", required = false) Optional<String> limit,
                                  @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, queries.grants(caller, paging.want(caller, request)));
    }

    /** One of them. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    public GrantView grant(Caller caller, @PathVariable("id") String id) {
        return queries.grant(caller, Ids.parse(id)).orElseThrow(ProblemException::notFound);
    }

    /** Who looked because of it, in the order of time. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/{id}/looks", produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<LookView> looks(Caller caller, HttpServletRequest request, @PathVariable("id") String id,
                                @RequestParam(name = "limit", required = false) Optional<String> limit,
                                @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, queries.looks(caller, Ids.parse(id), paging.want(caller, request))
                .orElseThrow(ProblemException::notFound));
    }

    /** What is to be granted. @param party party id @param declarations the owner's own declarations too; no when absent */
    record Wish(Optional<String> party, Optional<UUID> consignment, Optional<Boolean> declarations, Optional<Instant> validUntil) {
    }

    /** The party sees the case from now on. */
    @OpenTo(Audience.OWNERS)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<GrantView> give(Caller caller, HttpServletRequest request) throws IOException {
        Wish wish = bodies.read(request, Wish.class);
        GrantView given = sight.grant(caller, new GrantSight.Wish(PartyIds.inBody(JsonBodies.text(wish.party(), "party", 35)),
                JsonBodies.required(wish.consignment(), "consignment"), wish.declarations().orElse(false),
                JsonBodies.required(wish.validUntil(), "validUntil"))).orElseThrow(ProblemException::notFound);
        return ResponseEntity.created(URI.create("/api/grants/" + given.id())).body(given);
    }

    /** The party sees the case no more. */
    @OpenTo(Audience.OWNERS)
    @DeleteMapping(path = "/{id}")
    public ResponseEntity<Void> withdraw(Caller caller, @PathVariable("id") String id) {
        if (!sight.withdraw(caller, Ids.parse(id))) {
            throw ProblemException.notFound();
        }
        return ResponseEntity.noContent().build();
    }
}
