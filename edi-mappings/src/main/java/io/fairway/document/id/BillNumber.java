package io.fairway.document.id;

/** Number of a bill of lading or sea waybill as its carrier gave it; up to 35 characters (EDIFACT 1154). Unique only per carrier. */
public record BillNumber(String value) {
    private static final int LONGEST = 35;

    public BillNumber {
        if (!Spelling.isCode(value, LONGEST, "/-")) {
            throw new RefusedValueException("BILL_NUMBER_FORM", value,
                    "a bill of lading number: up to 35 capital letters, digits, / or -",
                    Spelling.proposal(value, Spelling.plain(value), guess -> new BillNumber(guess).value()));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
