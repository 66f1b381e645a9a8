package io.fairway.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signed intent as it is handed in.
 *
 * @param intent canonical JSON
 * @param signatures each {@code <key id>.<signature>}
 * @param unrecorded what the intent has only a commitment to, by name
 */
record SignedIntent(@Nullable String intent, @Nullable List<String> signatures, @Nullable Map<String, String> unrecorded) {
}
