@NullMarked
package io.fairway.planted.store;

import org.jspecify.annotations.NullMarked;
