@NullMarked
package io.fairway.planted.ledger;

import org.jspecify.annotations.NullMarked;
