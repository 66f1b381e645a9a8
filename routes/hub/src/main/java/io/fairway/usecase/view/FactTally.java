package io.fairway.usecase.view;

/** How many facts of an interchange are in which state. */
public record FactTally(int total, int unresolved, int waiting, int applied, int kept, int filed, int refused, int parked) {
    public static final FactTally NONE = new FactTally(0, 0, 0, 0, 0, 0, 0, 0);
}
