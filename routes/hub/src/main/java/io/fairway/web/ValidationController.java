package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.ValidateDocument;
import io.fairway.usecase.view.ValidationView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where parties try what they are going to submit. */
@RestController
public class ValidationController {
    private final ValidateDocument validation;
    private final BodyReader bodies;
    private final WebSettings settings;

    public ValidationController(ValidateDocument validation, BodyReader bodies, WebSettings settings) {
        this.validation = validation;
        this.bodies = bodies;
        this.settings = settings;
    }

    /** The findings that a submission of the same bytes would get; nothing is stored and nobody is told. */
    @OpenTo(Audience.SUBMITTERS)
    @PostMapping(path = "/api/validations", consumes = {TransmissionController.EDIFACT, MediaType.APPLICATION_XML_VALUE,
            MediaType.TEXT_XML_VALUE, MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE,
            MediaType.APPLICATION_OCTET_STREAM_VALUE}, produces = MediaType.APPLICATION_JSON_VALUE)
    public ValidationView validate(Caller caller, HttpServletRequest request) throws IOException {
        return bodies.with(request, settings.intakeLimitBytes(), bytes -> ValidationView.of(validation.validate(caller, bytes)));
    }
}
