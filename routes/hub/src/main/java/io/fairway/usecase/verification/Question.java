package io.fairway.usecase.verification;

import io.fairway.document.id.BillNumber;
import io.fairway.document.id.Sha256;
import io.fairway.usecase.PartyId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What a bank asks.
 *
 * @param subject which bill
 * @param presented what it was shown of it; empty for the reference alone
 * @param terms what the credit demands, as far as it says
 */
public record Question(Subject subject, Presented presented, Terms terms) {

    /**
     * Which bill: by the customer's grant, by carrier and number, or by both, which must then be the same.
     *
     * @param carrier party id
     */
    public record Subject(Optional<UUID> grant, Optional<PartyId> carrier, Optional<BillNumber> bill) {
    }

    /**
     * What the bank was shown.
     *
     * @param digest SHA-256 of a file that it keeps to itself
     * @param file the file itself; empty for none
     */
    public record Presented(Optional<Sha256> digest, byte[] file) {
        public Presented {
            file = file.clone();
        }

        @Override
        public byte[] file() {
            return file.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Presented that && digest.equals(that.digest) && java.util.Arrays.equals(file, that.file);
        }

        @Override
        public int hashCode() {
            return digest.hashCode();
        }
    }

    /**
     * What the bank compares with.
     *
     * @param customer whose the bill should be; the giver of the grant when empty
     * @param latestShipment last day on board that the credit allows
     * @param invoice number of the invoice to be financed
     * @param amount of it, with its currency
     */
    public record Terms(Optional<PartyId> customer, Optional<LocalDate> latestShipment, Optional<String> invoice, Optional<String> amount) {
    }
}
