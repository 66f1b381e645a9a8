package io.fairway.web;

import java.util.Optional;
import java.util.UUID;

/**
 * A problem as it is told (RFC 9457, media type {@code application/problem+json}).
 *
 * @param type {@code urn:fairway:problem:} and the code
 * @param detail what was expected and found, for the person who reads the client's log
 * @param code stable, for the client
 * @param trace trace id to quote to the operator
 * @param first the transmission that has the key, at a conflict
 */
public record ProblemView(String type, String title, int status, String detail, String code, String trace, Optional<UUID> first) {

    static ProblemView of(ProblemCode code, String detail, String trace) {
        return of(code, detail, trace, Optional.empty());
    }

    static ProblemView of(ProblemCode code, String detail, String trace, Optional<UUID> first) {
        return new ProblemView("urn:fairway:problem:" + code.name(), code.title(), code.status().value(), detail, code.name(),
                trace, first);
    }
}
