package io.fairway.clearance;

import io.fairway.document.Money;
import java.math.BigDecimal;
import java.util.List;

/** What duty is due on a declaration and how it was settled. @param due one amount per currency and kind, as assessed */
public record DutyAccount(Status status, List<Money> due) {

    static final DutyAccount NONE = new DutyAccount(Status.NOT_ASSESSED, List.of());

    public DutyAccount {
        due = List.copyOf(due);
    }

    /** NOT_ASSESSED does not stand in the way of a release; DUE does. */
    public enum Status {
        NOT_ASSESSED, DUE, PAID, GUARANTEED
    }

    DutyAccount settled(Status how) {
        return new DutyAccount(how, due);
    }

    /**
     * Whether the amounts cover all that is due, currency by currency.
     *
     * @param amounts none means that the authority did not say how much, only that it is settled
     */
    boolean isCoveredBy(List<Money> amounts) {
        return amounts.isEmpty() || due.stream().map(Money::currency).distinct()
                .allMatch(currency -> sum(amounts, currency).compareTo(sum(due, currency)) >= 0);
    }

    private static BigDecimal sum(List<Money> amounts, String currency) {
        return amounts.stream().filter(money -> money.currency().equals(currency)).map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
