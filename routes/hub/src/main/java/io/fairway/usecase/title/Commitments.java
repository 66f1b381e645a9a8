package io.fairway.usecase.title;

/** What stands on the ledger in place of business numbers: HMAC-SHA-256 under the consortium's key, 64 hexadecimal digits. */
public interface Commitments {

    /** Stands for a bill number of a carrier; spaces, hyphens and case do not matter. */
    String ofBill(String carrier, String number);

    /** Stands for a container. */
    String ofUnit(String container);
}
