package io.fairway.web.console;

import io.fairway.usecase.OverloadedException;
import io.fairway.usecase.StoreUnavailableException;
import io.fairway.usecase.evidence.EvidenceUnavailableException;
import io.fairway.usecase.registry.ActImpossibleException;
import io.fairway.usecase.registry.NotEntitledException;
import io.fairway.usecase.registry.NotInGoodStandingException;
import io.fairway.usecase.verification.FactNotAvailableException;
import io.fairway.web.ProblemException;
import io.fairway.web.Trace;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells what pages refuse as pages; what is not named here becomes a problem of the API. */
@RestControllerAdvice(basePackageClasses = PageProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
public class PageProblems {
    private final Pages pages;

    public PageProblems(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<String> refused(ProblemException refused, HttpServletRequest request) {
        return page(request, refused.code().status(), refused.code().status() == HttpStatus.NOT_FOUND ? "refused.missing" : "refused.request");
    }

    @ExceptionHandler({AccessDeniedException.class, NotEntitledException.class, NotInGoodStandingException.class})
    ResponseEntity<String> denied(HttpServletRequest request) {
        return page(request, HttpStatus.FORBIDDEN, "refused.role");
    }

    @ExceptionHandler(ActImpossibleException.class)
    ResponseEntity<String> impossible(HttpServletRequest request) {
        return page(request, HttpStatus.CONFLICT, "refused.impossible");
    }

    @ExceptionHandler(FactNotAvailableException.class)
    ResponseEntity<String> unproven(HttpServletRequest request) {
        return page(request, HttpStatus.CONFLICT, "refused.unproven");
    }

    @ExceptionHandler({OverloadedException.class, StoreUnavailableException.class, EvidenceUnavailableException.class})
    ResponseEntity<String> later(HttpServletRequest request) {
        return page(request, HttpStatus.SERVICE_UNAVAILABLE, "refused.later");
    }

    private ResponseEntity<String> page(HttpServletRequest request, HttpStatus status, String reason) {
        return pages.show(request, status, "refused", Map.of("reason", reason, "trace", Trace.of(request).id()));
    }
}
