package io.fairway.web;

import io.fairway.usecase.OverloadedException;
import io.fairway.usecase.StoreUnavailableException;
import io.fairway.usecase.evidence.EvidenceUnavailableException;
import io.fairway.usecase.registry.ActImpossibleException;
import io.fairway.usecase.registry.NotEntitledException;
import io.fairway.usecase.registry.NotInGoodStandingException;
import io.fairway.usecase.registry.PeopleElsewhereException;
import io.fairway.usecase.registry.PeopleUnavailableException;
import io.fairway.usecase.registry.Standing;
import io.fairway.usecase.retention.ErasedException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.catalina.connector.ClientAbortException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns what controllers and the framework throw into problems. What is not named here is a defect and becomes INTERNAL. */
@RestControllerAdvice
public class ProblemAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemView> refused(ProblemException refused, HttpServletRequest request) {
        var headers = new HttpHeaders();
        refused.retryAfterSeconds().ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(seconds)));
        return answer(request, refused.code(), refused.detail(), headers, refused.first());
    }

    @ExceptionHandler
    ResponseEntity<ProblemView> overloaded(OverloadedException overloaded, HttpServletRequest request) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(overloaded.retryAfterSeconds()));
        return answer(request, ProblemCode.OVERLOADED, "Nothing was kept; try again later.", headers, Optional.empty());
    }

    @ExceptionHandler
    ResponseEntity<ProblemView> standing(NotInGoodStandingException refused, HttpServletRequest request) {
        return answer(request, code(refused.standing()), "It may read what is its own and do nothing; the operator of the hub knows why.", new HttpHeaders(),
                Optional.empty());
    }

    /** What a party is refused with that may not act. */
    public static ProblemCode code(Standing standing) {
        return switch (standing) {
            case PENDING, ACTIVE -> ProblemCode.PARTY_PENDING;
            case SUSPENDED -> ProblemCode.PARTY_SUSPENDED;
            case EXPIRED -> ProblemCode.PARTY_EXPIRED;
            case ENDED, UNKNOWN -> ProblemCode.PARTY_ENDED;
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemView> notEntitled(NotEntitledException refused, HttpServletRequest request) {
        return answer(request, ProblemCode.FORBIDDEN, String.valueOf(refused.getMessage()), new HttpHeaders(), Optional.empty());
    }

    @ExceptionHandler
    ResponseEntity<ProblemView> impossible(ActImpossibleException refused, HttpServletRequest request) {
        return answer(request, ProblemCode.NOT_POSSIBLE, refused.code() + ": " + refused.getMessage(), new HttpHeaders(), Optional.empty());
    }

    @ExceptionHandler
    ResponseEntity<ProblemView> erased(ErasedException erased, HttpServletRequest request) {
        return answer(request, ProblemCode.ERASED, String.valueOf(erased.getMessage()), new HttpHeaders(), Optional.empty());
    }

    @ExceptionHandler(StoreUnavailableException.class)
    ResponseEntity<ProblemView> storeUnavailable(HttpServletRequest request) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "5");
        return answer(request, ProblemCode.STORE_UNAVAILABLE, "Nothing was kept; try again later.", headers, Optional.empty());
    }

    @ExceptionHandler(PeopleUnavailableException.class)
    ResponseEntity<ProblemView> peopleUnavailable(HttpServletRequest request) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "5");
        return answer(request, ProblemCode.IDENTITY_UNAVAILABLE, "Try the same again later; it will not be done twice.", headers, Optional.empty());
    }

    @ExceptionHandler
    ResponseEntity<ProblemView> notOffered(PeopleElsewhereException elsewhere, HttpServletRequest request) {
        return answer(request, ProblemCode.NOT_OFFERED, String.valueOf(elsewhere.getMessage()), new HttpHeaders(), Optional.empty());
    }

    @ExceptionHandler
    ResponseEntity<ProblemView> evidence(EvidenceUnavailableException refused, HttpServletRequest request) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "30");
        return answer(request, ProblemCode.EVIDENCE_UNAVAILABLE, "Nothing was done. " + refused.getMessage(), headers, Optional.empty());
    }

    @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
    ResponseEntity<ProblemView> nothingHere(HttpServletRequest request) {
        return refused(ProblemException.notFound(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemView> method(HttpRequestMethodNotSupportedException refused, HttpServletRequest request) {
        var headers = new HttpHeaders();
        Optional.ofNullable(refused.getSupportedHttpMethods()).ifPresent(headers::setAllow);
        return answer(request, ProblemCode.METHOD_NOT_ALLOWED, "Offered here: " + headers.getAllow().stream().map(HttpMethod::name)
                .sorted().collect(Collectors.joining(", ")), headers, Optional.empty());
    }

    @ExceptionHandler
    ResponseEntity<ProblemView> mediaType(HttpMediaTypeNotSupportedException refused, HttpServletRequest request) {
        var headers = new HttpHeaders();
        headers.setAccept(refused.getSupportedMediaTypes());
        return answer(request, ProblemCode.MEDIA_TYPE_UNSUPPORTED, "Accepted here: " + names(refused.getSupportedMediaTypes()), headers,
                Optional.empty());
    }

    @ExceptionHandler
    ResponseEntity<ProblemView> acceptable(HttpMediaTypeNotAcceptableException refused, HttpServletRequest request) {
        return answer(request, ProblemCode.NOT_ACCEPTABLE, "Offered here: " + names(refused.getSupportedMediaTypes()), new HttpHeaders(),
                Optional.empty());
    }

    @ExceptionHandler
    ResponseEntity<ProblemView> missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return answer(request, ProblemCode.PARAMETER_MISSING, "Expected the parameter " + missing.getParameterName(), new HttpHeaders(),
                Optional.empty());
    }

    @ExceptionHandler
    ResponseEntity<ProblemView> mistyped(MethodArgumentTypeMismatchException mistyped, HttpServletRequest request) {
        return answer(request, ProblemCode.PARAMETER_INVALID, "The parameter " + mistyped.getName() + " has a value it cannot have",
                new HttpHeaders(), Optional.empty());
    }

    /** The caller went away; there is nobody to answer. */
    @ExceptionHandler
    void gone(ClientAbortException gone) {
    }

    private static String names(List<MediaType> types) {
        return types.stream().map(MediaType::toString).collect(Collectors.joining(", "));
    }

    private static ResponseEntity<ProblemView> answer(HttpServletRequest request, ProblemCode code, String detail, HttpHeaders headers,
                                                      Optional<UUID> first) {
        return ResponseEntity.status(code.status()).headers(headers).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemView.of(code, detail, Trace.of(request).id(), first));
    }
}
