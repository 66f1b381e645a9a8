package io.fairway.usecase.title;

import io.fairway.usecase.Caller;
import java.util.Arrays;
import java.util.List;

/** The receipts of what happened to bills and releases. Calls are transactions of their own. */
public interface TitleReceipts {

    /**
     * Receipts of the acts, submitted by way of this hub, on those bills and releases of a bill number that the caller may see; in the
     * ledger's order. Acts that others submitted themselves, and those not yet on the ledger, are absent.
     */
    List<TitleReceipt> ofBill(Caller caller, String number);

    /**
     * One of them.
     *
     * @param subject on the ledger
     * @param version of the subject after the act
     * @param transaction 64 hexadecimal digits
     * @param receipt as {@code io.fairway.ledger.proof.LedgerReceipt} reads it
     */
    record TitleReceipt(String subject, long version, String action, String transaction, long block, byte[] receipt) {
        public TitleReceipt {
            receipt = receipt.clone();
        }

        @Override
        public byte[] receipt() {
            return receipt.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof TitleReceipt that && transaction.equals(that.transaction) && subject.equals(that.subject)
                    && Arrays.equals(receipt, that.receipt);
        }

        @Override
        public int hashCode() {
            return transaction.hashCode();
        }
    }
}
