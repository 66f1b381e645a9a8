package io.fairway.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A signed intent as it is handed in. @param intent canonical JSON @param signatures each {@code <key id>.<signature>} */
record SignedIntent(@Nullable String intent, @Nullable List<String> signatures) {
}
