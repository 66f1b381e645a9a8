/** What a party signs, how it is written, who signed it, and every way in which the contract refuses. */
@NullMarked
package io.fairway.contract.intent;

import org.jspecify.annotations.NullMarked;
