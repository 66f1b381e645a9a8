/** The order of steps, as Camel routes; the only place where Camel is. */
@NullMarked
package io.fairway.flow;

import org.jspecify.annotations.NullMarked;
