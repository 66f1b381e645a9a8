/** How fast the ledger client is, beside a bare loop of Fabric's own client library on the same network. */
@NullMarked
package io.fairway.bench.ledger;

import org.jspecify.annotations.NullMarked;
