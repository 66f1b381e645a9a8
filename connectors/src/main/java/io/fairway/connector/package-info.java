/** How counterparts outside are spoken to. */
@NullMarked
package io.fairway.connector;

import org.jspecify.annotations.NullMarked;
