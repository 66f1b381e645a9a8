package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.conformance.ConformanceRuns.Answer;
import io.fairway.usecase.conformance.ConformanceRuns.Message;
import io.fairway.usecase.conformance.RunConformance;
import io.fairway.usecase.view.ConformanceRunView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Conformance runs of the caller's party. */
@RestController
@RequestMapping("/api/conformance-runs")
public class ConformanceController {
    private static final int MOST_DIGITS = 6;

    private final RunConformance conformance;
    private final JsonBodies bodies;
    private final Paging paging;

    public ConformanceController(RunConformance conformance, JsonBodies bodies, Paging paging) {
        this.conformance = conformance;
        this.bodies = bodies;
        this.paging = paging;
    }

    /** Begins one; the party is given its messages over its own channel. */
    @OpenTo(Audience.SUBMITTERS)
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<ConformanceRunView> start(Caller caller) {
        UUID id = conformance.start(caller);
        return ResponseEntity.created(URI.create("/api/conformance-runs/" + id)).body(found(caller, id));
    }

    /** Newest first, without their cases. */
    @OpenTo(Audience.SUBMITTERS)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<ConformanceRunView> runs(Caller caller, HttpServletRequest request,
                                         @RequestParam(name = "limit", required = false) Optional<String> limit,
                                         @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, conformance.page(caller, paging.want(caller, request)));
    }

    /** The report. */
    @OpenTo(Audience.SUBMITTERS)
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    public ConformanceRunView run(Caller caller, @PathVariable("id") String id) {
        return found(caller, Ids.parse(id));
    }

    /** One of its messages, as it is sent. */
    @OpenTo(Audience.SUBMITTERS)
    @GetMapping(path = "/{id}/messages/{number}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    public byte[] message(Caller caller, @PathVariable("id") String id, @PathVariable("number") String number) {
        return conformance.message(caller, Ids.parse(id), number(number)).map(Message::bytes).orElseThrow(ProblemException::notFound);
    }

    /** What the newcomer makes of a message. */
    record Said(Optional<Answer> answer) {
    }

    /** Says it, for dialects that have no CONTRL. */
    @OpenTo(Audience.SUBMITTERS)
    @PutMapping(path = "/{id}/messages/{number}/answer", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    public ConformanceRunView answer(Caller caller, HttpServletRequest request, @PathVariable("id") String id, @PathVariable("number") String number)
            throws IOException {
        Answer answer = JsonBodies.required(bodies.read(request, Said.class).answer(), "answer");
        if (!conformance.answer(caller, Ids.parse(id), number(number), answer)) {
            throw ProblemException.notFound();
        }
        return found(caller, Ids.parse(id));
    }

    private ConformanceRunView found(Caller caller, UUID id) {
        return conformance.find(caller, id).orElseThrow(ProblemException::notFound);
    }

    /** A malformed one is answered like one that is not there. */
    private static int number(String text) {
        if (text.isEmpty() || text.length() > MOST_DIGITS || !text.chars().allMatch(Character::isDigit)) {
            throw ProblemException.notFound();
        }
        return Integer.parseInt(text);
    }
}
