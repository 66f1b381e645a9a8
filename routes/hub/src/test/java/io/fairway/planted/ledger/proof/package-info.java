@NullMarked
package io.fairway.planted.ledger.proof;

import org.jspecify.annotations.NullMarked;
