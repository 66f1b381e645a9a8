package io.fairway.web;

import io.fairway.document.id.Sha256;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Digests;
import io.fairway.usecase.ExchangeQueries;
import io.fairway.usecase.Kept;
import io.fairway.usecase.Submission;
import io.fairway.usecase.SubmitTransmission;
import io.fairway.usecase.view.TransmissionView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where parties submit what they have to say, and ask what became of it. */
@RestController
public class TransmissionController {
    /** Media types in which documents come. */
    static final String EDIFACT = "application/edifact";
    /** A JSON document under its signature, compact JWS (RFC 7515). */
    static final String JOSE = "application/jose";
    private static final String PATH = "/api/transmissions";
    private static final String REPEAT = "Fairway-Repeat";

    private final SubmitTransmission submission;
    private final ExchangeQueries exchanges;
    private final OutcomeWait outcomes;
    private final BodyReader bodies;
    private final WebSettings settings;

    public TransmissionController(SubmitTransmission submission, ExchangeQueries exchanges, OutcomeWait outcomes, BodyReader bodies,
                                  WebSettings settings) {
        this.submission = submission;
        this.exchanges = exchanges;
        this.outcomes = outcomes;
        this.bodies = bodies;
        this.settings = settings;
    }

    /** Keeps the bytes, then answers: 202 when they are kept, 200 when the caller preferred to wait and all is settled. */
    @OpenTo(Audience.SUBMITTERS)
    @PostMapping(path = PATH, consumes = {EDIFACT, MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE,
            MediaType.APPLICATION_JSON_VALUE, JOSE, MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<TransmissionView> submit(Caller caller, Trace trace, HttpServletRequest request) throws IOException {
        Optional<String> key = IdempotencyKeys.of(request);
        Optional<Duration> wait = PreferredWait.of(request);
        Optional<byte[]> signature = SignatureHeader.of(request);
        String contentType = Optional.ofNullable(request.getContentType()).orElse("");
        Submitted submitted = bodies.with(request, settings.intakeLimitBytes(), bytes -> new Submitted(
                submission.submit(caller, key, new Submission(bytes, contentType, signature), "rest", trace.id()), Digests.of(bytes)));
        return switch (submitted.kept()) {
            case Kept.Fresh fresh when wait.isEmpty() -> keptJustNow(fresh, submitted.digest());
            case Kept.Fresh fresh -> answer(caller, fresh.id().value(), wait, ResponseEntity.accepted());
            case Kept.Repeated repeated -> answer(caller, repeated.id().value(), wait, ResponseEntity.accepted().header(REPEAT, "true"));
            case Kept.Conflicting conflicting -> throw ProblemException.conflict(conflicting.first().value());
        };
    }

    /** Nothing is known of it yet, and the database is not asked again: what is kept is acknowledged whatever happens next. */
    private static ResponseEntity<TransmissionView> keptJustNow(Kept.Fresh fresh, Sha256 digest) {
        return ResponseEntity.accepted().location(URI.create(PATH + "/" + fresh.id())).body(new TransmissionView(fresh.id().value(),
                digest.value(), fresh.receivedAt(), TransmissionView.State.RECEIVED, List.of(), List.of()));
    }

    private record Submitted(Kept kept, Sha256 digest) {
    }

    /** How a transmission of the caller stands now. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    public TransmissionView transmission(Caller caller, @PathVariable("id") String id) {
        return exchanges.transmission(caller, Ids.parse(id)).orElseThrow(ProblemException::notFound);
    }

    private ResponseEntity<TransmissionView> answer(Caller caller, UUID id, Optional<Duration> wait, ResponseEntity.BodyBuilder answer) {
        TransmissionView view = outcomes.await(caller, id, wait.orElse(Duration.ZERO));
        wait.ifPresent(waited -> answer.header("Preference-Applied", "wait=" + waited.toSeconds()));
        ResponseEntity<TransmissionView> kept = answer.location(URI.create(PATH + "/" + id)).body(view);
        return wait.isPresent() && view.state().isFinal()
                ? new ResponseEntity<>(view, kept.getHeaders(), HttpStatus.OK) : kept;
    }
}
