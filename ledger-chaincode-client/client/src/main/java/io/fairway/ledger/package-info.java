/** The ledger as the hub sees it: digests go in, receipts come out, and every event is recorded exactly once. */
@NullMarked
package io.fairway.ledger;

import org.jspecify.annotations.NullMarked;
