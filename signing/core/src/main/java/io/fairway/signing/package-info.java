/** Bytes become signatures, and signatures become verdicts. Knows no documents. */
@NullMarked
package io.fairway.signing;

import org.jspecify.annotations.NullMarked;
