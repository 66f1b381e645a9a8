@NullMarked
package io.fairway.planted.ledger.fabric;

import org.jspecify.annotations.NullMarked;
