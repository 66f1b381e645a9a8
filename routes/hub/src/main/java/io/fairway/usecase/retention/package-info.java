/** How long what is kept, how it is erased, and what keeps it in spite of that. */
@NullMarked
package io.fairway.usecase.retention;

import org.jspecify.annotations.NullMarked;
