@NullMarked
package io.fairway.planted.flow;

import org.jspecify.annotations.NullMarked;
