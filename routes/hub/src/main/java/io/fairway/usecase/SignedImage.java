package io.fairway.usecase;

import io.fairway.document.id.Sha256;

/**
 * The bytes that go on the wire.
 *
 * @param signature detached signature over exactly {@code bytes} (CMS, DER); empty when the counterpart's profile asks for none
 */
public record SignedImage(byte[] bytes, String contentType, Sha256 digest, byte[] signature) {
}
