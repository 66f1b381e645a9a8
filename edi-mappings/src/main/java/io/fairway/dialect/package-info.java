/** The one list of what is read and written, by the names that configuration and the command line use. */
@NullMarked
package io.fairway.dialect;

import org.jspecify.annotations.NullMarked;
