package io.fairway.usecase.verification;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be proven of a trade without telling anything else of it. */
public enum ProvableFact {
    /** On board not after a day, by the carrier's word; the day itself is not told. */
    SHIPPED_ON_BOARD,
    /** Customs released the goods. */
    CUSTOMS_RELEASED,
    /** A container of the bill left by the gate. */
    GATED_OUT,
    /** What the goods weigh, by the carrier's word. */
    GROSS_WEIGHT,
    /** The customer holds the bill. */
    HOLDER;

    /** As it stands in addresses: {@code gated-out}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that is written so. */
    public static Optional<ProvableFact> of(String word) {
        return Stream.of(values()).filter(fact -> fact.word().equals(word)).findFirst();
    }
}
