package io.fairway.clearance;

/** So much of bulk cargo. @param amount above zero, whole, in {@code unit} @param unit UN/ECE Recommendation 20, such as {@code KGM} */
public record BulkQuantity(long amount, String unit) {
    public BulkQuantity {
        if (amount <= 0 || unit.isEmpty()) {
            throw new IllegalArgumentException("A quantity is above zero and has a unit, found " + amount + " " + unit);
        }
    }

    @Override
    public String toString() {
        return amount + " " + unit;
    }
}
