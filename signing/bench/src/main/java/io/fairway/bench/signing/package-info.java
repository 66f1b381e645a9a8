/** {@code ./fairway bench signing}: signing and verifying, beside the bare signature and EU DSS. */
@NullMarked
package io.fairway.bench.signing;

import org.jspecify.annotations.NullMarked;
