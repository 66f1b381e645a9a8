package io.fairway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.Optional;

/** The signature beside a body: detached CMS in base64 in the header {@code Fairway-Signature}, as the hub sends its own. */
final class SignatureHeader {
    private static final String NAME = "Fairway-Signature";

    private SignatureHeader() {
    }

    /** @throws ProblemException when it is not base64 */
    static Optional<byte[]> of(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getHeader(NAME)).map(String::strip).filter(value -> !value.isEmpty())
                    .map(value -> Base64.getDecoder().decode(value));
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemCode.PARAMETER_INVALID, "Expected " + NAME + " to be a detached CMS signature in base64.");
        }
    }
}
