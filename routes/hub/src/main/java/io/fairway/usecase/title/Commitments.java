package io.fairway.usecase.title;

/** What stands on the ledger in place of business numbers: HMAC-SHA-256 under the consortium's key, 64 hexadecimal digits. */
public interface Commitments {

    /** Stands for a bill number of a carrier; spaces, hyphens and case do not matter. */
    String ofBill(String carrier, String number);

    /** Stands for a container. */
    String ofUnit(String container);

    /**
     * Stands for one kind of goods, carried in bulk under a bill. Letters and digits count and nothing else, capitals and small letters are the same.
     *
     * @param bill what stands for the bill, as {@link #ofBill} gives it
     */
    String ofGoods(String bill, String goods);

    /** Stands for a call of a ship at a port on a voyage. */
    String ofCall(String ship, String voyage, String port);

    /**
     * Stands for a financing. Letters and digits count and nothing else, capitals and small letters are the same, whether wide or narrow; the
     * amount counts as a number. So another way of writing the same is the same.
     *
     * @param amount a number with a currency before or behind it
     */
    String ofFinancing(String carrier, String bill, String invoice, String amount);
}
