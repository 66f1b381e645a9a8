/** Bills of lading and releases on the ledger: acts that parties sign, and what the ledger tells of them. */
@NullMarked
package io.fairway.usecase.title;

import org.jspecify.annotations.NullMarked;
