package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.registry.GiveMandates;
import io.fairway.usecase.registry.RegistryQueries;
import io.fairway.usecase.view.MandateView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who may act for whom: a principal gives mandates and takes them back. */
@RestController
@RequestMapping("/api/mandates")
public class MandateController {
    private final RegistryQueries queries;
    private final GiveMandates mandates;
    private final JsonBodies bodies;
    private final Paging paging;

    public MandateController(RegistryQueries queries, GiveMandates mandates, JsonBodies bodies, Paging paging) {
        this.queries = queries;
        this.mandates = mandates;
        this.bodies = bodies;
        this.paging = paging;
    }

    /** Those the caller gave and those it has, newest first. */
    @OpenTo(Audience.READERS)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<MandateView> mandates(Caller caller, HttpServletRequest request,
                                      @RequestParam(name = "limit", required = false) Optional<String> limit,
                                      @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, queries.mandates(caller, paging.want(caller, request)));
    }

    /** One of them. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    public MandateView mandate(Caller caller, @PathVariable("id") String id) {
        return queries.mandate(caller, Ids.parse(id)).orElseThrow(ProblemException::notFound);
    }

    /** What is to be given. @param agent party id */
    record Wish(Optional<String> agent, Optional<Instant> validUntil) {
    }

    /** The agent may act for the caller from now on. */
    @OpenTo(Audience.SUBMITTERS)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<MandateView> give(Caller caller, HttpServletRequest request) throws IOException {
        Wish wish = bodies.read(request, Wish.class);
        MandateView given = mandates.give(caller, PartyIds.inBody(JsonBodies.text(wish.agent(), "agent", 35)),
                JsonBodies.required(wish.validUntil(), "validUntil"));
        return ResponseEntity.created(URI.create("/api/mandates/" + given.id())).body(given);
    }

    /** It counts no more for what is said from now on. */
    @OpenTo(Audience.SUBMITTERS)
    @DeleteMapping(path = "/{id}")
    public ResponseEntity<Void> withdraw(Caller caller, @PathVariable("id") String id) {
        if (!mandates.withdraw(caller, Ids.parse(id))) {
            throw ProblemException.notFound();
        }
        return ResponseEntity.noContent().build();
    }
}
