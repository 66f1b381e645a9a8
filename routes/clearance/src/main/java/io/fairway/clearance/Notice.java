package io.fairway.clearance;

import io.fairway.document.Document;

/**
 * Somebody is to be told something. The use case turns it into an outbound in the recipient's dialect.
 *
 * @param key stable within the case: deciding the same twice gives the same key
 * @param party the hub's party id for CARRIER and DECLARANT; the code as it stands in the documents for TERMINAL and HAULIER;
 *              empty when the rules do not know it
 * @param document what to tell: a part as it came, or one that the rules derived so that a recipient sees only what concerns it
 */
public record Notice(String key, Recipient recipient, String party, Document document) {

    /** Whom a notice is for. */
    public enum Recipient {
        CUSTOMS, DECLARANT, CARRIER, TERMINAL, HAULIER
    }
}
