/** Digests of what the hub keeps, brought to the ledger in Merkle batches, and the proofs that they stand there. */
@NullMarked
package io.fairway.usecase.anchor;

import org.jspecify.annotations.NullMarked;
