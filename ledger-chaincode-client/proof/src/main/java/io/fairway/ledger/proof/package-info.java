/** Proves what stands on the ledger from bytes alone: no network, no clock, no library, no hub. */
@NullMarked
package io.fairway.ledger.proof;

import org.jspecify.annotations.NullMarked;
