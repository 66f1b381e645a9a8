package io.fairway.boot;

import io.fairway.identity.PartyFileException;
import io.fairway.identity.UnsafeAddressException;
import io.fairway.smooks.RefusedDialectException;
import io.fairway.store.UnfitDatabaseException;
import io.fairway.store.embedded.EmbeddedStartException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Tells the operator in a sentence why the hub refuses to start, instead of a stack trace. */
public final class StartRefusal implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnsafeAddressException || cause instanceof PartyFileException || cause instanceof UnfitDatabaseException
                    || cause instanceof EmbeddedStartException || cause instanceof RefusedDialectException) {
                return new FailureAnalysis(cause.getMessage(), "", failure);
            }
        }
        return null;
    }
}
