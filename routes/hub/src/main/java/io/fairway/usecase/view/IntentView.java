package io.fairway.usecase.view;

import java.util.Map;

/**
 * The draft of an intent.
 *
 * @param intent canonical JSON, to be handed in unchanged
 * @param toSign exactly the bytes to sign with ECDSA over P-256 and SHA-256, as text in UTF-8
 * @param unrecorded what the intent has only a commitment to, to be handed in with it: {@code quantity}, canonical JSON of amount, salt and
 *                   unit. Who signs checks that it opens the commitment (docs/contract.md)
 */
public record IntentView(String intent, String toSign, Map<String, String> unrecorded) {
    public IntentView {
        unrecorded = Map.copyOf(unrecorded);
    }
}
