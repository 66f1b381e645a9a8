/** What documents are made of, as their records say it: for forms that follow from the records alone. */
@NullMarked
package io.fairway.document.shape;

import org.jspecify.annotations.NullMarked;
