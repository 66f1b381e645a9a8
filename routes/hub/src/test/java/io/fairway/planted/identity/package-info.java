@NullMarked
package io.fairway.planted.identity;

import org.jspecify.annotations.NullMarked;
