@NullMarked
package io.fairway.planted.bench.ledger;

import org.jspecify.annotations.NullMarked;
