package io.fairway.web;

import org.springframework.http.HttpStatus;

/** What a request can be refused for. Names are stable: clients branch on them. */
public enum ProblemCode {
    REQUEST_MALFORMED(HttpStatus.BAD_REQUEST, "The request cannot be understood"),
    PARAMETER_INVALID(HttpStatus.BAD_REQUEST, "A parameter has a value it cannot have"),
    PARAMETER_MISSING(HttpStatus.BAD_REQUEST, "A parameter is missing"),
    CURSOR_INVALID(HttpStatus.BAD_REQUEST, "The cursor does not belong to this query"),
    IDEMPOTENCY_KEY_INVALID(HttpStatus.BAD_REQUEST, "The Idempotency-Key cannot be used"),
    BODY_EMPTY(HttpStatus.BAD_REQUEST, "The request has no content"),
    BODY_INVALID(HttpStatus.BAD_REQUEST, "The content is not what is expected here"),
    BODY_INCOMPLETE(HttpStatus.BAD_REQUEST, "The content ended early"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "A valid access token is needed"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "The caller may not do this"),
    PARTY_PENDING(HttpStatus.FORBIDDEN, "The party is not approved yet"),
    PARTY_SUSPENDED(HttpStatus.FORBIDDEN, "The party is suspended"),
    PARTY_EXPIRED(HttpStatus.FORBIDDEN, "The party's registration is past its last day"),
    PARTY_ENDED(HttpStatus.FORBIDDEN, "The party's registration has ended"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such thing"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The method is not offered here"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer is not offered in a wanted media type"),
    BODY_TOO_SLOW(HttpStatus.REQUEST_TIMEOUT, "The content came too slowly"),
    NOT_POSSIBLE(HttpStatus.CONFLICT, "This cannot be done as things are"),
    IDEMPOTENCY_CONFLICT(HttpStatus.CONFLICT, "The key was used for other content"),
    ERASED(HttpStatus.GONE, "It was erased"),
    BODY_TOO_LARGE(HttpStatus.PAYLOAD_TOO_LARGE, "The content is larger than allowed"),
    MEDIA_TYPE_UNSUPPORTED(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The media type of the content is not accepted"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "The party has too many requests under way"),
    HEADERS_TOO_LARGE(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "The header fields are larger than allowed"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "The hub failed"),
    NOT_OFFERED(HttpStatus.NOT_IMPLEMENTED, "This hub does not offer it"),
    OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, "Too much is waiting"),
    IDENTITY_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The identity provider cannot be reached now"),
    EVIDENCE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "What evidence needs cannot be had now"),
    STORE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The database cannot be reached now");

    private final HttpStatus status;
    private final String title;

    ProblemCode(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The most general code of a status that some other part of the server set. */
    static ProblemCode of(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> BODY_TOO_SLOW;
            case 410 -> ERASED;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> MEDIA_TYPE_UNSUPPORTED;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> OVERLOADED;
            default -> status < 500 ? REQUEST_MALFORMED : INTERNAL;
        };
    }
}
