/**
 * The contract on the ledger: who holds a bill of lading, who may take the cargo, who financed what, and which digests stood when.
 * A Fabric chaincode with a small dispatch of its own; {@code docs/contract.md} describes every transaction.
 */
@NullMarked
package io.fairway.contract;

import org.jspecify.annotations.NullMarked;
