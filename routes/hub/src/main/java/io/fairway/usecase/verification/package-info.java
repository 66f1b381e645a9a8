/** What a bank asks of a trade: each thing compared with what stands here and on the ledger, one by one, and single facts proven. */
@NullMarked
package io.fairway.usecase.verification;

import org.jspecify.annotations.NullMarked;
