package io.fairway.web;

import java.time.Duration;

/**
 * The limits of the HTTP server.
 *
 * @param intakeLimitBytes largest transmission and largest document to validate ({@code intake.limit})
 * @param attachmentLimitBytes largest supporting document
 * @param bodiesInMemoryBytes all bodies under way at once; beyond it new ones are refused for now
 * @param slowestBody how long a body may take to come
 * @param requestsPerParty requests of one party under way at once
 * @param overdueAfter what waits longer than this is overdue
 */
public record WebSettings(int intakeLimitBytes, int attachmentLimitBytes, long bodiesInMemoryBytes, Duration slowestBody,
                          int requestsPerParty, Duration overdueAfter) {

    /** The limits of the design: 60 MB, 20 MB; bodies may take a quarter of the memory. */
    public static WebSettings standard(long memoryBytes) {
        return new WebSettings(60_000_000, 20_000_000, Math.max(120_000_000, memoryBytes / 4), Duration.ofMinutes(2), 512,
                Duration.ofMinutes(1));
    }
}
