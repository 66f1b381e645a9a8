/** Checks evidence, signed documents, and ledger receipts without a hub and without a network; small enough to be read whole. */
@NullMarked
package io.fairway.verifier;

import org.jspecify.annotations.NullMarked;
