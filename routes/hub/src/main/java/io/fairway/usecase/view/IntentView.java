package io.fairway.usecase.view;

/**
 * The draft of an intent.
 *
 * @param intent canonical JSON, to be handed in unchanged
 * @param toSign exactly the bytes to sign with ECDSA over P-256 and SHA-256, as text in UTF-8
 */
public record IntentView(String intent, String toSign) {
}
