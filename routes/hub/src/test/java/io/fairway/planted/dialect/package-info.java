@NullMarked
package io.fairway.planted.dialect;

import org.jspecify.annotations.NullMarked;
