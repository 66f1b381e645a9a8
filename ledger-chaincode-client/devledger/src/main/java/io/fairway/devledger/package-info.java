/**
 * The development ledger: one process that speaks Hyperledger Fabric's own protocols to an unmodified client and an unmodified chaincode.
 * It is for development, tests and demonstrations. Production is Fabric.
 */
@NullMarked
package io.fairway.devledger;

import org.jspecify.annotations.NullMarked;
