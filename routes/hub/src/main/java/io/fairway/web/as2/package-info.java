/** AS2 (RFC 4130): signed documents over HTTP, to the use case that REST calls, with signed receipts. */
@NullMarked
package io.fairway.web.as2;

import org.jspecify.annotations.NullMarked;
