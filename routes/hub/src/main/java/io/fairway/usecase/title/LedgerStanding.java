package io.fairway.usecase.title;

import java.util.Optional;

/** How the hub stands with its ledger. */
public interface LedgerStanding {

    /** What the ledger is, for people: {@code development ledger, not Fabric}, {@code Hyperledger Fabric}, or that there is none. */
    String network();

    /** What stands in the way now; empty when nothing does. */
    Optional<String> trouble();

    /** Acts that have not come to the ledger yet. */
    int pending();
}
