package io.fairway.usecase.view;

import java.time.Instant;

/**
 * One version of a code list.
 *
 * @param codes how many it has
 * @param loadedAt when it was put in force last
 * @param loadedBy party id
 */
public record CodeListView(String name, String version, int codes, Instant loadedAt, String loadedBy, State state) {

    /** Whether it judges now. */
    public enum State {
        IN_FORCE, REPLACED
    }
}
