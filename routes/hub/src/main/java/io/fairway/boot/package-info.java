/** The only place where the hub is put together. */
@NullMarked
package io.fairway.boot;

import org.jspecify.annotations.NullMarked;
