@NullMarked
package io.fairway.planted.signing;

import org.jspecify.annotations.NullMarked;
