package io.fairway.usecase.title;

import io.fairway.ledger.Difference;
import io.fairway.ledger.Ledger;
import io.fairway.ledger.LedgerRefusedException;
import io.fairway.ledger.Query;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.title.LedgerRecords.BulkRecord;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Compares the quantities of bulk releases: what the hub knows from the acts that came by way of it with what stands in the private collection of
 * the ledger. A release that moves on meanwhile is left to the stretch that has its next version.
 */
final class CompareQuantities {
    private final LedgerRecords records;
    private final Transactions transactions;

    CompareQuantities(LedgerRecords records, Transactions transactions) {
        this.records = records;
        this.transactions = transactions;
    }

    /** @param releases subjects on the ledger; those of which the hub does not know each part are left out */
    List<Difference> compare(Ledger ledger, Collection<String> releases) {
        return releases.stream().flatMap(release -> transactions.asHub(() -> records.bulk(release)).stream())
                .flatMap(record -> compare(ledger, record).stream()).toList();
    }

    private static Optional<Difference> compare(Ledger ledger, BulkRecord known) {
        try {
            boolean wasThere = isAt(ledger, known);
            FlatRecord quantity = FlatRecord.read(ledger.evaluate(Query.of("quantity", known.subject())));
            String told = words(quantity.text("amount"), quantity.text("unit"), quantity.text("redeemed"));
            return wasThere && isAt(ledger, known) && !told.equals(known.words())
                    ? Optional.of(new Difference.OtherQuantity(known.event(), known.words(), told)) : Optional.empty();
        } catch (LedgerRefusedException notForThisOrganisation) {
            return Optional.empty();
        }
    }

    private static boolean isAt(Ledger ledger, BulkRecord known) {
        return FlatRecord.read(ledger.evaluate(Query.of("read", known.subject()))).text("version").equals(Long.toString(known.version()));
    }

    /** As people read it. */
    static String words(String amount, String unit, String redeemed) {
        return redeemed + " of " + amount + " " + unit;
    }
}
