package io.fairway.usecase;

import java.util.Optional;

/**
 * What a sender hands over.
 *
 * @param contentType media type as told, empty when not
 * @param signature detached CMS over exactly {@code bytes} (DER); empty when there is none or it is within the bytes
 */
public record Submission(byte[] bytes, String contentType, Optional<byte[]> signature) {
}
