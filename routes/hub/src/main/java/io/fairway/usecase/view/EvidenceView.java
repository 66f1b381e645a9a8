package io.fairway.usecase.view;

import io.fairway.document.finding.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * Where something stands that was compared: who said what, when, in which document, and where the ledger has it.
 *
 * @param by party id of who said it, or name on the ledger for what stands there alone
 * @param at when it happened, by the word of who said it
 * @param heardAt when the hub received it, or read it from the ledger
 * @param document SHA-256 of the bytes in which it was said; absent for what stands on the ledger alone
 * @param subject its name on the ledger; absent when only the digest of the document stands there, or nothing yet
 * @param transaction of the ledger, 64 hexadecimal digits; absent while it is not there
 * @param block that holds the transaction
 */
public record EvidenceView(Text what, String by, Instant at, Instant heardAt, Optional<String> document, Optional<String> subject,
                           Optional<String> transaction, Optional<Long> block) {
}
