/** EU DSS in a process of its own, for {@code ./fairway bench signing}. */
@NullMarked
package io.fairway.bench.signing.dss;

import org.jspecify.annotations.NullMarked;
