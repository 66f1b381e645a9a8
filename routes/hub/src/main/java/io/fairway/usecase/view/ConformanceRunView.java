package io.fairway.usecase.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The report of a conformance run, as far as it has come.
 *
 * @param state {@code waiting} while an answer is missing, then {@code passed}, or {@code failed} as soon as one case is
 * @param cases what the newcomer was given, by number; empty in a list of runs
 * @param leftOut dialects of its profile that were not tried, with the reason
 * @param sent what it sent itself since the run began, at most 200; empty in a list of runs
 */
public record ConformanceRunView(UUID id, Instant startedAt, String state, int passed, int failed, int waiting, List<ConformanceCaseView> cases,
                                 List<String> leftOut, List<SentView> sent) {
    public ConformanceRunView {
        cases = List.copyOf(cases);
        leftOut = List.copyOf(leftOut);
        sent = List.copyOf(sent);
    }

    /**
     * An interchange of the newcomer's own.
     *
     * @param types of its messages
     * @param verdict {@code accepted}, {@code accepted_in_part}, {@code rejected}, {@code repeated}
     * @param findings how many; they are at {@code /api/interchanges/{id}/findings}
     */
    public record SentView(UUID id, String reference, List<String> types, String verdict, int findings) {
        public SentView {
            types = List.copyOf(types);
        }
    }
}
