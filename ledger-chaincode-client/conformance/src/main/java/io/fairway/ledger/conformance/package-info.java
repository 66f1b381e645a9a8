/**
 * What a ledger network must do for us, as tests that run alike against the development ledger and a real Hyperledger Fabric network, with
 * the unmodified Fabric client and one small chaincode. A network takes part by a test class that implements the suite's interfaces.
 */
@NullMarked
package io.fairway.ledger.conformance;

import org.jspecify.annotations.NullMarked;
