@NullMarked
package io.fairway.planted.ledger.conformance;

import org.jspecify.annotations.NullMarked;
