package io.fairway.web.console;

import io.fairway.usecase.Caller;
import io.fairway.usecase.ExchangeQueries;
import io.fairway.usecase.Kept;
import io.fairway.usecase.SubmitTransmission;
import io.fairway.usecase.ValidateDocument;
import io.fairway.usecase.view.FindingView;
import io.fairway.usecase.view.ValidationView;
import io.fairway.web.BodyReader;
import io.fairway.web.Ids;
import io.fairway.web.OpenTo;
import io.fairway.web.OpenTo.Audience;
import io.fairway.web.OutcomeWait;
import io.fairway.web.ProblemException;
import io.fairway.web.Trace;
import io.fairway.web.WebSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where people submit a file, or see what would be found in it. */
@RestController
public class SubmitPages {
    /** How long a person waits for what comes of a document. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SubmitTransmission submission;
    private final ValidateDocument validation;
    private final ExchangeQueries exchanges;
    private final OutcomeWait outcomes;
    private final BodyReader bodies;
    private final WebSettings settings;
    private final Pages pages;

    public SubmitPages(SubmitTransmission submission, ValidateDocument validation, ExchangeQueries exchanges, OutcomeWait outcomes,
                       BodyReader bodies, WebSettings settings, Pages pages) {
        this.submission = submission;
        this.validation = validation;
        this.exchanges = exchanges;
        this.outcomes = outcomes;
        this.bodies = bodies;
        this.settings = settings;
        this.pages = pages;
    }

    /** The form. */
    @OpenTo(Audience.SUBMITTERS)
    @GetMapping("/console/submit")
    public ResponseEntity<String> form(HttpServletRequest request) {
        return pages.show(request, "submit", Map.of());
    }

    /** Takes the file: keeps it, or only looks at it. */
    @OpenTo(Audience.SUBMITTERS)
    @PostMapping(path = "/console/submit", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    public ResponseEntity<String> submit(Caller caller, Trace trace, HttpServletRequest request) throws IOException {
        return bodies.with(request, settings.intakeLimitBytes(), body -> {
            FormParts form = FormParts.of(Optional.ofNullable(request.getContentType()), body);
            byte[] document = form.bytes("file");
            if (document.length == 0) {
                return pages.show(request, HttpStatus.BAD_REQUEST, "submit", Map.of("wrong", "submit.empty"));
            }
            return form.text("act").equals("check") ? checked(caller, request, document) : sent(caller, trace, document);
        });
    }

    private ResponseEntity<String> checked(Caller caller, HttpServletRequest request, byte[] document) {
        ValidationView view = ValidationView.of(validation.validate(caller, document));
        List<FindingView> findings = view.interchanges().stream().flatMap(check -> check.findings().stream()).toList();
        return pages.show(request, "checked", Map.of("view", view, "findings", findings, "pieces", OriginalText.of(document, findings)));
    }

    private ResponseEntity<String> sent(Caller caller, Trace trace, byte[] document) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(address(send(caller, trace, document))).build();
    }

    /** Keeps a document as a transmission of the caller and waits a while for what comes of it. */
    UUID send(Caller caller, Trace trace, byte[] document) {
        Kept kept = submission.submit(caller, Optional.empty(), document, contentType(document), "console", trace.id());
        UUID id = switch (kept) {
            case Kept.Fresh fresh -> fresh.id().value();
            case Kept.Repeated repeated -> repeated.id().value();
            case Kept.Conflicting conflicting -> throw ProblemException.conflict(conflicting.first().value());
        };
        outcomes.await(caller, id, PATIENCE);
        return id;
    }

    /** The page of a transmission. */
    static URI address(UUID transmission) {
        return URI.create("/console/transmissions/" + transmission);
    }

    /** Media type by the first byte. */
    static String contentType(byte[] document) {
        return switch (document[0]) {
            case '<' -> MediaType.APPLICATION_XML_VALUE;
            case '{' -> MediaType.APPLICATION_JSON_VALUE;
            default -> "application/edifact";
        };
    }

    /** What became of a transmission. */
    @OpenTo(Audience.READERS)
    @GetMapping("/console/transmissions/{id}")
    public ResponseEntity<String> transmission(Caller caller, HttpServletRequest request, @PathVariable("id") String id) {
        return pages.show(request, "transmission", Map.of("sent",
                exchanges.transmission(caller, Ids.parse(id)).orElseThrow(ProblemException::notFound)));
    }
}
