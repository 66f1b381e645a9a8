package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.title.Clashes;
import io.fairway.usecase.view.ClashMessageView;
import io.fairway.usecase.view.ClashView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Financings that somebody else had claimed before: both sides learn that, and can write to each other without being named. */
@RestController
@RequestMapping("/api/financing-clashes")
public class ClashController {
    private static final int MOST_CHARACTERS = 2_000;

    private final Clashes clashes;
    private final JsonBodies bodies;
    private final Paging paging;
    private final InstantSource clock;

    public ClashController(Clashes clashes, JsonBodies bodies, Paging paging, InstantSource clock) {
        this.clashes = clashes;
        this.bodies = bodies;
        this.paging = paging;
        this.clock = clock;
    }

    /** Those the caller is a side of, latest first. */
    @OpenTo(Audience.BANKS)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<ClashView> clashes(Caller caller, HttpServletRequest request,
                                   @RequestParam(name = "limit", required = false) Optional<String> limit,
                                   @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, clashes.list(caller, paging.want(caller, request)));
    }

    /** What the two sides wrote, oldest first. */
    @OpenTo(Audience.BANKS)
    @GetMapping(path = "/{id}/messages", produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<ClashMessageView> messages(Caller caller, HttpServletRequest request, @PathVariable("id") String id,
                                           @RequestParam(name = "limit", required = false) Optional<String> limit,
                                           @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, clashes.messages(caller, Ids.parse(id), paging.want(caller, request))
                .orElseThrow(ProblemException::notFound));
    }

    /** What is to be told to the other side. */
    record Letter(Optional<String> text) {
    }

    /** Writes to the other side. */
    @OpenTo(Audience.BANKS)
    @PostMapping(path = "/{id}/messages", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<ClashMessageView> write(Caller caller, HttpServletRequest request, @PathVariable("id") String id) throws IOException {
        String text = JsonBodies.text(bodies.read(request, Letter.class).text(), "text", MOST_CHARACTERS);
        return ResponseEntity.status(HttpStatus.CREATED).body(clashes.write(caller, Ids.parse(id), text, clock.instant())
                .orElseThrow(ProblemException::notFound));
    }
}
