package io.fairway.contract;

import java.util.List;
import java.util.Locale;

/** What a party may do. The charter says which organisation may give its parties which roles. */
enum Role {
    /** Issues bills of lading and releases. */
    CARRIER,
    /** Holds and moves bills and releases; anybody may hold, this says it is a trader or forwarder. */
    TRADER,
    /** Can be nominated to fetch cargo. */
    HAULIER,
    /** Redeems releases; says what was discharged and what passed the gate. */
    TERMINAL,
    /** Says which ship called. */
    PORT,
    /** Says what customs released; holds and revokes releases. */
    CUSTOMS,
    /** Another authority that holds and revokes releases. */
    AUTHORITY,
    /** Takes pledges, claims financings. */
    BANK,
    /** Consents to the voiding of a bill in place of a holder. */
    COURT,
    /** Says what time it is. */
    CLOCK,
    /** Relays intents and anchors digests. */
    HUB;

    /** The word that stands on the ledger. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this word is a role. */
    static boolean isRole(String word) {
        return List.of(values()).stream().anyMatch(role -> role.word().equals(word));
    }
}
