/** Hyperledger Fabric behind the port: its gateway, and the checks that its client library leaves to the caller. */
@NullMarked
package io.fairway.ledger.fabric;

import org.jspecify.annotations.NullMarked;
