/**
 * JSON as it may be received: read within limits, without duplicate members, every value with its place (JSON pointer, line, column,
 * offset); and written with the same bytes for the same values.
 */
@NullMarked
package io.fairway.json;

import org.jspecify.annotations.NullMarked;
